//! How many words a text has.

use unicode_segmentation::UnicodeSegmentation;

/// Words by Unicode's rules (UAX #29, those with a letter or digit in them), in any script.
///
/// Nearly all that stands between two spaces is plainly one word; the rules, which weigh
/// each letter, are asked about the rest alone.
pub(crate) fn count_words(text: &str) -> usize {
    // No word reaches over these, whatever stands beside them.
    text.split([' ', '\n', '\t', '\r'])
        .map(|part| match plain(part) {
            Some(words) => words,
            None => part.unicode_words().count(),
        })
        .sum()
}

/// One for ASCII letters and digits with marks around them only, none for marks alone.
fn plain(part: &str) -> Option<usize> {
    let inside = part.trim_matches(|c: char| c.is_ascii_punctuation());
    let is_word = inside.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_word.then_some(usize::from(!inside.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_the_rules_do() {
        let parts = [
            "port",
            "U.S.",
            "3.5",
            "1,000",
            "don't",
            "a:b",
            "_",
            "_a_",
            "a_b",
            "--",
            "(AP)",
            "\"",
            "x.",
            ".x",
            "e-mail",
            "平壤",
            "김정은",
            "ひらがな",
            "カタカナ",
            "ไทย",
            "й",
            "и\u{306}",
            "\u{301}",
            "\u{200d}",
            "🇫🇷🇩🇪",
            "👩\u{200d}🚀",
            "\u{a0}",
            "ה'",
            "צה\"ל",
            "a\u{ad}b",
            "\u{b}",
            "\u{85}",
            "2026년",
            "№5",
            "’t",
            "l’été",
            "١٢٣",
            "\u{feff}",
        ];
        let between = ["", " ", "  ", "\n\n", "\t", "\r\n", "\r"];
        for one in parts {
            for two in parts {
                for gap in between {
                    for end in ["", " z", "\n"] {
                        let text = format!("{one}{gap}{two}{end}");
                        assert_eq!(count_words(&text), text.unicode_words().count(), "{text:?}");
                    }
                }
            }
        }
    }
}
