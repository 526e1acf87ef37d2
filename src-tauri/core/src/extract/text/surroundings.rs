//! What stands around a line: how its neighbours are, and where in the page it is.

use std::ops::Range;

use super::lines::Line;
use super::stretch;
use super::traits::{self, flag, number, share};

/// Names of the numbers that [`of_lines`] gives after the line's own traits.
pub(crate) const NAMES: &[&str] = &[
    "position",
    "text_before",
    "text_after",
    "text_words",
    "page_lines",
    "since_running",
    "until_running",
    "run_length",
    "run_place",
    "run_rest",
    "run_words",
    "in_stretch",
    "from_start",
    "from_end",
    "stretch_share",
    "stretch_lines",
    "since_after_article",
    "same_as_last",
    "same_as_next",
    "words_-3..0",
    "words_1..4",
    "words_-10..0",
    "words_1..11",
    "runs_-5..0",
    "runs_1..6",
    "runs_-15..0",
    "runs_1..16",
    "cues_-5..0",
    "cues_1..6",
    "cues_-15..0",
    "cues_1..16",
    "titles_-6..0",
    "titles_1..7",
    "words_-2",
    "words_-1",
    "words_+1",
    "words_+2",
    "ends_-2",
    "ends_-1",
    "ends_+1",
    "ends_+2",
    "capitals_-2",
    "capitals_-1",
    "capitals_+1",
    "capitals_+2",
    "cue_-2",
    "cue_-1",
    "cue_+1",
    "cue_+2",
    "running_-2",
    "running_-1",
    "running_+1",
    "running_+2",
    "date_-1",
    "date_+1",
    "subject_-1",
    "subject_+1",
];

const WINDOWS: [Range<isize>; 4] = [-3..0, 1..4, -10..0, 1..11];
const COUNTED: [Range<isize>; 4] = [-5..0, 1..6, -15..0, 1..16];
const TITLES: [Range<isize>; 2] = [-6..0, 1..7];
const NEIGHBOURS: [isize; 4] = [-2, -1, 1, 2];
/// Distances beyond this are all far.
const FAR: usize = 40;

// Places in `traits::NAMES`.
const WORDS: usize = 0;
const ENDS: usize = 2;
const RUNNING: usize = 6;
const CAPITALS: usize = 7;
const CUE: usize = 16;
const AFTER_ARTICLE: usize = 17;
const DATE: usize = 20;
const SUBJECT: usize = 25;
const TITLE_LIKE: usize = 26;

/// The traits of every line, followed by those of its surroundings.
pub(crate) fn of_lines(lines: &[Line]) -> Vec<Vec<f32>> {
    let own = traits::of_lines(lines);
    let page = Page::of(lines, &own);
    (0..lines.len())
        .map(|at| {
            let mut all = own[at].clone();
            page.add(at, &mut all);
            all
        })
        .collect()
}

struct Page<'l> {
    lines: &'l [Line],
    own: &'l [Vec<f32>],
    /// Sums up to each line: words of running text, running lines, cues, headline-like lines.
    text: Vec<usize>,
    runs: Vec<usize>,
    cues: Vec<usize>,
    titles: Vec<usize>,
    words: Vec<usize>,
    /// For each line the last running line up to it and the first from it on.
    last_run: Vec<Option<usize>>,
    next_run: Vec<Option<usize>>,
    last_heading: Vec<Option<usize>>,
    stretch: Range<usize>,
}

impl<'l> Page<'l> {
    fn of(lines: &'l [Line], own: &'l [Vec<f32>]) -> Self {
        let sum = |what: &dyn Fn(usize) -> usize| {
            let mut sums = vec![0];
            let mut total = 0;
            for at in 0..lines.len() {
                total += what(at);
                sums.push(total);
            }
            sums
        };
        let last = |what: &dyn Fn(usize) -> bool| {
            let mut seen = None;
            let mut all = Vec::with_capacity(lines.len());
            for at in 0..lines.len() {
                all.push(seen);
                if what(at) {
                    seen = Some(at);
                }
            }
            all
        };
        let mut seen = None;
        let mut next_run = vec![None; lines.len()];
        for at in (0..lines.len()).rev() {
            next_run[at] = seen;
            if lines[at].running {
                seen = Some(at);
            }
        }
        Self {
            lines,
            own,
            text: sum(&|at| {
                if lines[at].running {
                    lines[at].words
                } else {
                    0
                }
            }),
            runs: sum(&|at| usize::from(lines[at].running)),
            cues: sum(&|at| usize::from(lines[at].cue.is_some())),
            titles: sum(&|at| usize::from(own[at][TITLE_LIKE] > 0.0)),
            words: sum(&|at| lines[at].words),
            last_run: last(&|at| lines[at].running),
            next_run,
            last_heading: last(&|at| own[at][AFTER_ARTICLE] > 0.0),
            stretch: stretch::find(lines),
        }
    }

