//! The languages whose inflections search knows, and how to tell which one
//! words are in.

use frostem::Algorithm;

/// A set of letters, as far as choosing a stemmer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alphabet {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Tamil,
    Other,
}

impl Alphabet {
    /// By the first letter that isn't a digit.
    pub fn of(word: &str) -> Self {
        word.chars()
            .find(|c| c.is_alphabetic())
            .map_or(Self::Other, |c| match c {
                '\0'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}' | '\u{FF21}'..='\u{FF5A}' => Self::Latin,
                '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
                '\u{400}'..='\u{52F}' => Self::Cyrillic,
                '\u{530}'..='\u{58F}' => Self::Armenian,
                '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => Self::Hebrew,
                '\u{600}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FEFC}' => {
                    Self::Arabic
                }
                '\u{900}'..='\u{97F}' => Self::Devanagari,
                '\u{B80}'..='\u{BFF}' => Self::Tamil,
                _ => Self::Other,
            })
    }
}

/// How words of a language lose their inflections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stemming {
    /// A Snowball algorithm that takes endings off only, so that a stem begins
    /// as its word does.
    Endings(Algorithm),
    Arabic,
    /// Snowball's, which takes prefixes off too.
    Indonesian,
    /// One-letter prefixes come off.
    Hebrew,
    /// Kept as written, accents and all: Vietnamese tones part words that
    /// folding makes one.
    AsWritten,
    /// Folded only; nothing is known of the language.
    Unknown,
}

/// A language, as search treats its words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Language {
    /// ISO 639-1; what its stems are told apart by.
    pub tag: &'static str,
    pub alphabet: Alphabet,
    pub stemming: Stemming,
}

const fn snowball(tag: &'static str, alphabet: Alphabet, algorithm: Algorithm) -> Language {
    Language {
        tag,
        alphabet,
        stemming: Stemming::Endings(algorithm),
    }
}

const fn other(tag: &'static str, alphabet: Alphabet, stemming: Stemming) -> Language {
    Language {
        tag,
        alphabet,
        stemming,
    }
}

/// For each alphabet, its fallback first.
pub(super) static LANGUAGES: [Language; 40] = [
    snowball("en", Alphabet::Latin, Algorithm::English),
    snowball("ca", Alphabet::Latin, Algorithm::Catalan),
    snowball("cs", Alphabet::Latin, Algorithm::Czech),
    snowball("da", Alphabet::Latin, Algorithm::Danish),
    snowball("de", Alphabet::Latin, Algorithm::German),
    snowball("eo", Alphabet::Latin, Algorithm::Esperanto),
    snowball("es", Alphabet::Latin, Algorithm::Spanish),
    snowball("et", Alphabet::Latin, Algorithm::Estonian),
    snowball("eu", Alphabet::Latin, Algorithm::Basque),
    snowball("fi", Alphabet::Latin, Algorithm::Finnish),
    snowball("fr", Alphabet::Latin, Algorithm::French),
    snowball("ga", Alphabet::Latin, Algorithm::Irish),
    snowball("hu", Alphabet::Latin, Algorithm::Hungarian),
    other("id", Alphabet::Latin, Stemming::Indonesian),
    snowball("it", Alphabet::Latin, Algorithm::Italian),
    snowball("lt", Alphabet::Latin, Algorithm::Lithuanian),
    snowball("nl", Alphabet::Latin, Algorithm::Dutch),
    snowball("no", Alphabet::Latin, Algorithm::Norwegian),
    snowball("pl", Alphabet::Latin, Algorithm::Polish),
    snowball("pt", Alphabet::Latin, Algorithm::Portuguese),
    snowball("ro", Alphabet::Latin, Algorithm::Romanian),
    snowball("sr", Alphabet::Latin, Algorithm::Serbian),
    snowball("sv", Alphabet::Latin, Algorithm::Swedish),
    snowball("tr", Alphabet::Latin, Algorithm::Turkish),
    other("vi", Alphabet::Latin, Stemming::AsWritten),
    // Latin letters of a language that isn't known or has no stemmer.
    other("xx", Alphabet::Latin, Stemming::Unknown),
    snowball("ru", Alphabet::Cyrillic, Algorithm::Russian),
    snowball("uk", Alphabet::Cyrillic, Algorithm::Ukrainian),
    other("xc", Alphabet::Cyrillic, Stemming::Unknown),
    snowball("el", Alphabet::Greek, Algorithm::Greek),
    snowball("hy", Alphabet::Armenian, Algorithm::Armenian),
    other("he", Alphabet::Hebrew, Stemming::Hebrew),
    snowball("yi", Alphabet::Hebrew, Algorithm::Yiddish),
    other("ar", Alphabet::Arabic, Stemming::Arabic),
    snowball("fa", Alphabet::Arabic, Algorithm::Persian),
    other("xa", Alphabet::Arabic, Stemming::Unknown),
    snowball("hi", Alphabet::Devanagari, Algorithm::Hindi),
    snowball("ne", Alphabet::Devanagari, Algorithm::Nepali),
    snowball("ta", Alphabet::Tamil, Algorithm::Tamil),
    other("xo", Alphabet::Other, Stemming::Unknown),
];

