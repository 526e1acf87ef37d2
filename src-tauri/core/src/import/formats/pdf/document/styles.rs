//! What a paragraph is, by its size, weight and first characters.

use super::super::letters;
use crate::domain::LineStyle;

/// A paragraph before its style is known.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub text: String,
    /// Of its letters, in points.
    pub size: f32,
    pub bold: bool,
    /// Lines that it was printed in.
    pub lines: usize,
    pub page: u32,
    /// Its first line's distance from the top of the page, as a share of the height.
    pub height: f32,
    pub row: bool,
    /// A space is drawn after its last word.
    pub space_after: bool,
    /// How many words it has, once it is whole.
    pub words: usize,
}

impl Draft {
    pub(super) fn count_words(&mut self) {
        let unspaced = self
            .text
            .chars()
            .filter(|&c| letters::is_unspaced(c))
            .count();
        self.words = self.text.split_whitespace().count().max(unspaced / 2);
    }
}

/// A heading is this much larger than the text.
const HEADING: f32 = 1.12;
/// A title, and a caption or note.
const TITLE: f32 = 1.25;
const SMALL: f32 = 0.93;
/// Words in a heading and in a title.
const HEADING_WORDS: usize = 32;
const TITLE_WORDS: usize = 45;

/// The style of each draft.
pub(super) fn styles(drafts: &[Draft], body: f32) -> Vec<LineStyle> {
    let title = title(drafts, body);
    let mut text_begun = false;
    let mut styles = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.iter().enumerate() {
        let ratio = draft.size / body.max(1.0);
        let after_title = title.is_some_and(|title| {
            at > title
                && (title + 1..at).all(|between| styles.get(between) == Some(&LineStyle::Subtitle))
        });
        let next = drafts.get(at + 1);
        let style = if draft.row {
            LineStyle::TableRow
        } else if title == Some(at) {
            LineStyle::Title
        } else if after_title && is_subtitle(draft, ratio, text_begun) {
            LineStyle::Subtitle
        } else if bullet(&draft.text).is_some() || is_numbered(drafts, at) {
            LineStyle::ListItem
        } else if ratio >= HEADING && draft.words > 8 && is_quoted(&draft.text) {
            LineStyle::Quote
        } else if ratio >= HEADING && draft.words <= HEADING_WORDS
            || is_bold_heading(draft, next, ratio)
        {
            LineStyle::Heading
        } else if is_caption(draft, ratio, text_begun && !is_small_text(drafts, at)) {
            LineStyle::Caption
        } else {
            LineStyle::Paragraph
        };
        text_begun |= style == LineStyle::Paragraph && draft.words > 15;
        styles.push(style);
    }
    styles
}

/// The largest line of the first page; not a newspaper's name of a word or three over the
/// headline.
fn title(drafts: &[Draft], body: f32) -> Option<usize> {
    let first = drafts.first()?.page;
    let large = || {
        drafts.iter().enumerate().filter(|(_, draft)| {
            draft.page == first
                && !draft.row
                && draft.size >= body * TITLE
                && draft.words <= TITLE_WORDS
                && draft.text.chars().any(char::is_alphabetic)
        })
    };
    let largest = |few: usize| {
        let size = large()
            .filter(|(_, draft)| draft.words >= few)
            .map(|(_, draft)| draft.size)
            .max_by(f32::total_cmp)?;
        large()
            .find(|(_, draft)| draft.words >= few && draft.size >= size * 0.98)
            .map(|(at, _)| at)
    };
    largest(4).or_else(|| largest(1))
}

fn is_subtitle(draft: &Draft, ratio: f32, text_begun: bool) -> bool {
    let sized = ratio >= 1.06 || draft.bold && ratio >= 0.98;
    sized && !text_begun && (4..=70).contains(&draft.words)
}

