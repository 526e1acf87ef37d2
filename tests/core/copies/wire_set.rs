//! Copies of agency texts are grouped, and nothing else is: measured on copies with
//! edits of known size and on texts that only look like copies.
//!
//! `DRAGOMAN_WIRE_TEXTS=FILE cargo test -p dragoman-core --release wire_set -- --nocapture`
//! measures on other texts, in the form of `tests/fixtures/wire/texts.txt`.

use std::collections::{BTreeMap, HashMap};

use dragoman_core::CancelToken;
use dragoman_core::domain::ArticleId;

use super::series;
use crate::support::{Bench, bench};

/// SplitMix64: the same set on every machine.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn often(&mut self, chance: f64) -> bool {
        self.part() < chance
    }

    fn between(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.part()
    }

    pub fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}

/// Sentences of one text.
type Sentences = Vec<String>;

fn texts() -> Vec<Sentences> {
    let stored = include_str!("../../fixtures/wire/texts.txt");
    let text = match std::env::var_os("DRAGOMAN_WIRE_TEXTS") {
        Some(path) => std::fs::read_to_string(path).unwrap(),
        None => stored.to_owned(),
    };
    let one = |text: &str| text.lines().map(str::to_owned).collect();
    text.trim().split("\n\n").map(one).collect()
}

/// What an outlet makes of an agency's text: cut to 60 to 100 %, paragraphs in another
/// order, quotes dropped, the lead rewritten, words changed, a paragraph of its own.
fn copy(
    original: &Sentences,
    others: &[Sentences],
    vocabulary: &[&str],
    chance: &mut Chance,
) -> Vec<String> {
    let keep = chance.between(0.6, 1.0);
    let all: usize = original.iter().map(|text| text.split(' ').count()).sum();
    let mut words = 0;
    let mut sentences: Sentences = Vec::new();
    for sentence in original {
        words += sentence.split(' ').count();
        sentences.push(sentence.clone());
        if words as f64 >= keep * all as f64 {
            break;
        }
    }
    if chance.often(0.4) {
        let before = sentences.len();
        let mut quiet = sentences.clone();
        quiet.retain(|text| !text.contains('"'));
        if quiet.len() * 4 >= before * 3 {
            sentences = quiet;
        }
    }
    if chance.often(0.5) {
        let length = sentences[0].split(' ').count();
        let lead: Vec<&str> = (0..length).map(|_| chance.pick(vocabulary)).collect();
        sentences[0] = lead.join(" ");
    }
    let changed = chance.between(0.05, 0.3);
    for sentence in &mut sentences {
        *sentence = change_words(sentence, changed, vocabulary, chance);
    }
    let mut paragraphs: Vec<String> = sentences.chunks(3).map(|chunk| chunk.join(" ")).collect();
    if chance.often(0.4) && paragraphs.len() > 2 {
        chance.shuffle(&mut paragraphs[1..]);
    }
    if chance.often(0.3) {
        let own = &others[chance.below(others.len())];
        paragraphs.push(own[chance.below(own.len())].clone());
    }
    paragraphs
}

fn change_words(sentence: &str, part: f64, vocabulary: &[&str], chance: &mut Chance) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in sentence.split(' ') {
        if !chance.often(part) {
            words.push(word);
            continue;
        }
        match chance.below(10) {
            0 => {}
            1 => words.extend([word, chance.pick(vocabulary)]),
            _ => words.push(chance.pick(vocabulary)),
        }
    }
    words.join(" ")
}

/// One text of the set and which texts it belongs with.
struct Case {
    source: String,
    kind: &'static str,
    paragraphs: Vec<String>,
}

fn cases(texts: &[Sentences], chance: &mut Chance) -> Vec<Case> {
    let vocabulary: Vec<&str> = texts
        .iter()
        .flatten()
        .flat_map(|text| text.split(' '))
        .collect();
    let mut cases = Vec::new();
    let mut add = |source: String, kind, paragraphs| {
        cases.push(Case {
            source,
            kind,
            paragraphs,
        });
    };
    // Every fourth text is the other text of a negative, and in the set nowhere else.
    let (others, printed): (Vec<_>, Vec<_>) = (0..).zip(texts).partition(|(n, _)| n % 4 == 3);
    for (n, text) in &printed {
        let paragraphs = text.chunks(3).map(|chunk| chunk.join(" ")).collect();
        add(format!("text {n}"), "original", paragraphs);
        for _ in 0..1 + chance.below(5) {
            let paragraphs = copy(text, texts, &vocabulary, chance);
            add(format!("text {n}"), "copy", paragraphs);
        }
    }
    for (at, (n, other)) in others.iter().enumerate() {
        let own = |chunk: &[String]| chunk.join(" ");
        let mut paragraphs: Vec<String> = other.chunks(3).map(own).collect();
        if at % 2 == 0 {
            // The same event in other words: a fifth of another text is quoted.
            let (_, quoted) = printed[at % printed.len()];
            let some = quoted.len() / 5;
            paragraphs.splice(1..1, quoted[2..2 + some].iter().cloned());
            add(format!("same event {n}"), "same event", paragraphs);
        } else {
            paragraphs.push(series::BACKGROUND.to_owned());
            add(format!("background {n}"), "background", paragraphs);
        }
    }
    for (source, kind, paragraphs) in series::all(chance) {
        add(source, kind, paragraphs);
    }
    chance.shuffle(&mut cases);
    cases
}

