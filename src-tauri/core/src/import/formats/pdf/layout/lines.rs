//! The lines of a page, each with what paragraphs are told apart by.

use super::super::content::{Direction, Painted};
use super::super::syntax::Budget;
use super::bidi::{self, Brackets};
use super::columns::{self, Region, column_of};
use super::fragments::{Fragment, fragments};
use super::vertical;

/// Initials in one column; a page with more of them is no text.
const MAX_INITIALS: usize = 40;
/// Between the cells of a row.
const CELL: &str = " | ";

#[derive(Debug, Clone)]
pub(in super::super) struct Line {
    pub text: String,
    /// Left and right edge as seen, in points.
    pub x: f32,
    pub end: f32,
    /// Of the baseline, from the top of the page.
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    /// The file marks it as a running head or foot, or it runs across the page's direction.
    pub aside: bool,
    /// A row of a table.
    pub row: bool,
    pub leftward: bool,
    /// A space is drawn at its end.
    pub space_after: bool,
    /// Width of the word that begins it.
    pub first_word: f32,
    /// Lines with the same number stand below each other in one column.
    pub region: u32,
    /// From 0.
    pub page: u32,
    /// Of the page, in points.
    pub page_width: f32,
    pub page_height: f32,
}

impl Line {
    /// Distance from the edge of the page where lines of its script begin.
    pub fn begin(&self) -> f32 {
        if self.leftward {
            self.page_width - self.end
        } else {
            self.x
        }
    }

    /// Where it stops, from the same edge.
    pub fn stop(&self) -> f32 {
        if self.leftward {
            self.page_width - self.x
        } else {
            self.end
        }
    }
}

/// All lines of a page in the order of reading; `region` counts on from page to page.
pub(in super::super) fn lines(
    mut painted: Painted,
    page: u32,
    region: &mut u32,
    brackets: &mut Brackets,
    budget: &Budget,
) -> Vec<Line> {
    let mut lines = Vec::new();
    vertical::turn(&mut painted);
    let main = main_direction(&painted);
    let directions = [
        Direction::Level,
        Direction::Down,
        Direction::Up,
        Direction::UpsideDown,
        Direction::Slanted,
    ];
    // What runs another way than most of the page comes after it.
    let others = directions
        .into_iter()
        .filter(|direction| *direction != main);
    for direction in std::iter::once(main).chain(others) {
        let turned = matches!(direction, Direction::Up | Direction::Down);
        let (width, height) = match turned {
            true => (painted.height, painted.width),
            false => (painted.width, painted.height),
        };
        let fragments = fragments(&painted.glyphs, direction);
        // Columns are found by comparing fragments with each other.
        let compared = fragments.len().min(columns::MAX_FRAGMENTS);
        if !budget.spend(compared * compared / 3) {
            return lines;
        }
        for found in columns::regions(fragments) {
            *region = region.saturating_add(1);
            let place = Place {
                page,
                region: *region,
                aside: direction != main,
                width,
                height,
            };
            read_region(found, &place, brackets, &mut lines);
        }
    }
    lines
}

fn main_direction(painted: &Painted) -> Direction {
    let count = |direction| {
        let glyphs = painted.glyphs.iter();
        glyphs.filter(|glyph| glyph.direction == direction).count()
    };
    let turned = [Direction::Down, Direction::Up, Direction::UpsideDown];
    let most = turned.into_iter().max_by_key(|&direction| count(direction));
    most.filter(|&most| count(most) > count(Direction::Level) * 2)
        .unwrap_or(Direction::Level)
}

struct Place {
    page: u32,
    region: u32,
    aside: bool,
    width: f32,
    height: f32,
}

fn read_region(region: Region, place: &Place, brackets: &mut Brackets, lines: &mut Vec<Line>) {
    let mut fragments = region.fragments;
    fragments.sort_by(|a, b| a.y.total_cmp(&b.y));
    for mut row in rows(fragments) {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
        lines.extend(line(&row, &region.cuts, place, brackets));
    }
}

