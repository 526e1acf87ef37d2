//! Which script text is written in, and what counts as part of a word.

use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use super::classes::class;

/// The ISO 15924 code of the script that most letters of `text` are in
/// (`Latn`, `Cyrl`, `Hang`); `Zyyy` when there are none.
pub fn script_of(text: &str) -> &'static str {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for c in text.chars().filter(|c| class(*c).is_letter()) {
        let script = script_of_char(c);
        if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
            continue;
        }
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    // The first of equals: `max_by_key` would take the last.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or("Zyyy", |(script, _)| script.short_name())
}

/// The script of a letter. The most frequent are not looked up.
fn script_of_char(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' => Script::Latin,
        '\u{410}'..='\u{44F}' => Script::Cyrillic,
        '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}' => Script::Arabic,
        '\u{4E00}'..='\u{9FFF}' => Script::Han,
        '\u{AC00}'..='\u{D7A3}' => Script::Hangul,
        _ => c.script(),
    }
}

/// Letters, marks and digits: a word goes on as long as these do.
pub fn is_word_char(c: char) -> bool {
    match c {
        // Asked of every letter of every text: the most frequent need no table.
        '\u{410}'..='\u{44F}'
        | '\u{621}'..='\u{63A}'
        | '\u{641}'..='\u{64A}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' => true,
        _ => class(c).is_letter_or_number() || (c > '\u{2FF}' && is_combining_mark(c)),
    }
}

/// Han, kana, Thai, Lao, Khmer and Myanmar: written without spaces, so that a
/// match may begin and end anywhere.
pub fn is_unspaced_script(c: char) -> bool {
    if c < '\u{E00}' {
        return false;
    }
    match c {
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' => true,
        // Latin and Greek with marks, punctuation, Hangul.
        '\u{1E00}'..='\u{206F}' | '\u{AC00}'..='\u{D7A3}' => false,
        // Common to Han and kana: the marks for "the same again" and long vowels.
        '\u{3005}'..='\u{3007}'
        | '\u{3031}'..='\u{3035}'
        | '\u{303B}'
        | '\u{30FC}'
        | '\u{FF70}'
        | '\u{FF9E}'
        | '\u{FF9F}' => true,
        // The baht sign is no letter.
        '\u{E3F}' => false,
        _ => matches!(
            c.script(),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Bopomofo
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        ),
    }
}
