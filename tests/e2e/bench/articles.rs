//! News-like articles in many languages, made here: the same seed gives the same
//! library on every machine. Nothing in them is true, and none of it is anyone's text.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::Path;

use dragoman_e2e::Failure;
use serde_json::json;

use crate::tongues::{TONGUES, Tongue};

/// Raise it when the text changes, or what importing makes of it, so that a kept library
/// is not mistaken for the new one.
pub const EDITION: u32 = 2;

/// Writes articles as `dragoman import --jsonl` takes them. Each number is another one.
pub fn write(path: &Path, numbers: Range<u32>) -> Result<(), Failure> {
    let file = File::create(path).map_err(Failure::file(path))?;
    let mut out = BufWriter::new(file);
    for number in numbers {
        writeln!(out, "{}", article(number)).map_err(Failure::file(path))?;
    }
    out.flush().map_err(Failure::file(path))
}

fn article(number: u32) -> serde_json::Value {
    let mut dice = Dice::new(u64::from(number) + 1);
    let tongue = dice.pick(TONGUES);
    let paragraphs: Vec<String> = (0..6 + dice.below(7))
        .map(|_| paragraph(tongue, &mut dice))
        .collect();
    let outlet = dice.pick(tongue.outlets);
    // One every ninety minutes back from the end of 2025: about seventeen years at 100,000.
    let minutes = u64::from(number) * 90;
    json!({
        "id": format!("bench-{number}"),
        "lang": tongue.code,
        "title": sentence(tongue, &mut dice).trim_end_matches(tongue.stop).to_owned(),
        "text": paragraphs.join("\n\n"),
        "published": published(minutes),
        "outlet": outlet,
        "url": format!("https://example.org/{}/{number}", tongue.code),
    })
}

/// RFC 3339 in UTC, `minutes` before the first minute of 2026.
pub fn published(minutes: u64) -> String {
    let (days, minute) = (minutes / 1440, minutes % 1440);
    let (year, month, day) = date_before(days + 1);
    let minute = 1439 - minute;
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:00Z",
        minute / 60,
        minute % 60
    )
}

/// The date `days` days before 1 January 2026.
fn date_before(mut days: u64) -> (u64, u64, u64) {
    let mut year = 2025;
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let lengths = [
            31,
            if leap { 29 } else { 28 },
            31,
            30,
            31,
            30,
            31,
            31,
            30,
            31,
            30,
            31,
        ];
        for (month, length) in (1..=12).rev().zip(lengths.into_iter().rev()) {
            if days <= length {
                return (year, month, length - days + 1);
            }
            days -= length;
        }
        year -= 1;
    }
}

pub fn paragraph(tongue: &Tongue, dice: &mut Dice) -> String {
    let sentences: Vec<String> = (0..3 + dice.below(3))
        .map(|_| sentence(tongue, dice))
        .collect();
    sentences.join(tongue.between)
}

pub fn sentence(tongue: &Tongue, dice: &mut Dice) -> String {
    let name = invented(tongue, dice);
    let parts = [
        dice.pick(tongue.when).to_string(),
        dice.pick(tongue.who).to_string(),
        name,
        dice.pick(tongue.did).to_string(),
        dice.pick(tongue.what).to_string(),
        dice.pick(tongue.place).to_string(),
    ];
    format!("{}{}", parts.join(tongue.between), tongue.stop)
}

/// A name that no list of the world holds, so that the index gets as many rare words as real news gives it.
pub fn invented(tongue: &Tongue, dice: &mut Dice) -> String {
    // Squaring makes some names frequent and most rare.
    let rarity = dice.below(200);
    let mut name = Dice::new(rarity * rarity + 7);
    (0..2 + name.below(2))
        .map(|_| *name.pick(tongue.syllables))
        .collect()
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        let at = self.below(from.len() as u64);
        &from[at as usize]
    }
}
