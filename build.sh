#!/usr/bin/env bash
# The one door: builds, serves and tests. Works from a bare clone where rustup and Node are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
./build.sh                builds pkg/
./build.sh serve [PORT]   builds, and serves the page on 127.0.0.1 (8080)
./build.sh test           every test: native, package, in the browser
./build.sh test quick     what is worth running while one works
./build.sh test engines   the browser specs in Firefox and WebKit; or: test engines firefox --only table
./build.sh report         writes docs/testing.md from what the tests told when all of them last ran
./build.sh reproduce      builds everything again in another folder, and compares the bytes
./build.sh bench          measures the package beside other libraries: a quarter of an hour
./build.sh bench quick    the same with two repetitions; or name measures: bench start redraw
./build.sh bench profile [redraw|hover|start]    where the time of one goes
./build.sh bench bytes [VIEW] [--all]      what the bytes of a first picture are, function by function
./build.sh bench compare [--keep] RESULTS.json...   the medians of several runs, and how far apart they lie
./build.sh bench endurance [MINUTES]       memory and frames while a widget plays, is updated and resized (30)
./build.sh fuzz [MINUTES] [TARGET...]      hunts for input that breaks what must hold (10 minutes)
./build.sh fuzz browser [COUNT] [--seed FIRST]   random sequences in the browser (2,000)
TEXT
}

say() { printf '\033[1m%s\033[0m\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# --- What must be there -----------------------------------------------------------------

need_node() {
  command -v npm >/dev/null || die 'Node 20 or later is needed: install it with npm.'
  node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' ||
    die "Node 20 or later is needed; this is $(node --version)."
  local lock
  lock=$(sha256sum package-lock.json)
  [[ "$(cat node_modules/.installed 2>/dev/null)" == "$lock" ]] && return
  say 'Installing the npm packages of package-lock.json'
  npm ci --loglevel=error
  printf '%s' "$lock" >node_modules/.installed
}

need_rust() {
  command -v rustup >/dev/null || die 'rustup is needed: install it, it brings the rest.'
  local channel target=wasm32-unknown-unknown
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  if ! rustup run "$channel" rustc --version >/dev/null 2>&1; then
    say "Installing Rust $channel"
    rustup toolchain install "$channel" --profile minimal --component rustfmt,clippy,rust-src --target "$target"
  fi
  if ! rustup component list --installed --toolchain "$channel" | grep -qx rust-src; then
    say "Adding Rust's rust-src component"
    rustup component add --toolchain "$channel" rust-src
  fi
  if ! rustup target list --installed --toolchain "$channel" | grep -qx "$target"; then
    say "Adding Rust's $target target"
    rustup target add --toolchain "$channel" "$target"
  fi
}

need_bindgen() {
  local version
  version=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, "", $3); print $3 }' Cargo.lock)
  [[ "$(target/tools/bin/wasm-bindgen --version 2>/dev/null)" == "wasm-bindgen $version" ]] && return
  say "Building wasm-bindgen $version, once (a minute or two)"
  local install=(cargo install wasm-bindgen-cli --version "=$version" --root target/tools --force)
  # Quick to build is worth more here than quick to run.
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=1
  # Its own lock file may name a version that the registry in use does not have (yet).
  "${install[@]}" --locked || { say 'Again, without its lock file'; "${install[@]}"; }
  unset CARGO_PROFILE_RELEASE_OPT_LEVEL
}

need_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [[ -n "$name" ]] && CHROMIUM=$(command -v "$name"); then export CHROMIUM; return; fi
  done
  if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
    say 'Installing Chromium'
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    CHROMIUM=$(command -v chromium); export CHROMIUM
  else
    die 'A browser is needed for the tests: install chromium, or set CHROMIUM to where it is.'
  fi
}

