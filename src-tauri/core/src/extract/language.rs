//! Which language a text is in, told by its script and its words.

use super::words;
use crate::text::class;

/// The language of `text` as a BCP 47 code, and whether that is certain.
pub(crate) fn detect(text: &str) -> Option<(&'static str, bool)> {
    let sample: String = text.chars().take(4000).collect();
    // Most texts are in Latin letters, with some marks beyond ASCII.
    let foreign = sample.chars().filter(|c| *c > '\u{36F}').count();
    let count = |inside: fn(char) -> bool| sample.chars().filter(|&c| inside(c)).count();
    let letters = count(|c| class(c).is_letter());
    if letters < 3 {
        return None;
    }
    let share = |part: usize, percent: usize| part * 100 >= letters * percent;
    if !share(foreign, 8) {
        return by_words(&sample);
    }
    let hangul = count(|c| matches!(c as u32, 0xAC00..=0xD7A3 | 0x1100..=0x11FF));
    let kana = count(|c| matches!(c as u32, 0x3041..=0x30FA));
    let han = count(|c| matches!(c as u32, 0x3400..=0x9FFF));
    if share(hangul, 25) {
        return Some(("ko", true));
    }
    if share(kana, 8) && share(kana + han, 40) {
        return Some(("ja", true));
    }
    if share(han, 40) {
        return Some(("zh", true));
    }
    if share(count(|c| matches!(c as u32, 0x0590..=0x05FF)), 50) {
        return Some(("he", true));
    }
    if share(count(|c| matches!(c as u32, 0x0E00..=0x0E7F)), 50) {
        return Some(("th", true));
    }
    if share(count(|c| matches!(c as u32, 0x0370..=0x03FF)), 50) {
        return Some(("el", true));
    }
    if share(count(|c| matches!(c as u32, 0x0600..=0x06FF)), 50) {
        return Some(arabic_script(&sample));
    }
    if share(count(|c| matches!(c as u32, 0x0400..=0x04FF)), 50) {
        return Some(cyrillic(&sample));
    }
    by_words(&sample)
}

fn arabic_script(sample: &str) -> (&'static str, bool) {
    let has = |letters: &[char]| sample.chars().filter(|c| letters.contains(c)).count();
    if has(&['ٹ', 'ڈ', 'ڑ', 'ے', 'ں']) > 0 {
        ("ur", true)
    } else if has(&['ێ', 'ۆ', 'ڕ', 'ڵ']) > 0 {
        ("ckb", true)
    } else if has(&['ټ', 'ډ', 'ړ', 'ښ', 'ځ', 'څ', 'ې', 'ۍ']) > 1 {
        ("ps", true)
    } else if has(&['پ', 'چ', 'ژ', 'گ', 'ک', 'ی']) > has(&['ك', 'ي', 'ة', 'ى', 'أ', 'إ'])
    {
        ("fa", true)
    } else {
        ("ar", true)
    }
}

fn cyrillic(sample: &str) -> (&'static str, bool) {
    let has = |letters: &[char]| sample.chars().filter(|c| letters.contains(c)).count();
    if has(&['ў', 'Ў']) > 0 && has(&['ї', 'є', 'Ї', 'Є']) == 0 {
        return ("be", true);
    }
    if has(&['ї', 'є', 'ґ', 'Ї', 'Є', 'Ґ']) > 0 || (has(&['і', 'І']) > 0 && has(&['ы', 'э']) == 0)
    {
        return ("uk", true);
    }
    if has(&['ј', 'љ', 'њ', 'ђ', 'ћ', 'џ']) > 0 {
        return if has(&['ѓ', 'ќ', 'ѕ']) > 0 {
            ("mk", true)
        } else {
            ("sr", true)
        };
    }
    if has(&['ә', 'ұ', 'қ', 'ғ', 'ң']) > 2 {
        return ("kk", true);
    }
    if has(&['ы', 'э', 'ё', 'Ы', 'Э', 'Ё']) > 0 {
        return ("ru", true);
    }
    by_words(sample)
        .filter(|(code, _)| matches!(*code, "ru" | "bg" | "mk" | "sr" | "uk"))
        .unwrap_or(("ru", false))
}

/// The language that the words of a text in Latin script are likeliest of, certain or not.
pub(super) fn likeliest(text: &str) -> Option<&'static str> {
    let sample: String = text.chars().take(4000).collect();
    two_letters(whatlang::detect(&sample)?.lang().code())
}

/// Words that English can hardly do without, and that no other language has together.
const ENGLISH: [&str; 12] = [
    "the", "of", "and", "to", "is", "was", "that", "for", "with", "his", "this", "are",
];
/// Words of a text, and percent of them that are such words, from which it is English.
const ENGLISH_WORDS: usize = 40;
const ENGLISH_PART: usize = 15;

/// True for English text of some length: a look at its words is much faster than
/// weighing all languages.
fn is_english(sample: &str) -> bool {
    let (mut all, mut own, mut articles) = (0, 0, 0);
    for word in sample.split_ascii_whitespace() {
        all += 1;
        own += usize::from(ENGLISH.contains(&word));
        articles += usize::from(word == "the");
    }
    all >= ENGLISH_WORDS && own * 100 >= all * ENGLISH_PART && articles * 50 >= all
}