/// Groups fragments at the same height, small raised ones with the line that they stand on.
fn rows(fragments: Vec<Fragment>) -> Vec<Vec<Fragment>> {
    let mut rows: Vec<Vec<Fragment>> = Vec::new();
    let mut initials: Vec<Fragment> = Vec::new();
    for fragment in fragments {
        let near = rows
            .iter_mut()
            .rev()
            .take(3)
            .find(|row| belongs(row, &fragment));
        match near {
            Some(row) => row.push(fragment),
            None => rows.push(vec![fragment]),
        }
    }
    // An initial of several lines' height is the first letter of the first of them.
    rows.retain(|row| match row.as_slice() {
        [only] if only.text.chars().count() <= 2 && initials.len() < MAX_INITIALS => {
            initials.push(only.clone());
            false
        }
        _ => true,
    });
    for initial in initials {
        let beside = rows.iter_mut().find(|row| {
            row.iter().any(|fragment| {
                initial.size > fragment.size * 1.7
                    && fragment.y > initial.top()
                    && fragment.y < initial.bottom()
                    && fragment.x >= initial.end - fragment.size
                    && fragment.x - initial.end < fragment.size * 3.0
            })
        });
        match beside {
            Some(row) => attach_initial(row, initial),
            None => {
                let at = rows
                    .iter()
                    .position(|row| row.iter().any(|f| f.y > initial.y));
                rows.insert(at.unwrap_or(rows.len()), vec![initial]);
            }
        }
    }
    rows
}

fn belongs(row: &[Fragment], fragment: &Fragment) -> bool {
    row.iter().any(|member| {
        let (large, small) = match member.size >= fragment.size {
            true => (member, fragment),
            false => (fragment, member),
        };
        let apart = (member.y - fragment.y).abs();
        if small.size > large.size * 0.8 {
            return apart < small.size * 0.3;
        }
        // A note's number or an ordinal's letters; not an initial, which is far larger.
        let raised = small.y > large.top() && small.y < large.bottom();
        let beside = small.x > large.x && small.x - large.end < large.size;
        small.size > large.size * 0.45 && raised && beside && apart < large.size * 0.5
    })
}

/// `T` and `he` are one word; a letter with a space after it is a word of its own.
fn attach_initial(row: &mut [Fragment], initial: Fragment) {
    let first = row.iter_mut().min_by(|a, b| a.x.total_cmp(&b.x));
    let Some(first) = first else { return };
    let apart = initial.space_after || matches!(initial.text.as_str(), "A" | "I" | "«" | "“");
    let apart = apart && first.text.chars().next().is_some_and(char::is_alphabetic);
    let upper = first.text.chars().take(2).all(char::is_uppercase);
    let space = if apart && !upper { " " } else { "" };
    first.text = format!("{}{space}{}", initial.text, first.text);
}

fn line(row: &[Fragment], cuts: &[f32], place: &Place, brackets: &mut Brackets) -> Option<Line> {
    let (first, last) = (row.first()?, row.last()?);
    let seen = join(row, cuts);
    let leftward = bidi::is_leftward(&seen);
    let text = if cuts.is_empty() {
        bidi::spoken(&seen, brackets)
    } else {
        let mut cells: Vec<String> = seen
            .split(CELL)
            .map(|cell| bidi::spoken(cell, brackets))
            .collect();
        if leftward {
            cells.reverse();
        }
        cells.join(CELL)
    };
    let main = row.iter().max_by_key(|fragment| fragment.text.len())?;
    let longest = |is: fn(&Fragment) -> bool| -> usize {
        row.iter().filter(|f| is(f)).map(|f| f.text.len()).sum()
    };
    Some(Line {
        text,
        x: first.x,
        end: row.iter().map(|f| f.end).fold(last.end, f32::max),
        y: main.y,
        size: main.size,
        bold: longest(|f| f.bold) * 2 > seen.len(),
        aside: place.aside || longest(|f| f.artifact) * 2 > seen.len(),
        row: row.len() > 1 && !cuts.is_empty(),
        leftward,
        space_after: last.space_after,
        first_word: if leftward {
            last.last_word
        } else {
            first.first_word
        },
        region: place.region,
        page: place.page,
        page_width: place.width,
        page_height: place.height,
    })
}

/// A row as seen, with a space between its fragments unless they touch.
fn join(row: &[Fragment], cuts: &[f32]) -> String {
    let mut text = String::new();
    let mut before: Option<&Fragment> = None;
    for fragment in row {
        if let Some(before) = before {
            let gap = fragment.x - before.end;
            if column_of(before, cuts) != column_of(fragment, cuts) {
                text.push_str(CELL);
            } else if before.space_after || gap > before.size.min(fragment.size) * 0.17 {
                text.push(' ');
            }
        }
        text.push_str(&fragment.text);
        before = Some(fragment);
    }
    text
}
