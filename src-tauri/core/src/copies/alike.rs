//! Whether two texts are copies of one text, by their words in order.
//!
//! Sketches only say which texts to compare. Here stretches are found that run in
//! parallel: seeds of four words (seven letters) that each has once, joined over the few
//! words that differ between them. So a copy counts as one when it is cut, its
//! paragraphs stand in another order, or every third word is another one; and texts
//! that quote the same words, or end with the same background, do not.
//!
//! Texts of a series (market reports, schedules) run in parallel too. They differ in
//! what they are about: numbers and days.

use super::marks::{Mark, Marks, Meeting};
use super::words::WordKind;

/// Words that may differ between two seeds of one stretch.
const GAP: usize = 18;
/// Words that may come or go there. Texts that are put together from the same phrases
/// drift apart at once.
const DRIFT: usize = 4;
/// A shorter stretch is a turn of phrase.
const STRETCH: usize = 9;

/// How much of one text is in another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Likeness {
    /// Words of the stretches that both have, in the shorter text.
    pub words: usize,
    /// Those words as a part of the shorter text, 0 to 1.
    pub of_shorter: f64,
    /// And of the longer one.
    pub of_longer: f64,
    /// Of the words in parallel stretches, those that are the same.
    pub same: f64,
    /// Numbers that both have in the same place.
    pub numbers_kept: u32,
    /// Numbers that stand in the place of another number.
    pub numbers_changed: u32,
    /// Weekdays that both have in the same place.
    pub weekdays_kept: u32,
    pub weekdays_changed: u32,
    /// Days of a month.
    pub dates_kept: u32,
    pub dates_changed: u32,
}

impl Likeness {
    /// The texts are copies of one text.
    pub fn is_copy(&self) -> bool {
        self.words >= 25
            && self.of_shorter >= 0.4
            && self.of_longer >= 0.2
            && self.same >= 0.7
            && !self.is_series()
    }

    /// The texts say the same about another day, or with other figures.
    pub fn is_series(&self) -> bool {
        let figures = self.numbers_kept + self.numbers_changed;
        let many = self.numbers_changed >= 2
            && f64::from(self.numbers_changed) >= 0.3 * f64::from(figures);
        // Of a few lines one figure can be all that they say.
        let brief = self.words < 100 && self.numbers_changed > self.numbers_kept;
        let other_figures = many || brief;
        let other_weekdays = self.weekdays_changed > self.weekdays_kept
            && self.weekdays_changed + self.numbers_changed >= 2;
        other_figures || other_weekdays || self.dates_changed > self.dates_kept
    }
}

/// Compares two texts, in whichever order.
pub fn likeness(one: &Marks, other: &Marks) -> Likeness {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.is_empty() {
        return Likeness::default();
    }
    let stretches = stretches(short, long);
    let mut found = Likeness::default();
    let mut same = 0;
    let mut in_long = vec![false; long.len()];
    for stretch in &stretches {
        found.words += stretch.short.1 - stretch.short.0;
        same += stretch.same;
        let (from, to) = stretch.long;
        in_long.get_mut(from..to).unwrap_or_default().fill(true);
        found.numbers_kept += stretch.figures.numbers_kept;
        found.numbers_changed += stretch.figures.numbers_changed;
        found.weekdays_kept += stretch.figures.weekdays_kept;
        found.weekdays_changed += stretch.figures.weekdays_changed;
        found.dates_kept += stretch.figures.dates_kept;
        found.dates_changed += stretch.figures.dates_changed;
    }
    let covered = in_long.iter().filter(|hit| **hit).count();
    found.of_shorter = found.words as f64 / short.len() as f64;
    found.of_longer = covered as f64 / long.len() as f64;
    found.same = same as f64 / found.words.max(1) as f64;
    found
}

/// How much two texts have of the same part of `middle`: of what the one with less of
/// it has, 0 to 1.
pub fn overlap(middle: &Marks, one: &Marks, other: &Marks) -> f64 {
    let covered = |text: &Marks| {
        let mut covered = vec![false; middle.len()];
        for stretch in stretches(middle, text) {
            let (from, to) = stretch.short;
            covered.get_mut(from..to).unwrap_or_default().fill(true);
        }
        covered
    };
    let (mine, theirs) = (covered(one), covered(other));
    let count = |covered: &[bool]| covered.iter().filter(|hit| **hit).count();
    let both = mine.iter().zip(&theirs).filter(|(a, b)| **a && **b).count();
    both as f64 / count(&mine).min(count(&theirs)).max(1) as f64
}