/// Small words of English of which no other language of its letters has many.
#[rustfmt::skip]
const ENGLISH_ALONE: [&str; 38] = [
    "the", "and", "that", "with", "said", "says", "which", "from", "this", "were", "they", "their", "what", "who", "would",
    "have", "been", "both", "his", "she", "than", "after", "before", "about", "into", "over", "when", "where", "while", "could",
    "should", "because", "there", "these", "those", "not", "are", "its",
];
/// Of so many different ones, and so many percent of the words, a few words are English.
const ALONE: usize = 3;
const ALONE_PART: usize = 15;

/// True for a sentence or two of English, which are too few letters to weigh languages by.
fn is_short_english(sample: &str) -> bool {
    let (mut all, mut own) = (0, 0);
    let mut seen = 0_u64;
    for word in sample.split(|c: char| !c.is_alphabetic()) {
        if word.is_empty() {
            continue;
        }
        all += 1;
        let known = ENGLISH_ALONE
            .iter()
            .position(|known| known.eq_ignore_ascii_case(word));
        if let Some(at) = known {
            own += 1;
            seen |= 1 << at;
        }
    }
    all < 2 * ENGLISH_WORDS && seen.count_ones() as usize >= ALONE && own * 100 >= all * ALONE_PART
}

fn by_words(sample: &str) -> Option<(&'static str, bool)> {
    if is_english(sample) {
        return Some(("en", true));
    }
    let info = whatlang::detect(sample)?;
    let code = two_letters(info.lang().code())?;
    let certain = words::count(sample) >= 12 && info.is_reliable();
    if !certain && is_short_english(sample) {
        return Some(("en", true));
    }
    // A handful of words is not enough to tell languages of one script apart.
    (certain || words::count(sample) >= 30).then_some((code, certain))
}

/// ISO 639-3 as whatlang gives it, to the two letters of BCP 47.
fn two_letters(code: &str) -> Option<&'static str> {
    CODES
        .iter()
        .find(|(three, _)| *three == code)
        .map(|(_, two)| *two)
}

#[rustfmt::skip]
const CODES: &[(&str, &str)] = &[
    ("eng", "en"), ("fra", "fr"), ("deu", "de"), ("spa", "es"), ("por", "pt"), ("ita", "it"), ("nld", "nl"), ("swe", "sv"),
    ("dan", "da"), ("nob", "no"), ("fin", "fi"), ("pol", "pl"), ("ces", "cs"), ("slk", "sk"), ("slv", "sl"), ("hrv", "hr"),
    ("hun", "hu"), ("ron", "ro"), ("tur", "tr"), ("aze", "az"), ("uzb", "uz"), ("ind", "id"), ("jav", "jv"), ("vie", "vi"),
    ("tgl", "tl"), ("cat", "ca"), ("est", "et"), ("lav", "lv"), ("lit", "lt"), ("afr", "af"), ("zul", "zu"), ("sna", "sn"),
    ("aka", "ak"), ("lat", "la"), ("epo", "eo"), ("rus", "ru"), ("ukr", "uk"), ("bel", "be"), ("bul", "bg"), ("srp", "sr"),
    ("mkd", "mk"), ("hin", "hi"), ("mar", "mr"), ("nep", "ne"), ("ben", "bn"), ("tam", "ta"), ("tel", "te"), ("kan", "kn"),
    ("mal", "ml"), ("guj", "gu"), ("pan", "pa"), ("ori", "or"), ("sin", "si"), ("kat", "ka"), ("hye", "hy"), ("amh", "am"),
    ("mya", "my"), ("khm", "km"), ("tha", "th"), ("heb", "he"), ("yid", "yi"), ("ara", "ar"), ("pes", "fa"), ("urd", "ur"),
    ("cmn", "zh"), ("jpn", "ja"), ("kor", "ko"), ("ell", "el"), ("tuk", "tk"), ("cym", "cy"),
];

/// A declared language (`en-GB`, `en_US`, `EN`) as its primary subtag; `None` for nonsense.
pub(crate) fn primary(declared: &str) -> Option<String> {
    let tag = declared
        .trim()
        .split(['-', '_', ',', ';', ' '])
        .next()?
        .to_ascii_lowercase();
    let fits = (2..=3).contains(&tag.len())
        && tag.bytes().all(|b| b.is_ascii_lowercase())
        && tag != "und"
        && tag != "mul";
    fits.then(|| two_letters(&tag).map_or(tag, str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn a_sentence_of_english_with_foreign_names_is_english() {
        for text in [
            "Vladimir Putin met Kim Jong Un in Vladivostok on Wednesday, officials said, in what both sides called a friendly exchange.",
            "Text with emoji and a link x. Putin met Kim Jong Un in Vladivostok on Wednesday, officials said, in what both sides called a friendly exchange.",
        ] {
            assert_eq!(detect(text), Some(("en", true)), "{text}");
        }
        for (text, language) in [
            (
                "De president zei dat hij over de grens was geweest met de minister en dat het overleg in Den Haag goed was.",
                "nl",
            ),
            (
                "Statsministeren sagde onsdag, at hun havde talt med præsidenten om krigen, og at de var enige om det meste.",
                "da",
            ),
            (
                "Der Präsident sagte am Mittwoch, er sei mit dem Minister in Wien gewesen und habe dort The Who gehört.",
                "de",
            ),
        ] {
            assert_ne!(
                detect(text).map(|(code, _)| code),
                Some("en"),
                "{language}: {text}"
            );
        }
    }
}
