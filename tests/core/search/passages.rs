//! What is shown of results stays to the letter what it was, however it is read.

use dragoman_core::search::Seen;

use super::{Library, titled};

/// Words in many scripts, and what parts or joins them.
const WORDS: [&str; 40] = [
    "grain",
    "grains",
    "Grain",
    "harbours",
    "the",
    "of",
    "U.S.",
    "Jong-un",
    "l’Élysée",
    "Korea's",
    "R&D",
    "1,500",
    "1 500 000",
    "4.5",
    "cafe\u{301}",
    "col·legi",
    "zer\u{AD}no",
    "naïve",
    "Straße",
    "ŒUVRE",
    "ﬁne",
    "Зеленского",
    "Пам'ять",
    "зерно",
    "צה\"ל",
    "می\u{200C}رود",
    "لموسكو",
    "港口",
    "朝鲜中央通讯社",
    "カイロで",
    "〇",
    "김정은은",
    "ทะเล",
    "🚢",
    "x2y",
    "Kim",
    "ABCdef",
    "e\u{302}\u{323}",
    "１２",
    "م",
];
const BETWEEN: [&str; 16] = [
    " ", " ", " ", " ", " ", " ", ". ", ", ", "-", "\u{A0}", " “", "” ", "\n", "…", "’", "",
];
const QUERIES: [&str; 13] = [
    "grain ",
    "grain harbours kim ",
    "\"grain of\" зерно",
    "gra*",
    "harbor~ us ",
    "jong un 1500 ",
    "elysee naive strasse ",
    "зеленский память",
    "港口 朝鲜",
    "김정은 ทะเล",
    "رود موسكو",
    "45 2022-13-45",
    "\"kim grain\"~5 the",
];

/// FNV-1a.
fn digest(all: &str) -> u64 {
    all.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn passages_and_marks_are_to_the_letter_what_they_were() {
    let mut dice: u32 = 2_463_534_242;
    let mut roll = |sides: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 17;
        dice ^= dice << 5;
        dice as usize % sides
    };
    let mut text = |words: usize, of: usize| {
        let mut text = String::new();
        for _ in 0..words {
            text.push_str(WORDS[roll(of)]);
            text.push_str(BETWEEN[roll(BETWEEN.len())]);
        }
        text
    };
    let languages = [Some("en"), None, Some("ru"), Some("fr"), Some("id")];
    let articles: Vec<(String, Vec<String>)> = (0..120)
        .map(|number| {
            // The first words are those of one language.
            let of = if number % 3 == 0 { 15 } else { WORDS.len() };
            let blocks = (0..1 + number % 4)
                .map(|_| text(5 + number * 2, of))
                .collect();
            (text(4, of), blocks)
        })
        .collect();
    let documents = articles
        .iter()
        .enumerate()
        .map(|(number, (title, blocks))| {
            let language = languages[number % 5].unwrap_or_default();
            ("it", titled(language, title, &blocks.join("\n")))
        });
    let library = Library::of(documents.collect());
    let mut all = String::new();
    for query in QUERIES {
        let marker = library.search(query).marker;
        let mut seen = Seen::default();
        for (number, (title, blocks)) in articles.iter().enumerate() {
            let language = languages[number % 5];
            let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
            for most in [60, 240] {
                let of = (title.as_str(), language);
                let shown = marker.show(of, &blocks, (language, most), &mut seen);
                all.push_str(&format!("{shown:?}\n"));
            }
            all.push_str(&format!("{:?}\n", marker.mark(blocks[0], language)));
        }
    }
    // Of what the first version of this test saw.
    assert_eq!(
        (all.len(), digest(&all)),
        (851_048, 12_076_193_265_296_293_849)
    );
}
