#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| smart_footprint_fuzz::named("columns")(data));