    fn add(&self, at: usize, out: &mut Vec<f32>) {
        let count = self.lines.len();
        let all_text = self.text[count];
        out.push(share(at, count));
        out.push(share(self.text[at], all_text));
        out.push(share(all_text - self.text[at + 1], all_text));
        out.push(number(all_text.min(5000)));
        out.push(number(count.min(2000)));
        self.add_run(at, out);
        self.add_stretch(at, out);
        out.push(number(
            self.last_heading[at].map_or(FAR, |last| (at - last).min(FAR)),
        ));
        let same = |other: Option<&Line>| flag(other.is_some_and(|o| o.key == self.lines[at].key));
        out.push(same(
            at.checked_sub(1).and_then(|last| self.lines.get(last)),
        ));
        out.push(same(self.lines.get(at + 1)));
        for window in &WINDOWS {
            out.push(number(self.within(&self.text, at, window)));
        }
        for window in &COUNTED {
            out.push(number(self.within(&self.runs, at, window)));
        }
        for window in &COUNTED {
            out.push(number(self.within(&self.cues, at, window)));
        }
        for window in &TITLES {
            out.push(number(self.within(&self.titles, at, window)));
        }
        for place in [WORDS, ENDS, CAPITALS, CUE, RUNNING] {
            for by in NEIGHBOURS {
                out.push(self.neighbour(at, by, place));
            }
        }
        for place in [DATE, SUBJECT] {
            out.push(self.neighbour(at, -1, place));
            out.push(self.neighbour(at, 1, place));
        }
    }

    /// Labels come in runs: menus, link lists, the head of an article.
    fn add_run(&self, at: usize, out: &mut Vec<f32>) {
        let last = self.last_run[at];
        let next = self.next_run[at];
        let count = self.lines.len();
        out.push(number(last.map_or(FAR, |last| (at - last).min(FAR))));
        out.push(number(next.map_or(FAR, |next| (next - at).min(FAR))));
        if self.lines[at].running {
            out.extend([0.0, 0.0, 0.0, 0.0]);
            return;
        }
        let from = last.map_or(0, |last| last + 1);
        let to = next.unwrap_or(count);
        out.push(number((to - from).min(FAR)));
        out.push(number((at - from).min(FAR)));
        out.push(number((to - at).min(FAR)));
        out.push(share(self.words[to] - self.words[from], to - from));
    }

    fn add_stretch(&self, at: usize, out: &mut Vec<f32>) {
        let Range { start, end } = self.stretch;
        let signed = |from: usize, to: usize| {
            if to >= from {
                number((to - from).min(FAR))
            } else {
                -number((from - to).min(FAR))
            }
        };
        out.push(flag(self.stretch.contains(&at)));
        out.push(signed(start, at));
        out.push(signed(at, end));
        out.push(share(
            self.text[end] - self.text[start],
            self.text[self.lines.len()],
        ));
        out.push(number((end - start).min(400)));
    }

    /// The sum over the lines `window` away from `at`.
    fn within(&self, sums: &[usize], at: usize, window: &Range<isize>) -> usize {
        let edge = |by: isize| at.saturating_add_signed(by).min(self.lines.len());
        sums[edge(window.end)] - sums[edge(window.start)]
    }

    fn neighbour(&self, at: usize, by: isize, place: usize) -> f32 {
        at.checked_add_signed(by)
            .and_then(|other| self.own.get(other))
            .map_or(-2.0, |own| own[place])
    }
}