/// The part of the shorter text's seeds that the other has too, 0 to 1.
pub fn shared(one: &Marks, other: &Marks) -> f64 {
    if one.len() <= other.len() {
        one.part_in(other)
    } else {
        other.part_in(one)
    }
}

/// Words from `.0` to before `.1` of each text that run in parallel.
#[derive(Debug)]
struct Stretch {
    short: (usize, usize),
    long: (usize, usize),
    /// Words that are the same.
    same: usize,
    figures: Figures,
}

#[derive(Debug, Default)]
struct Figures {
    numbers_kept: u32,
    numbers_changed: u32,
    weekdays_kept: u32,
    weekdays_changed: u32,
    dates_kept: u32,
    dates_changed: u32,
}

fn stretches(short: &Marks, long: &Marks) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut open: Option<Stretch> = None;
    for Meeting { one, other } in short.meetings(long) {
        match &mut open {
            Some(stretch) if follows(stretch, one.0, other.0) => {
                extend(stretch, &short.marks, &long.marks, one, other);
            }
            Some(stretch) if one.0 <= stretch.short.1 + GAP => {}
            _ => {
                keep(&mut found, open.take());
                let mut stretch = Stretch {
                    short: (one.0, one.0),
                    long: (other.0, other.0),
                    same: 0,
                    figures: Figures::default(),
                };
                extend(&mut stretch, &short.marks, &long.marks, one, other);
                open = Some(stretch);
            }
        }
    }
    keep(&mut found, open);
    found
}

fn keep(found: &mut Vec<Stretch>, stretch: Option<Stretch>) {
    found.extend(stretch.filter(|stretch| stretch.short.1 - stretch.short.0 >= STRETCH));
}

/// Whether a seed goes on with the stretch: not before its end in either text unless
/// it overlaps with its last seed, and not far behind.
fn follows(stretch: &Stretch, at: usize, start: usize) -> bool {
    if at < stretch.short.1 {
        // Overlapping: it has to lie on the same line.
        let back = stretch.short.1 - at;
        return stretch.long.1.checked_sub(back) == Some(start);
    }
    let gap = at - stretch.short.1;
    let Some(long_gap) = start.checked_sub(stretch.long.1) else {
        return false;
    };
    gap <= GAP && long_gap <= GAP && gap.abs_diff(long_gap) <= DRIFT
}

fn extend(
    stretch: &mut Stretch,
    short: &[Mark],
    long: &[Mark],
    seed: (usize, usize),
    place: (usize, usize),
) {
    let (from, long_from) = (stretch.short.1, stretch.long.1);
    let gap = short.get(from..seed.0).unwrap_or_default();
    let long_gap = long.get(long_from..place.0).unwrap_or_default();
    stretch.same += same_in_gap(gap, long_gap);
    count_gap(&mut stretch.figures, gap, long_gap);
    for word in short.get(seed.0.max(from)..seed.1).unwrap_or_default() {
        stretch.same += 1;
        match word.kind() {
            WordKind::Number => stretch.figures.numbers_kept += 1,
            WordKind::Weekday => stretch.figures.weekdays_kept += 1,
            WordKind::Day => stretch.figures.dates_kept += 1,
            _ => {}
        }
    }
    stretch.short.1 = stretch.short.1.max(seed.1);
    stretch.long.1 = stretch.long.1.max(place.1);
}

fn same_in_gap(gap: &[Mark], long_gap: &[Mark]) -> usize {
    let in_both = |word: &&Mark| long_gap.iter().any(|other| other.word() == word.word());
    gap.iter().filter(in_both).count()
}

/// Figures in a gap: those that both have are kept; of the rest, each stands in the
/// place of one of the other text.
fn count_gap(figures: &mut Figures, gap: &[Mark], long_gap: &[Mark]) {
    let count = |kind: WordKind| {
        let of = |words: &[Mark]| -> Vec<u32> {
            let of_kind = words.iter().filter(|word| word.kind() == kind);
            of_kind.map(|word| word.word()).collect()
        };
        let (mine, mut theirs) = (of(gap), of(long_gap));
        let mut kept = 0;
        for hash in &mine {
            if let Some(at) = theirs.iter().position(|other| other == hash) {
                theirs.swap_remove(at);
                kept += 1;
            }
        }
        (kept, (mine.len() - kept as usize).min(theirs.len()) as u32)
    };
    let (kept, changed) = count(WordKind::Number);
    figures.numbers_kept += kept;
    figures.numbers_changed += changed;
    let (kept, changed) = count(WordKind::Weekday);
    figures.weekdays_kept += kept;
    figures.weekdays_changed += changed;
    let (kept, changed) = count(WordKind::Day);
    figures.dates_kept += kept;
    figures.dates_changed += changed;
}
