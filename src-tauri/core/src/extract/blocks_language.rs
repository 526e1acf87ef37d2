//! Blocks in another language than the article: quotations in the original, mostly.

use super::{language, words};
use crate::domain::ArticleParts;
use crate::text::{class, script_of};

/// Fewer words do not tell apart two languages of one script.
const FEW_WORDS: usize = 12;
/// Letters in another script that make a block one of another language.
const FEW_LETTERS: usize = 8;
/// Words of the article's own language that show at once that a block is in it.
const OWN_WORDS: usize = 2;

/// The words that a text of some length can hardly do without, by language: looking
/// for them is much faster than telling languages apart.
#[rustfmt::skip]
const COMMON: &[(&str, &[&str])] = &[
    ("en", &["the", "of", "and", "to", "is", "was", "that", "for", "with", "his", "this", "are", "your", "you", "from", "have", "has", "been", "were", "their",
        "they", "by", "it", "but", "not", "we", "can", "will", "which", "or", "on", "at", "be", "an"]),
    ("fr", &["les", "des", "est", "une", "dans", "pour", "qui", "que", "sur", "par", "pas", "aux"]),
    ("de", &["der", "die", "das", "und", "ist", "nicht", "den", "von", "mit", "auf", "ein", "sich"]),
    ("es", &["los", "las", "del", "que", "una", "por", "con", "para", "como", "más", "pero", "sus"]),
    ("pt", &["que", "uma", "não", "com", "para", "dos", "por", "mais", "como", "das", "são", "ao"]),
    ("it", &["che", "della", "per", "una", "non", "con", "del", "gli", "sono", "alla", "dei", "anche"]),
    ("nl", &["het", "een", "van", "dat", "niet", "zijn", "voor", "met", "aan", "ook", "maar", "naar"]),
    ("ru", &["и", "в", "не", "на", "что", "с", "по", "как", "это", "из", "для", "о"]),
    ("uk", &["і", "та", "що", "не", "на", "у", "з", "до", "для", "це", "як", "від"]),
];

/// Sets the language of each block where it certainly differs from the article's.
pub(super) fn mark(parts: &mut ArticleParts) {
    let Some(article) = parts.language.clone() else {
        return;
    };
    let common = COMMON
        .iter()
        .find(|(code, _)| *code == article)
        .map_or(&[][..], |(_, words)| words);
    let first: String = parts
        .blocks
        .iter()
        .take(4)
        .map(|block| block.text.as_str())
        .collect();
    let script = script_of(&first);
    for block in &mut parts.blocks {
        let own = block
            .text
            .split(|c: char| !class(c).is_letter_or_number())
            .take(80)
            .filter(|word| common.contains(word))
            .take(OWN_WORDS)
            .count();
        if own == OWN_WORDS {
            continue;
        }
        let letters = block.text.chars().filter(|c| class(*c).is_letter()).count();
        let long = words::count(&block.text) >= FEW_WORDS;
        let foreign = letters >= FEW_LETTERS && script_of(&block.text) != script;
        if !long && !foreign {
            continue;
        }
        block.lang = language::detect(&block.text)
            .filter(|(code, certain)| *certain && *code != article)
            .map(|(code, _)| code.to_owned());
    }
}
