//! What nobody means to ask: pasted pages, random signs, words without end.

use dragoman_core::domain::SearchQuery;
use dragoman_core::search::SearchIndex;
use dragoman_core::search::query::NoNames;

use super::timing::milliseconds;
use super::{Sentences, failed};
use dragoman_e2e::Failure;

/// Asked alone, and many times over: what a parser may stumble on, in several scripts.
const PARTS: [&str; 32] = [
    "the ",
    "of the and ",
    "a",
    "e* ",
    "s* ",
    "x~ ",
    "government~ ",
    "\"",
    "\"the of\" ",
    "(",
    "-",
    "-the ",
    "OR ",
    "+the ",
    "AND NOT (a|b)+.*?[^c]{2,}$ ",
    "\"a b c\"~999999999999 ",
    "in:",
    "on:last month ",
    "before:2030 ",
    "is:unread ",
    "title:the ",
    "lang:en ",
    ":",
    "~",
    "*",
    "\u{0}\u{1b}\u{202E}\u{2066}\u{FFFD}",
    "e\u{301}",
    "\u{301}",
    "金正恩",
    "กรุงเทพ",
    "부산시장",
    "😀",
];
/// How many times over; 100 KB at most.
const TIMES: [usize; 3] = [1, 40, 100_000];
const LONGEST: usize = 100_000;

/// Asked with another word each time: what saying something once doesn't make shorter.
const EACH: [fn(&[String]) -> String; 12] = [
    |words| format!("{}* ", first(words, 1)),
    |words| format!("{}* ", first(words, 2)),
    |words| format!("-{}* ", first(words, 1)),
    |words| format!("title:{}* ", first(words, 1)),
    |words| format!("({}* OR {}*) ", first(words, 2), first(words, 3)),
    |words| format!("({}~ the) ", words.join("~ ")),
    |words| format!("{}~ ", words.concat()),
    |words| format!("{}~ ", first(words, 2)),
    |words| format!("\"{} the of\"~9 ", first(words, 9)),
    |words| format!("\"the {}\" ", words.join(" ")),
    |words| format!("+{} ", words.join(" +")),
    |words| {
        format!(
            "-\"of {}\" OR \"in the\"~{} ",
            words.join(" "),
            words.concat().len()
        )
    },
];

/// A query by its beginning and its length in bytes, and the milliseconds until its results
/// and its counts are there.
pub struct Asked {
    pub query: String,
    pub results: f64,
    pub facets: f64,
}

/// Asks each of them once, and gives the slowest first.
pub fn ask(index: &SearchIndex, sentences: &mut Sentences) -> Result<Vec<Asked>, Failure> {
    let mut queries: Vec<String> = PARTS
        .iter()
        .flat_map(|part| TIMES.map(|times| part.repeat(times.min(LONGEST / part.len()).max(1))))
        .collect();
    queries.push((0..10_000).map(|n| format!("word{n} ")).collect());
    queries.push(sentences.words(3).join(" ").repeat(LONGEST / 64));
    for each in EACH {
        for times in [8, 100] {
            sentences.restart(3);
            queries.push((0..times).map(|_| each(&sentences.words(2))).collect());
        }
    }
    let mut asked = Vec::new();
    for text in queries {
        let start: String = text.chars().take(24).collect();
        let shown = format!("{:?} of {} bytes", start, text.len());
        let query = SearchQuery {
            text,
            limit: 20,
            ..SearchQuery::default()
        };
        let results = milliseconds(|| index.search(&query, &NoNames).map(drop));
        let facets = milliseconds(|| index.facets(&query, &NoNames).map(drop));
        asked.push(Asked {
            query: shown,
            results: results.map_err(failed)?,
            facets: facets.map_err(failed)?,
        });
    }
    asked.sort_by(|a, b| (b.results + b.facets).total_cmp(&(a.results + a.facets)));
    Ok(asked)
}

fn first(words: &[String], letters: usize) -> String {
    let word = words.first().map_or("", String::as_str);
    word.chars().take(letters).collect()
}
