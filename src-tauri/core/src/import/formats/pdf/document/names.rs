//! Syllables of romanised Korean and Chinese names, which are written with a hyphen inside.

/// Second parts of given names: `Jong-un`, `Tse-tung`, `Kai-shek`. Korean in the common
/// romanisations, Chinese in Wade–Giles, as newspapers print them.
#[rustfmt::skip]
const SECOND: &[&str] = &[
    "un", "il", "in", "jin", "hyun", "hyon", "ho", "hee", "hui", "hye", "ja", "jae", "je", "ji", "jong", "joo", "ju", "jun", "jung", "kyu",
    "kyung", "kyong", "mi", "min", "mo", "nam", "rae", "rim", "rok", "ryong", "san", "seok", "sok", "seon", "seong", "song", "shik", "sik",
    "soo", "su", "sook", "suk", "sun", "sung", "tae", "taek", "uk", "wan", "whan", "hwan", "won", "woo", "u", "wook", "yeol", "yol", "yeon",
    "yon", "yeong", "yong", "young", "yun", "yul", "hak", "han", "hong", "hun", "hoon", "gyu", "gyun", "geun", "gil", "gi", "ki", "kil",
    "kun", "chan", "chang", "chol", "cheol", "chul", "choon", "chun", "eun", "myung", "myong", "bok", "bom", "beom", "bin", "bong", "byung",
    "pyo", "phil", "pil", "sam", "sang", "hwa", "hwi", "ik", "eok", "keun", "kwan", "kwon", "kyun", "nyon", "dong", "tong", "du", "do",
    "tung", "shek", "sen", "jeou", "wen", "shui", "bian", "chu", "hui", "te", "lai", "ching", "chi", "chen", "chung", "cheng", "hsiung",
    "hsien", "lin", "lung", "ming", "ping", "shih", "teh", "yao", "yuan", "yu", "ying", "wei", "kuo", "kai", "jui", "ling", "mei", "pei",
];

/// First parts of given names.
#[rustfmt::skip]
const FIRST: &[&str] = &[
    "jong", "yo", "il", "jae", "myung", "geun", "dae", "tae", "nam", "young", "yong", "sung", "seong", "sang", "kwang", "kyung", "kyong",
    "chang", "chol", "chul", "hak", "hyun", "hyon", "hye", "ki", "gi", "gwang", "ji", "jin", "joon", "jun", "jung", "ju", "min", "mi", "moon",
    "myong", "pyong", "ryong", "se", "seok", "seung", "si", "so", "son", "song", "soo", "su", "sun", "suk", "sok", "won", "woo", "wan", "u",
    "yeon", "yoon", "yun", "yu", "yeong", "ri", "ro", "byung", "byong", "pong", "bong", "chan", "chi", "choe", "doo", "du", "dong", "eun", "gun",
    "kun", "ha", "han", "hee", "ho", "hong", "hwa", "hwang", "in", "no", "nak", "sol", "tong", "yang", "yol",
    "tse", "kai", "ying", "ing", "shui", "teng", "ching", "chien", "en", "chen", "chia", "hsiao", "hung", "jo", "kuo", "li", "mei", "ming",
    "ping", "shih", "te", "wen", "yi", "yat", "yuan", "zhong", "chung", "hsi", "chih", "cheng", "wei", "pei", "chun", "yen", "xi",
];

/// True for the two halves of a given name: `Jong` and `un`.
pub(super) fn is_given_name(first: &str, second: &str) -> bool {
    let mut letters = first.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && FIRST.contains(&first.to_lowercase().as_str())
        && SECOND.contains(&second)
}