impl Language {
    /// The language that `word` of a text in `declared` (BCP 47) is stemmed in.
    ///
    /// Words in another alphabet than the text's, such as names left in Latin
    /// letters, go by their own alphabet.
    pub fn of_word(word: &str, declared: Option<&str>) -> &'static Self {
        let alphabet = Alphabet::of(word);
        Self::of_alphabet(alphabet, declared)
    }

    pub fn of_alphabet(alphabet: Alphabet, declared: Option<&str>) -> &'static Self {
        let known = declared.and_then(Self::declared);
        if let Some(language) = known.filter(|language| language.alphabet == alphabet) {
            return language;
        }
        let tag = match (alphabet, declared.map(primary)) {
            // Written in this alphabet, without a stemmer of its own.
            (Alphabet::Latin, Some(code)) if known.is_none() && !is_unlatin(&code) => "xx",
            (Alphabet::Cyrillic, Some(code))
                if matches!(
                    code.as_str(),
                    "bg" | "mk" | "sr" | "kk" | "ky" | "mn" | "tg"
                ) =>
            {
                "xc"
            }
            (Alphabet::Arabic, Some(code))
                if matches!(code.as_str(), "ur" | "ps" | "ku" | "ckb" | "sd" | "ug") =>
            {
                "xa"
            }
            _ => "",
        };
        Self::tagged(tag)
            .or_else(|| {
                LANGUAGES
                    .iter()
                    .find(|language| language.alphabet == alphabet)
            })
            .unwrap_or(&LANGUAGES[LANGUAGES.len() - 1])
    }

    pub fn tagged(tag: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.tag == tag)
    }

    fn declared(code: &str) -> Option<&'static Self> {
        let code = primary(code);
        let tag = match code.as_str() {
            "nb" | "nn" => "no",
            "ms" => "id",
            "sk" => "cs",
            "hr" | "bs" => "sr",
            "gl" => "pt",
            "be" => "ru",
            "mr" => "hi",
            "prs" | "tg-arab" => "fa",
            "iw" => "he",
            code => code,
        };
        Self::tagged(tag)
    }
}

/// Two letters of a language tag: `pt` of `pt-BR`.
fn primary(code: &str) -> String {
    code.split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// Languages not written in Latin letters: their Latin words are mostly
/// foreign names, and mostly English.
fn is_unlatin(code: &str) -> bool {
    matches!(
        code,
        "zh" | "yue"
            | "ja"
            | "ko"
            | "th"
            | "lo"
            | "km"
            | "my"
            | "bg"
            | "mk"
            | "kk"
            | "ky"
            | "mn"
            | "ur"
            | "ps"
            | "sd"
            | "bn"
            | "pa"
            | "gu"
            | "te"
            | "kn"
            | "ml"
            | "si"
            | "ka"
            | "am"
            | "und"
    )
}

/// What language `text` seems to be in, for documents that don't say.
pub(super) fn guess(text: &str) -> Option<&'static str> {
    const ENOUGH: usize = 2_000;
    let end = (0..=ENOUGH.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))?;
    let guess = whatlang::detect(&text[..end])?;
    if !guess.is_reliable() {
        return None;
    }
    use whatlang::Lang;
    let code = match guess.lang() {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Hin => "hi",
        Lang::Nep => "ne",
        Lang::Tam => "ta",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ell => "el",
        Lang::Ces => "cs",
        Lang::Ron => "ro",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Nob => "no",
        Lang::Fin => "fi",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Cat => "ca",
        Lang::Lit => "lt",
        Lang::Est => "et",
        Lang::Epo => "eo",
        Lang::Hye => "hy",
        Lang::Bul => "bg",
        Lang::Mkd => "mk",
        Lang::Srp | Lang::Hrv => "sr",
        Lang::Urd => "ur",
        Lang::Slk => "sk",
        _ => return None,
    };
    Some(code)
}
