//! What a line is like by itself and in its text: the numbers that say whether it
//! belongs to the article.
//!
//! Nothing here knows a language but the cues: words that come again in the text
//! stand for its subject, its most frequent words for its grammar.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::lines::Line;
use crate::domain::RemovalReason;
use crate::extract::dates::{self, DateHints};
use crate::extract::{byline, captions, cues, words};

/// Names of the numbers that [`of_lines`] gives, in their order.
pub(crate) const NAMES: &[&str] = &[
    "words",
    "letters_a_word",
    "ends_sentence",
    "ends_colon",
    "ends_open",
    "ends_asking",
    "running",
    "capital_share",
    "upper_share",
    "starts_lower",
    "digit_share",
    "commas",
    "quoted",
    "separators",
    "address",
    "bullet",
    "cue",
    "after_article",
    "credit",
    "picture_label",
    "date",
    "name",
    "by",
    "printings",
    "grammar_share",
    "subject_share",
    "title_like",
];

/// How many lines' words are the text's most frequent ones.
const GRAMMAR_WORDS: usize = 40;

/// The traits of every line.
pub(crate) fn of_lines(lines: &[Line]) -> Vec<Vec<f32>> {
    let vocabulary = Vocabulary::of(lines);
    let mut printings: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        *printings.entry(line.key.as_str()).or_default() += 1;
    }
    lines
        .iter()
        .map(|line| {
            let again = printings.get(line.key.as_str()).copied().unwrap_or(1);
            of_line(line, again, &vocabulary)
        })
        .collect()
}

fn of_line(line: &Line, printings: usize, vocabulary: &Vocabulary) -> Vec<f32> {
    let text = line.text.as_str();
    let count = Letters::of(text);
    let short = line.words <= 26;
    let dated = short && dates::find(text, &DateHints::default()).is_some();
    let credit = line.words <= 70 && captions::credit(text).is_some();
    let label = line.words <= 70 && captions::is_labelled(text);
    let (grammar, subject) = vocabulary.shares(line);
    let title_like = (4..=30).contains(&line.words) && !words::ends_sentence(text);
    vec![
        number(line.words.min(300)),
        share(count.letters, line.words),
        flag(words::ends_sentence(text)),
        flag(text.ends_with([':', '：'])),
        flag(text.ends_with('…') || text.ends_with("...")),
        flag(text.ends_with(['?', '？', '؟'])),
        flag(line.running),
        capital_share(text),
        share_or_none(count.upper, count.upper + count.lower),
        flag(text.chars().next().is_some_and(char::is_lowercase)),
        share(count.digits, count.letters + count.digits),
        number(count.commas.min(12)),
        flag(count.quotes > 0),
        number(count.separators.min(8)),
        flag(text.contains(['@', '©']) || text.contains("www.") || text.contains("http")),
        flag(text.starts_with(['•', '‣', '▪', '●', '◦', '-', '–', '—', '*', '·'])),
        line.cue.map_or(0.0, reason),
        flag(line.words <= 12 && cues::ends_article(&words::cue_key(text))),
        flag(credit),
        flag(label),
        flag(dated),
        flag(line.words <= 8 && byline::looks_like_name(text)),
        flag(line.words <= 20 && byline::starts_with_by(text)),
        number(printings.min(6)),
        grammar,
        subject,
        flag(title_like),
    ]
}

/// A number for a cue's kind; near ones are of a kind.
fn reason(reason: RemovalReason) -> f32 {
    match reason {
        RemovalReason::Navigation => 1.0,
        RemovalReason::Share => 2.0,
        RemovalReason::Account => 3.0,
        RemovalReason::Comments => 4.0,
        RemovalReason::Consent => 5.0,
        RemovalReason::Promotion => 6.0,
        RemovalReason::Advertisement => 7.0,
        RemovalReason::Related => 8.0,
        RemovalReason::PageNote => 9.0,
        _ => 10.0,
    }
}