/// Imports the set and counts pairs that are together and should be.
fn measure(bench: &Bench, cases: &[Case]) -> Figures {
    let lines: Vec<String> = cases
        .iter()
        .enumerate()
        .map(|(n, case)| {
            serde_json::json!({
                "id": n.to_string(),
                "title": format!("Story {n}"),
                "text": case.paragraphs.join("\n"),
                "outlet": format!("Outlet {}", n % 17),
            })
            .to_string()
        })
        .collect();
    let path = bench.file("set.jsonl", lines.join("\n"));
    bench
        .notebook
        .imports()
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    let mut grouped: HashMap<String, Vec<usize>> = HashMap::new();
    for n in 0..cases.len() {
        let id: ArticleId = bench
            .notebook
            .articles()
            .find_external(&n.to_string())
            .unwrap()
            .unwrap();
        if let Some(wire) = bench.get(id).wire {
            grouped.entry(wire.group.to_string()).or_default().push(n);
        }
    }
    let mut figures = Figures::default();
    for members in grouped.values() {
        for (at, one) in members.iter().enumerate() {
            for other in &members[at + 1..] {
                if cases[*one].source == cases[*other].source {
                    figures.right += 1;
                } else {
                    figures.wrong += 1;
                    let mut kinds = [cases[*one].kind, cases[*other].kind];
                    kinds.sort_unstable();
                    *figures.wrong_kinds.entry(kinds.join(" + ")).or_default() += 1;
                    if std::env::var_os("DRAGOMAN_WIRE_SHOW").is_some() {
                        println!(
                            "WRONG {} | {}\n  {}\n  {}",
                            cases[*one].source,
                            cases[*other].source,
                            cases[*one].paragraphs.join(" "),
                            cases[*other].paragraphs.join(" ")
                        );
                    }
                }
            }
        }
    }
    if std::env::var_os("DRAGOMAN_WIRE_SHOW").is_some() {
        show_missed(cases, &grouped);
    }
    let mut sources: HashMap<&str, u64> = HashMap::new();
    for case in cases {
        *sources.entry(&case.source).or_default() += 1;
    }
    figures.wanted = sources.values().map(|n| n * (n - 1) / 2).sum();
    figures
}

fn show_missed(cases: &[Case], grouped: &HashMap<String, Vec<usize>>) {
    let group = |n: usize| grouped.iter().find(|(_, members)| members.contains(&n));
    for (n, case) in cases.iter().enumerate() {
        let mates =
            (0..cases.len()).filter(|other| cases[*other].source == case.source && *other != n);
        let apart = mates.filter(|other| {
            let (mine, theirs) = (group(n), group(*other));
            mine.is_none() || mine.map(|(id, _)| id) != theirs.map(|(id, _)| id)
        });
        let apart: Vec<usize> = apart.collect();
        if !apart.is_empty() {
            println!(
                "MISSED {n} {} {} from {apart:?}, in {:?}",
                case.source,
                case.kind,
                group(n)
            );
        }
    }
}

#[derive(Debug, Default)]
struct Figures {
    right: u64,
    wrong: u64,
    wanted: u64,
    wrong_kinds: BTreeMap<String, u64>,
}

#[test]
fn copies_are_grouped_and_nothing_else() {
    let texts = texts();
    let bench = bench();
    let cases = cases(&texts, &mut Chance(22));
    let figures = measure(&bench, &cases);
    let precision = figures.right as f64 / (figures.right + figures.wrong).max(1) as f64;
    let recall = figures.right as f64 / figures.wanted.max(1) as f64;
    println!(
        "{} texts, precision {precision:.4}, recall {recall:.4}: {figures:?}",
        cases.len()
    );
    assert!(precision >= 0.98, "precision {precision}: {figures:?}");
    assert!(recall >= 0.98, "recall {recall}: {figures:?}");
}