# Firefox and WebKit, and what drives them.
need_engines() {
  local packages=() pair
  for pair in firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb evilwm:evilwm xsettingsd:xsettingsd; do
    command -v "${pair%%:*}" >/dev/null || packages+=("${pair##*:}")
  done
  if [[ ${#packages[@]} != 0 ]]; then
    [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null ||
      die "For the tests in other engines, install: ${packages[*]}"
    say "Installing ${packages[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  fi
  local version=0.37.1
  [[ "$(target/tools/bin/geckodriver --version 2>/dev/null)" == "geckodriver $version"* ]] && return
  say "Building geckodriver $version, once (two or three minutes)"
  cargo install geckodriver --version "=$version" --locked --root target/tools --force
}

# What turns printed pages into pictures.
need_poppler() {
  command -v pdftoppm >/dev/null && return
  if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
    say 'Installing poppler-utils'
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq poppler-utils >/dev/null
  else
    die 'pdftoppm is needed for the tests of printing: install poppler-utils.'
  fi
}

# Drives the targets in fuzz/; the fuzzer itself is compiled with them, from C++.
need_cargo_fuzz() {
  local version=0.13.2
  command -v c++ >/dev/null || die 'A C++ compiler is needed to fuzz: install g++.'
  export PATH=$PWD/target/tools/bin:$PATH
  [[ "$(cargo-fuzz --version 2>/dev/null)" == "cargo-fuzz $version" ]] && return
  say "Building cargo-fuzz $version, once (a minute or two)"
  cargo install cargo-fuzz --version "=$version" --locked --root target/tools --force
}

# What cannot be installed is told in the results.
need_peers() {
  local lock
  lock=$(sha256sum bench/package-lock.json)
  [[ "$(cat bench/node_modules/.installed 2>/dev/null)" == "$lock" ]] && return
  say 'Installing the libraries to measure beside'
  if npm ci --prefix bench --loglevel=error --no-audit --no-fund; then
    printf '%s' "$lock" >bench/node_modules/.installed
  fi
}

# --- The build --------------------------------------------------------------------------

# All that pkg/ is made from, and pkg/ itself, as one hash.
build_state() {
  { find src data element Cargo.toml Cargo.lock rust-toolchain.toml package.json \
      package-lock.json tsconfig.json build.sh LICENSE* pkg -type f -print0 2>/dev/null || true; } |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

# Without these the folders of this machine would stand in the module.
path_flags() {
  local cargo_home=${CARGO_HOME:-$HOME/.cargo} sysroot commit folder flags
  sysroot=$(rustc --print sysroot)
  commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
  # rustc takes the last prefix that fits, so the narrower ones come later.
  flags="--remap-path-prefix=$PWD=/smart-footprint"
  flags+=$'\x1f'"--remap-path-prefix=$cargo_home=/cargo"
  for folder in "$cargo_home"/registry/src/*/; do
    flags+=$'\x1f'"--remap-path-prefix=${folder%/}=/cargo/registry"
  done
  flags+=$'\x1f'"--remap-path-prefix=$sysroot=/rust"
  flags+=$'\x1f'"--remap-path-prefix=$sysroot/lib/rustlib/src/rust=/rustc/$commit"
  printf '%s' "$flags"
}

# Compiles the crate for the browser: module NAME OUT [CARGO_OPTION...].
#
# The standard library is compiled along, for size and without the texts of panics: together
# that is a sixth of the download. Cargo calls it unstable; the toolchain is pinned, so it
# does not change under us.
build_module() {
  local name=$1 out=$2 flags bindgen=()
  shift 2
  # Only the complete module is started anew after a fault.
  [[ $name == first_picture ]] || bindgen=(--experimental-reset-state-function)
  flags=$(path_flags)
  flags+=$'\x1f-Zunstable-options\x1f-Cpanic=immediate-abort'
  flags+=$'\x1f-Zlocation-detail=none\x1f-Zfmt-debug=none'
  RUSTC_BOOTSTRAP=1 CARGO_ENCODED_RUSTFLAGS=$flags CARGO_PROFILE_RELEASE_OPT_LEVEL=z \
    cargo build --locked --release --lib --target wasm32-unknown-unknown --target-dir target/browser \
    -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size "$@"
  target/tools/bin/wasm-bindgen target/browser/wasm32-unknown-unknown/release/smart_footprint.wasm \
    --target web --omit-default-module-path --no-typescript ${bindgen[@]+"${bindgen[@]}"} \
    --out-dir target/bindgen --out-name "$name"
  node element/build/optimise.mjs "target/bindgen/${name}_bg.wasm" "target/pkg/$out"
}

build_wasm() {
  cargo fetch --locked --quiet # so that path_flags sees where the crates are
  local view
  # One script serves them all, so they are bound by one name; it is that of growth, the last one.
  for view in markets sales lineup growth; do
    say "Building the module of the first picture: $view"
    build_module first_picture "first-$view.wasm" --no-default-features --features "view-$view"
  done
  say 'Building the complete module'
  build_module smart_footprint smart-footprint.wasm
}

build_stills() {
  say 'Drawing the stills'
  local run=(cargo run --locked --quiet --release --features pictures)
  "${run[@]}" --bin tables -- target/pkg target/bindgen/palette.css
  mkdir -p target/pkg/static
  "${run[@]}" --bin stills -- target/pkg/static node_modules/@expo-google-fonts/inter
}

build() {
  need_node
  need_rust
  if [[ "$(cat target/built 2>/dev/null)" == "$(build_state)" ]]; then
    say 'pkg/ is up to date'
    node element/build/sizes.mjs pkg --brief
  else
    need_bindgen
    rm -rf target/pkg
    mkdir -p target/pkg
    build_wasm
    build_stills
    say 'Bundling'
    node element/build/package.mjs target/bindgen target/pkg
    node element/build/sbom.mjs target/pkg
    rm -rf pkg
    cp -r target/pkg pkg
    build_state >target/built
    node element/build/sizes.mjs pkg
  fi
}

# The names of functions are not in the package: a build keeps them in target/names.
bench_bytes() {
  build
  if [[ ! -e target/names/first-growth.wasm ]]; then
    rm -f target/built
    build
  fi
  node bench/bytes.mjs "$@"
}

# The sources alone, in a folder of another name: whatever else a build saw would show in the bytes.
reproduce() {
  build
  local other
  other=$(mktemp -d "${TMPDIR:-/tmp}/smart-footprint-again.XXXXXX")
  trap "rm -rf '$other'" EXIT
  cp -r src data element Cargo.toml Cargo.lock rust-toolchain.toml package.json package-lock.json \
    .npmrc tsconfig.json build.sh LICENSE* "$other"
  mkdir "$other/target"
  ln -s "$PWD/target/tools" "$other/target/tools"
  ln -s "$PWD/node_modules" "$other/node_modules"
  say "Building again, in $other"
  "$other/build.sh"
  diff -r pkg "$other/pkg" || die 'The second build gave other bytes.'
  say "The same bytes: $(find pkg -type f | wc -l) files"
}

# --- The tests --------------------------------------------------------------------------

passed=0
failed=0
# Where what was seen is written down; the report is made from what a whole run has there.
seen=target/test

# phase NAME COMMAND...: runs it, shows it, counts what it says was tested, and keeps how long it took.
phase() {
  local name=$1 log status=0 ok bad began=$SECONDS
  shift
  say "── $name"
  log=$seen/${name//[^a-z0-9]/-}.log
  "$@" 2>&1 | tee "$log" || status=$?
  printf '%s\t%s\n' "$name" $((SECONDS - began)) >>"$seen/times.tsv"
  ok=$(sum "$log" 's/^test result: .* \([0-9]*\) passed;.*/\1/p; s/^ℹ pass \([0-9]*\)$/\1/p')
  bad=$(sum "$log" 's/^test result: .* \([0-9]*\) failed;.*/\1/p; s/^ℹ fail \([0-9]*\)$/\1/p')
  if [[ $status != 0 && $bad == 0 ]]; then bad=1; fi
  if [[ $status == 0 && $ok == 0 ]]; then ok=1; fi
  passed=$((passed + ok)) failed=$((failed + bad))
}

sum() { sed -n "$2" "$1" | awk '{ total += $1 } END { print total + 0 }'; }

# A browser that hangs is to fail one file, not to hold up all that comes after it.
node_tests() {
  RESULTS=$seen/results node --test --test-concurrency=1 --test-timeout=900000 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=./tests/results.mjs --test-reporter-destination=/dev/null "$@"
}

run_tests() {
  local tier=${1:-full}
  build
  need_chromium
  need_poppler
  [[ $tier == full ]] || seen=target/test/quick
  rm -rf "$seen/results" "$seen/times.tsv"
  mkdir -p "$seen"
  if [[ $tier == full ]]; then
    phase 'format' cargo fmt --check
    phase 'lint, native' cargo clippy --locked --all-targets --features pictures -- -D warnings
    phase 'lint, browser' cargo clippy --locked --lib --target wasm32-unknown-unknown -- -D warnings
    local view
    for view in growth markets sales lineup; do
      phase "lint, first picture: $view" cargo clippy --locked --lib --target wasm32-unknown-unknown \
        --no-default-features --features "view-$view" -- -D warnings
    done
    phase 'types' node_modules/.bin/tsc --project .
  fi
  local native=(cargo test --locked --features pictures)
  # The quick tier leaves out what builds the crate anew.
  [[ $tier == full ]] || native+=(--lib --test dataset --test next_half_year --test scenes --test sales \
    --test invented_brand --test generated --test pictures)
  # What they show when they pass is how much they tried.
  phase 'native' "${native[@]}" -- --show-output
  phase 'package' node_tests tests/package/*.test.mjs
  if [[ $tier == full ]]; then
    phase 'browser' node_tests tests/browser/*.test.mjs
    phase 'hosts' node_tests tests/hosts/*.test.mjs
    # No file of the repository: a change of docs/testing.md is for who wants one to commit.
    phase 'report' node tests/report.mjs target/test/testing.md
  else
    phase 'browser' node_tests tests/browser/page.test.mjs
  fi
  tell_counts
}

# The browser specs in other engines, with a list of what could not be driven there.
run_engines() {
  build
  need_engines
  need_poppler
  seen=target/test/engines
  mkdir -p "$seen"
  phase 'engines' node tests/browser/engines.mjs "$@"
  tell_counts
}

tell_counts() {
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [[ $failed == 0 ]]
}

# ----------------------------------------------------------------------------------------

case "${1:-build}" in
  build) build ;;
  reproduce) reproduce ;;
  serve) build; exec node element/build/serve.mjs "${2:-8080}" ;;
  test)
    case "${2:-}" in
      '' | quick) run_tests "${2:-full}" ;;
      engines) run_engines "${@:3}" ;;
      *) usage >&2; exit 2 ;;
    esac ;;
  report) need_node; exec node tests/report.mjs "${@:2}" ;;
  bench)
    if [[ "${2:-}" == compare ]]; then exec node bench/compare.mjs "${@:3}"; fi
    if [[ "${2:-}" == bytes ]]; then bench_bytes "${@:3}"; exit; fi
    if [[ "${2:-}" == endurance ]]; then build; need_chromium; exec node bench/endurance.mjs "${@:3}"; fi
    build; need_chromium; need_peers
    if [[ "${2:-}" == profile ]]; then exec node bench/profile.mjs "${@:3}"; fi
    exec node bench/run.mjs "${@:2}" ;;
  fuzz)
    if [[ "${2:-}" == browser ]]; then
      build; need_chromium
    else
      need_node; need_rust; need_cargo_fuzz
      # What shows a fuzzer its way is called unstable; the toolchain is pinned.
      export RUSTC_BOOTSTRAP=1
    fi
    exec node fuzz/run.mjs "${@:2}" ;;
  *) usage >&2; exit 2 ;;
esac
