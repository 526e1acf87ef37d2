//! What differs between two texts, paragraph by paragraph and word by word.

use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation;

use super::paragraphs::{Pair, align};
use crate::domain::{Block, DiffRun, PartChange, PartDiff, RunKind, TextDiff, TextPart};

/// A text as it is compared.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// Title, standfirst, byline and times: what is empty is left out.
    pub fields: &'a [(TextPart, String)],
    pub blocks: &'a [Block],
}

/// What became of `before` in `after`.
pub fn diff(before: &Compared<'_>, after: &Compared<'_>) -> TextDiff {
    let mut parts = fields(before.fields, after.fields);
    let old: Vec<&str> = before.blocks.iter().map(|b| b.text.as_str()).collect();
    let new: Vec<&str> = after.blocks.iter().map(|b| b.text.as_str()).collect();
    for pair in align(&old, &new) {
        parts.extend(paragraph(before.blocks, after.blocks, pair));
    }
    let count = |kind: RunKind| -> u32 {
        parts
            .iter()
            // What moved is no other word.
            .filter(|part| !matches!(part.change, PartChange::MovedHere | PartChange::MovedAway))
            .filter(|part| {
                matches!(
                    part.of,
                    TextPart::Body { .. } | TextPart::Title | TextPart::Standfirst
                )
            })
            .flat_map(|part| &part.runs)
            .filter(|run| run.kind == kind)
            .map(|run| words(&run.text))
            .sum()
    };
    TextDiff {
        added: count(RunKind::Inserted),
        removed: count(RunKind::Deleted),
        parts,
    }
}

fn words(text: &str) -> u32 {
    u32::try_from(text.unicode_words().count()).unwrap_or(u32::MAX)
}

fn fields(before: &[(TextPart, String)], after: &[(TextPart, String)]) -> Vec<PartDiff> {
    let value = |fields: &[(TextPart, String)], part: TextPart| -> String {
        let found = fields.iter().find(|(known, _)| *known == part);
        found.map_or_else(String::new, |(_, value)| value.clone())
    };
    let mut order: Vec<TextPart> = after.iter().map(|(part, _)| *part).collect();
    for (part, _) in before {
        if !order.contains(part) {
            order.push(*part);
        }
    }
    order
        .into_iter()
        .filter_map(|part| whole(part, &value(before, part), &value(after, part)))
        .collect()
}

/// A field, which is not parted into paragraphs.
fn whole(of: TextPart, before: &str, after: &str) -> Option<PartDiff> {
    let (change, runs) = match (before.is_empty(), after.is_empty()) {
        (true, true) => return None,
        (true, false) => (PartChange::Inserted, run(RunKind::Inserted, after)),
        (false, true) => (PartChange::Deleted, run(RunKind::Deleted, before)),
        (false, false) if before == after => (PartChange::Same, run(RunKind::Same, after)),
        // A date is another date, not some other digits.
        (false, false) if matches!(of, TextPart::Published | TextPart::Updated) => (
            PartChange::Changed,
            vec![
                DiffRun {
                    kind: RunKind::Deleted,
                    text: before.to_owned(),
                },
                DiffRun {
                    kind: RunKind::Inserted,
                    text: after.to_owned(),
                },
            ],
        ),
        (false, false) => (PartChange::Changed, runs(before, after)),
    };
    Some(PartDiff { of, change, runs })
}

