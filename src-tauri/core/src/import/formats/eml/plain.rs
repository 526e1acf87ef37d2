//! The plain text of a message: own words, quoted ones, the signature.

use super::lines::Line;
use crate::domain::LineStyle;
use crate::extract::{count_words, ends_sentence, paragraphs_of_text};

/// Quoted words beside which a few own ones are only a cover note.
const COVER_NOTE: usize = 20;
/// Lines at the end of which a signature may be.
const SIGNATURE: usize = 40;

/// Ends of the line that mail programs put over an answered message.
#[rustfmt::skip]
const WROTE: &[&str] = &[
    "wrote:", "writes:", "schrieb:", "a écrit :", "a écrit:", "escribió:", "escreveu:", "ha scritto:", "написал:", "написал(а):", "написала:", "пишет:", "пише:", "写道：", "写道:", "寫道：",
    "のメッセージ:", "작성:", "schreef:", "napisał(a):", "skrev:", "yazdı:", "yazmış:", "כתב/ה:", "כתב:", "كتب:", "نوشت:",
];

/// A stretch of lines of one kind.
struct Stretch {
    quoted: bool,
    text: String,
}

/// The paragraphs of a message's text. `flowed` is `format=flowed` (RFC 3676), where a
/// space at a line's end says that the paragraph goes on; `spaceless` its `delsp=yes`.
pub(super) fn lines(text: &str, flowed: bool, spaceless: bool) -> Vec<Line> {
    let text = text.replace("\r\n", "\n");
    let (own, signature) = split_signature(&text);
    let stretches = stretches(own, flowed, spaceless);
    let words = |quoted: bool| -> usize {
        let of_kind = stretches.iter().filter(|stretch| stretch.quoted == quoted);
        of_kind.map(|stretch| count_words(&stretch.text)).sum()
    };
    let cover_note = words(false) < COVER_NOTE && words(true) > COVER_NOTE * 3;
    let mut out: Vec<Line> = Vec::new();
    for (at, stretch) in stretches.iter().enumerate() {
        let furniture = stretch.quoted != cover_note;
        let before = out.len();
        push_paragraphs(&stretch.text, furniture, &mut out);
        let answered = stretches.get(at + 1).is_some_and(|next| next.quoted) && !stretch.quoted;
        if answered
            && out.len() > before
            && let Some(last) = out.last_mut().filter(|last| is_attribution(&last.text))
        {
            last.style = LineStyle::Furniture;
        }
    }
    push_paragraphs(signature, true, &mut out);
    out
}

/// "On Tuesday Anna wrote:"
pub(super) fn is_attribution(text: &str) -> bool {
    let lower = text.trim_end().to_lowercase();
    count_words(&lower) < 40 && WROTE.iter().any(|end| lower.ends_with(end))
}

fn push_paragraphs(text: &str, furniture: bool, out: &mut Vec<Line>) {
    let mut part = String::new();
    for line in text.split('\n') {
        if is_rule(line) {
            push_part(&part, furniture, out);
            out.push(Line::rule());
            part.clear();
        } else {
            part.push_str(line);
            part.push('\n');
        }
    }
    push_part(&part, furniture, out);
}

fn push_part(text: &str, furniture: bool, out: &mut Vec<Line>) {
    for paragraph in paragraphs_of_text(text) {
        let item = ["- ", "* ", "• ", "– "]
            .iter()
            .any(|mark| paragraph.starts_with(mark));
        let style = match (furniture, item) {
            (true, _) => LineStyle::Furniture,
            (false, true) => LineStyle::ListItem,
            (false, false) if is_headline(&paragraph) => LineStyle::Heading,
            (false, false) => LineStyle::Paragraph,
        };
        let mut line = Line::new(paragraph, style);
        line.level = if style == LineStyle::Heading { 2 } else { 0 };
        out.push(line);
    }
}

/// A line in capitals, as plain text prints its headings.
fn is_headline(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    let cased = text.chars().filter(|c| c.is_uppercase()).count() * 10 >= letters * 8;
    letters >= 6
        && lower == 0
        && cased
        && (2..=20).contains(&count_words(text))
        && !ends_sentence(text)
}

/// `-----`, `=====`, `* * *`, `_____`.
fn is_rule(line: &str) -> bool {
    let bare: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let same = bare
        .first()
        .is_some_and(|first| bare.iter().all(|c| c == first));
    bare.len() >= 3 && same && bare.first().is_some_and(|c| "-=*_~#—–•".contains(*c))
}

/// The text and what follows the mark of a signature (RFC 3676, 4.3).
fn split_signature(text: &str) -> (&str, &str) {
    let mark = ["\n-- \n", "\n--\n"]
        .iter()
        .filter_map(|mark| text.rfind(mark))
        .max();
    match mark.map(|at| text.split_at(at)) {
        Some((own, signature)) if signature.lines().count() <= SIGNATURE => {
            let after = signature.trim_start_matches(['\n', '-', ' ']);
            (own, after)
        }
        _ => (text, ""),
    }
}

/// Cuts text where quoting begins and ends; paragraphs that flow are joined.
fn stretches(text: &str, flowed: bool, spaceless: bool) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n') {
        let bare = line.trim_start_matches(['>', ' ']);
        let quoted = line.starts_with('>') && !line.starts_with(">From ");
        let content = if quoted {
            bare
        } else if flowed {
            // One space is stuffed before what would look like something else.
            line.strip_prefix(' ').unwrap_or(line)
        } else {
            line
        };
        let content = content
            .strip_prefix(">From ")
            .map_or(content.to_owned(), |rest| format!("From {rest}"));
        let starts = out.last().is_none_or(|last| last.quoted != quoted);
        // An empty line between belongs to what stands before.
        if starts && (out.is_empty() || !content.trim().is_empty()) {
            out.push(Stretch {
                quoted,
                text: String::new(),
            });
            goes_on = false;
        }
        let Some(last) = out.last_mut() else { continue };
        if goes_on {
            last.text.pop();
        }
        goes_on = flowed && content.ends_with(' ') && content != "-- ";
        let content = if goes_on && spaceless {
            content.trim_end()
        } else {
            content.as_str()
        };
        last.text.push_str(content);
        last.text.push('\n');
    }
    out
}
