//! The officially assigned two-letter country codes of ISO 3166-1, as of 2026.

/// 249 codes of two letters each, in alphabetical order.
const CODES: &str = "\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACC\
    CDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGD\
    GEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKH\
    KIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMW\
    MXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSC\
    SDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUY\
    UZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// Whether the code is assigned: `FI` is, `XX` and `fi` are not.
#[must_use]
pub fn is_assigned(code: &str) -> bool {
    code.len() == 2 && CODES.as_bytes().chunks_exact(2).any(|assigned| assigned == code.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{CODES, is_assigned};

    #[test]
    fn the_list_is_whole_and_in_order() {
        let codes: Vec<&[u8]> = CODES.as_bytes().chunks(2).collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(is_assigned("FI") && is_assigned("HK"));
        assert!(!is_assigned("XX") && !is_assigned("fi") && !is_assigned("DA") && !is_assigned(""));
    }
}