struct Letters {
    letters: usize,
    upper: usize,
    lower: usize,
    digits: usize,
    commas: usize,
    quotes: usize,
    separators: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut count = Self {
            letters: 0,
            upper: 0,
            lower: 0,
            digits: 0,
            commas: 0,
            quotes: 0,
            separators: 0,
        };
        for c in text.chars() {
            match c {
                ',' | '，' | '、' | '،' | ';' | '；' => count.commas += 1,
                '"' | '“' | '”' | '«' | '»' | '„' | '「' | '」' | '『' | '』' => {
                    count.quotes += 1
                }
                '|' | '›' | '•' | '·' | '→' | '/' | '‹' | '>' | '｜' => {
                    count.separators += 1
                }
                _ if c.is_numeric() => count.digits += 1,
                _ if c.is_alphabetic() => {
                    count.letters += 1;
                    count.upper += usize::from(c.is_uppercase());
                    count.lower += usize::from(c.is_lowercase());
                }
                _ => {}
            }
        }
        count
    }
}

/// How many of the words that could begin with a capital do; -1 where the script has none.
fn capital_share(text: &str) -> f32 {
    let (mut capital, mut cased) = (0, 0);
    for word in text.split(' ') {
        if let Some(first) = word.chars().find(|c| c.is_alphabetic()) {
            capital += usize::from(first.is_uppercase());
            cased += usize::from(first.is_uppercase() || first.is_lowercase());
        }
    }
    share_or_none(capital, cased)
}

/// Which words are the text's grammar and which its subject.
struct Vocabulary<'t> {
    grammar: HashSet<&'t str>,
    /// Other words of running text, with how many of its lines have them.
    subject: HashMap<&'t str, usize>,
    /// False for scripts without spaces, whose words can't be told apart.
    spaced: bool,
}

impl<'t> Vocabulary<'t> {
    fn of(lines: &'t [Line]) -> Self {
        let mut lines_with: HashMap<&str, usize> = HashMap::new();
        let (mut spaceless, mut all) = (0, 0);
        for line in lines.iter().filter(|line| line.running) {
            all += 1;
            spaceless += usize::from(words::mostly_spaceless(&line.text));
            let once: HashSet<&str> = line.key.split(' ').collect();
            for word in once {
                *lines_with.entry(word).or_default() += 1;
            }
        }
        let mut ranked: Vec<(&str, usize)> = lines_with.iter().map(|(w, n)| (*w, *n)).collect();
        ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let grammar: HashSet<&str> = ranked
            .iter()
            .take(GRAMMAR_WORDS)
            .filter(|(_, n)| *n > 1)
            .map(|(word, _)| *word)
            .collect();
        lines_with.retain(|word, _| !grammar.contains(word) && word.chars().count() > 3);
        Self {
            grammar,
            subject: lines_with,
            spaced: spaceless * 2 <= all,
        }
    }

    /// The share of a line's words that are grammar, and of its longer words that
    /// other lines of running text have too.
    fn shares(&self, line: &Line) -> (f32, f32) {
        if !self.spaced {
            return (-1.0, -1.0);
        }
        let (mut words, mut grammar, mut long, mut told) = (0, 0, 0, 0);
        let itself = usize::from(line.running);
        for word in line.key.split(' ') {
            words += 1;
            if self.grammar.contains(word) {
                grammar += 1;
            } else if word.chars().count() > 3 {
                long += 1;
                let others = self.subject.get(word).copied().unwrap_or(0);
                told += usize::from(others > itself);
            }
        }
        (share(grammar, words), share_or_none(told, long))
    }
}

pub(super) fn flag(yes: bool) -> f32 {
    if yes { 1.0 } else { 0.0 }
}

/// Exact for all numbers that are met here.
pub(super) fn number(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}

pub(super) fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        0.0
    } else {
        number(part) / number(whole)
    }
}

fn share_or_none(part: usize, whole: usize) -> f32 {
    if whole == 0 { -1.0 } else { share(part, whole) }
}