fn is_bold_heading(draft: &Draft, next: Option<&Draft>, ratio: f32) -> bool {
    let plain_follows = next.is_some_and(|next| !next.bold || next.size < draft.size * 0.95);
    draft.bold
        && ratio >= 0.96
        && draft.lines <= 2
        && draft.words <= 16
        && plain_follows
        && !draft.text.ends_with(['.', ',', ';', '。', '،'])
}

fn is_quoted(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '„', '‘', '「', '『'])
}

/// Small print with the words or the place of a picture's caption. By-lines and dates
/// are small too, but stand before the text.
fn is_caption(draft: &Draft, ratio: f32, text_begun: bool) -> bool {
    if draft.words > 90 || draft.lines > 8 {
        return false;
    }
    let cue = CUES.iter().any(|cue| {
        let start = draft.text.get(..cue.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(cue)) || draft.text.starts_with(cue)
    });
    let small = ratio <= SMALL;
    let beside = text_begun && draft.words > 4 && draft.height < 0.85;
    cue && ratio <= 1.02 || small && (is_credited(&draft.text) || beside)
}

/// Several paragraphs of the same small size are a text of their own, as in a side story.
fn is_small_text(drafts: &[Draft], at: usize) -> bool {
    let Some(size) = drafts.get(at).map(|draft| draft.size) else {
        return false;
    };
    let alike = |draft: &&Draft| (draft.size - size).abs() < size * 0.04 && !draft.row;
    let before = drafts.iter().take(at).rev().take_while(alike).take(10);
    let after = drafts.iter().skip(at).take_while(alike).take(10);
    let (count, words) = before.chain(after).fold((0, 0), |(count, words), draft| {
        (count + 1, words + draft.words)
    });
    count >= 3 || words > 90
}

#[rustfmt::skip]
const CUES: &[&str] = &[
    "photo:", "photo by", "photograph:", "picture:", "image:", "figure 1", "figure 2", "figure 3", "figure 4", "figure 5", "figure 6",
    "figure 7", "figure 8", "figure 9", "fig. ", "foto:", "bild:", "abbildung", "source:", "chart:", "map:", "graphic:", "фото:", "صورة:",
    "צילום:", "写真", "사진",
];

/// `(AP)`, `/Getty Images`, `© Reuters` at the end.
fn is_credited(text: &str) -> bool {
    let tail = text.trim_end_matches('.');
    let bracket = tail
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    let in_brackets = bracket.is_some_and(|(before, credit)| {
        !before.is_empty()
            && credit.len() < 60
            && credit.chars().next().is_some_and(char::is_uppercase)
    });
    let marked = text
        .rsplit_once(['©', '/'])
        .is_some_and(|(before, credit)| {
            !before.is_empty() && (2..40).contains(&credit.trim().len()) && !before.contains("://")
        });
    in_brackets || marked
}

/// The text after a bullet, if the paragraph begins with one.
pub(super) fn bullet(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let sure = matches!(
        first,
        '•' | '◦'
            | '▪'
            | '‣'
            | '●'
            | '○'
            | '■'
            | '□'
            | '▶'
            | '►'
            | '⁃'
            | '∙'
            | '✓'
            | '➤'
    );
    let dash = matches!(first, '-' | '–' | '*' | '·') && rest.starts_with(' ');
    let text = rest.trim_start();
    ((sure || dash) && !text.is_empty()).then_some(text)
}

/// `1. `, `2) ` where a neighbour counts on: a year or a date is none.
fn is_numbered(drafts: &[Draft], at: usize) -> bool {
    let number = |at: usize| {
        let text = drafts.get(at)?.text.as_str();
        let (digits, rest) = text.split_at_checked(text.find(|c: char| !c.is_ascii_digit())?)?;
        let marked = rest.starts_with(". ") || rest.starts_with(") ");
        let number = digits.parse::<u32>().ok()?;
        (marked && number < 100).then_some(number)
    };
    let Some(own) = number(at) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(number);
    before == own.checked_sub(1) && before.is_some() || number(at + 1) == Some(own + 1)
}
