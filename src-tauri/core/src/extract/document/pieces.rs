//! What becomes of each line: a field, a block of the body, or a removed piece.

use foldhash::{HashMap, HashMapExt};

use super::head::Head;
use super::lines::{self, Line};
use crate::domain::{Block, BlockKind, Fate, LineStyle, RemovalReason, SourcePiece};
use crate::extract::{captions, words};

/// A longer running line with a credit at its end is text that quotes an agency.
const CAPTION_WORDS: usize = 45;
/// A longer line is never only furniture of a page.
const FURNITURE_WORDS: usize = 32;
/// Words of a line that stands as a heading without being styled as one.
const HEADING_WORDS: usize = 12;

/// Sorts all lines into blocks and pieces.
pub(super) fn sort(lines: &[Line], head: &Head) -> (Vec<Block>, Vec<SourcePiece>) {
    let mut sorter = Sorter {
        furnished: lines::has_furniture(lines),
        headed: lines.iter().any(|line| line.style == LineStyle::Heading),
        running_heads: HashMap::new(),
        blocks: Vec::new(),
        lines,
        head,
    };
    let pieces = (0..lines.len())
        .map(|at| SourcePiece {
            line: lines::number(at),
            text: lines[at].text.to_owned(),
            fate: sorter.fate(at),
        })
        .collect();
    (sorter.blocks, pieces)
}

struct Sorter<'l, 'd> {
    lines: &'l [Line<'d>],
    head: &'l Head,
    /// The document was copied off a page with its furniture.
    furnished: bool,
    /// Its format marks headings.
    headed: bool,
    /// Running heads, their page numbers hidden, with the line of the first.
    running_heads: HashMap<String, u32>,
    blocks: Vec<Block>,
}

impl Sorter<'_, '_> {
    fn fate(&mut self, at: usize) -> Fate {
        let (line, head) = (&self.lines[at], self.head);
        if head.title.contains(&at) {
            return Fate::Title;
        }
        if head.standfirst == Some(at) {
            return Fate::Standfirst;
        }
        if head.byline == Some(at) {
            return Fate::Byline;
        }
        if head.published.as_ref().is_some_and(|(date, _)| *date == at) {
            return Fate::Published;
        }
        if head.updated.as_ref().is_some_and(|(date, _)| *date == at) {
            return removed(RemovalReason::PageNote);
        }
        if !line.is_text() {
            return self.running_head(at);
        }
        let short = !line.running || line.words <= FURNITURE_WORDS;
        if let Some(reason) = line.cue.filter(|_| self.furnished && short) {
            return removed(reason);
        }
        let repeats_title = head
            .title
            .first()
            .filter(|&&title| head.title.len() == 1 && at > title && at <= title + 3)
            .filter(|&&title| self.lines[title].key == line.key);
        if let Some(&title) = repeats_title {
            return Fate::Removed {
                reason: RemovalReason::Repeated,
                repeats: Some(lines::number(title)),
            };
        }
        let kind = self.kind(at);
        let plain = matches!(kind, BlockKind::Paragraph | BlockKind::Heading);
        let credit = captions::credit(line.text).filter(|_| {
            kind == BlockKind::Caption || plain && !(line.running && line.words > CAPTION_WORDS)
        });
        let kind = if credit.is_some() {
            BlockKind::Caption
        } else {
            kind
        };
        let block = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        self.blocks.push(Block {
            kind,
            text: line.text.to_owned(),
            credit,
            line: lines::number(at),
            lang: None,
        });
        Fate::Body { block }
    }

    fn running_head(&mut self, at: usize) -> Fate {
        let line = &self.lines[at];
        let repeats = match self.running_heads.get(&words::cue_key(line.text)) {
            Some(&first) => Some(first),
            None => {
                self.running_heads
                    .insert(words::cue_key(line.text), lines::number(at));
                None
            }
        };
        Fate::Removed {
            reason: match repeats {
                Some(_) => RemovalReason::Repeated,
                None => line.cue.unwrap_or(RemovalReason::PageNote),
            },
            repeats,
        }
    }

    fn kind(&self, at: usize) -> BlockKind {
        let line = &self.lines[at];
        match line.style {
            LineStyle::Title | LineStyle::Heading => BlockKind::Heading,
            LineStyle::Subtitle if line.words <= HEADING_WORDS * 2 => BlockKind::Heading,
            LineStyle::Quote => BlockKind::Quote,
            LineStyle::ListItem => BlockKind::ListItem,
            LineStyle::Caption => BlockKind::Caption,
            LineStyle::TableRow => BlockKind::TableRow,
            LineStyle::Code => BlockKind::Code,
            _ if line.text.starts_with(['•', '‣', '▪', '●', '◦']) => BlockKind::ListItem,
            _ if self.stands_as_heading(at) => BlockKind::Heading,
            _ => BlockKind::Paragraph,
        }
    }

    /// A short line between two sentences, in a document that styles no headings.
    fn stands_as_heading(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let runs = |at: Option<usize>| {
            at.and_then(|at| self.lines.get(at))
                .is_some_and(|line| line.running)
        };
        !self.headed
            && (1..=HEADING_WORDS).contains(&line.words)
            && !words::ends_sentence(line.text)
            && !line.text.ends_with([',', '，', '、', '-', '—'])
            && runs(at.checked_sub(1))
            && runs(at.checked_add(1))
    }
}

fn removed(reason: RemovalReason) -> Fate {
    Fate::Removed {
        reason,
        repeats: None,
    }
}
