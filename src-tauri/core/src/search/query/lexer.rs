//! Cutting a query into words, phrases and operators. Any text is a query.

/// A part of a query as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lexeme {
    Word { text: String, star: bool },
    Phrase(String),
    Not,
    Or,
    Open,
    Close,
}

/// What follows the most that a person would type is left out.
const MOST: usize = 256;

pub(super) fn lex(text: &str) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut chars = text.chars().peekable();
    let mut at_start = true;
    while let Some(c) = chars.next() {
        if lexemes.len() >= MOST {
            break;
        }
        if c.is_whitespace() {
            at_start = true;
            continue;
        }
        let started = std::mem::replace(&mut at_start, false);
        match c {
            '(' | '（' => {
                lexemes.push(Lexeme::Open);
                at_start = true;
            }
            ')' | '）' => lexemes.push(Lexeme::Close),
            _ if closing_quote(c).is_some() && (started || c == '"') => {
                let phrase: String = chars
                    .by_ref()
                    .take_while(|next| !closes(c, *next))
                    .collect();
                lexemes.push(Lexeme::Phrase(phrase));
                at_start = true;
            }
            '-' | '−' if started && chars.peek().is_some_and(|next| begins_something(*next)) => {
                lexemes.push(Lexeme::Not);
                at_start = true;
            }
            _ => {
                let mut word = String::from(c);
                while let Some(next) = chars.next_if(|next| goes_on(*next)) {
                    word.push(next);
                }
                lexemes.push(word_lexeme(word));
            }
        }
    }
    lexemes
}

fn word_lexeme(word: String) -> Lexeme {
    if word == "OR" {
        return Lexeme::Or;
    }
    match word.strip_suffix('*') {
        Some(stem) if !stem.is_empty() => Lexeme::Word {
            text: stem.to_owned(),
            star: true,
        },
        _ => Lexeme::Word {
            text: word,
            star: false,
        },
    }
}

fn goes_on(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '(' | ')' | '（' | '）')
}

fn begins_something(c: char) -> bool {
    c.is_alphanumeric() || c == '(' || closing_quote(c).is_some()
}

/// The mark that ends what `open` begins.
fn closing_quote(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' | '＂' | '\u{201C}' | '\u{201D}' | '\u{201E}' => {
            &['"', '＂', '\u{201C}', '\u{201D}', '\u{201E}']
        }
        '«' => &['»'],
        '「' => &['」'],
        '『' => &['』'],
        '《' => &['》'],
        _ => return None,
    })
}

fn closes(open: char, c: char) -> bool {
    closing_quote(open).is_some_and(|closing| closing.contains(&c))
}