fn paragraph(before: &[Block], after: &[Block], pair: Pair) -> Option<PartDiff> {
    let part = |block: &Block, change, runs| PartDiff {
        of: TextPart::Body { kind: block.kind },
        change,
        runs,
    };
    let alone = |block: Option<&Block>, change, kind| {
        block.map(|block| part(block, change, run(kind, &block.text)))
    };
    match pair {
        Pair::Same { after: n } => alone(after.get(n), PartChange::Same, RunKind::Same),
        Pair::Inserted { after: n } => alone(after.get(n), PartChange::Inserted, RunKind::Inserted),
        Pair::MovedHere { after: n } => alone(after.get(n), PartChange::MovedHere, RunKind::Same),
        Pair::Deleted { before: n } => alone(before.get(n), PartChange::Deleted, RunKind::Deleted),
        Pair::MovedAway { before: n } => {
            alone(before.get(n), PartChange::MovedAway, RunKind::Deleted)
        }
        Pair::Changed {
            before: old,
            after: new,
        } => {
            let (old, new) = (before.get(old)?, after.get(new)?);
            Some(part(new, PartChange::Changed, runs(&old.text, &new.text)))
        }
    }
}

fn run(kind: RunKind, text: &str) -> Vec<DiffRun> {
    vec![DiffRun {
        kind,
        text: text.to_owned(),
    }]
}

/// The words of a text with what stands between them, as UAX #29 parts them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split_word_bounds()
}

/// The words that two paragraphs share and those that they don't.
fn runs(before: &str, after: &str) -> Vec<DiffRun> {
    let (old, new): (Vec<&str>, Vec<&str>) = (tokens(before).collect(), tokens(after).collect());
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    let diff = Diff::compute(Algorithm::Myers, &input);
    let mut builder = Runs::default();
    let mut at = 0;
    for hunk in diff.hunks() {
        let slice = |tokens: &[&str], from: u32, to: u32| -> String {
            tokens
                .get(from as usize..to as usize)
                .unwrap_or_default()
                .concat()
        };
        builder.push(RunKind::Same, slice(&new, at, hunk.after.start));
        builder.push(
            RunKind::Deleted,
            slice(&old, hunk.before.start, hunk.before.end),
        );
        builder.push(
            RunKind::Inserted,
            slice(&new, hunk.after.start, hunk.after.end),
        );
        at = hunk.after.end;
    }
    builder.push(
        RunKind::Same,
        new.get(at as usize..).unwrap_or_default().concat(),
    );
    builder.finish()
}

/// Gathers runs so that they read well: a space between two changed words changes
/// with them, and what is gone stands before what came.
#[derive(Default)]
struct Runs {
    done: Vec<DiffRun>,
    deleted: String,
    inserted: String,
    /// White space after the last change, which may turn out to part two changes.
    space: String,
}

impl Runs {
    fn push(&mut self, kind: RunKind, text: String) {
        if text.is_empty() {
            return;
        }
        match kind {
            RunKind::Same => {
                let changing = !self.deleted.is_empty() || !self.inserted.is_empty();
                if changing && self.space.is_empty() && text.trim().is_empty() {
                    self.space = text;
                    return;
                }
                self.settle();
                match self.done.last_mut() {
                    Some(last) if last.kind == RunKind::Same => last.text.push_str(&text),
                    _ => self.done.push(DiffRun { kind, text }),
                }
            }
            RunKind::Deleted => {
                self.bridge();
                self.deleted.push_str(&text);
            }
            RunKind::Inserted => {
                self.bridge();
                self.inserted.push_str(&text);
            }
        }
    }

    /// The space is between two changes: it goes with both.
    fn bridge(&mut self) {
        let space = std::mem::take(&mut self.space);
        self.deleted.push_str(&space);
        self.inserted.push_str(&space);
    }

    fn settle(&mut self) {
        for (kind, text) in [
            (RunKind::Deleted, std::mem::take(&mut self.deleted)),
            (RunKind::Inserted, std::mem::take(&mut self.inserted)),
        ] {
            if !text.is_empty() {
                self.done.push(DiffRun { kind, text });
            }
        }
        let space = std::mem::take(&mut self.space);
        if !space.is_empty() {
            self.done.push(DiffRun {
                kind: RunKind::Same,
                text: space,
            });
        }
    }

    fn finish(mut self) -> Vec<DiffRun> {
        self.settle();
        self.done
    }
}
