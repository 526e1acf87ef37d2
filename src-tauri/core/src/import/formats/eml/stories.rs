//! One message with one article or with many: digests, alerts, wires.

use super::envelope::Envelope;
use super::forwarded;
use super::lines::Line;
use crate::domain::{Document, Facts, LineStyle};
use crate::extract::{collapse, count_words};

/// Stories that one message is cut into at most.
const MOST: usize = 300;
/// Paragraphs of running text that a story has at least.
const PARAGRAPHS: usize = 2;

/// The articles of a message, each with its name where there are several.
pub(super) fn documents(
    mut lines: Vec<Line>,
    envelope: &Envelope,
) -> Vec<(Option<String>, Document)> {
    let own = envelope.facts();
    let facts = match forwarded::find(&lines) {
        Some(carried) => {
            forwarded::set_apart(&mut lines, carried.text);
            carried.facts(&own)
        }
        None => own,
    };
    let stories = split(&lines, envelope.to_many, facts.title.as_deref());
    if stories.len() < 2 {
        return vec![(None, super::document(lines, facts))];
    }
    let digest = Facts {
        title: None,
        section: facts.title.clone(),
        byline: Vec::new(),
        ..facts
    };
    let mut out = Vec::new();
    let mut rest = lines.into_iter();
    let mut at = 0;
    for (number, &start) in stories.iter().enumerate() {
        // What stands before the first story is shown with it, as removed.
        let mut story: Vec<Line> = rest.by_ref().take(start - at).collect();
        for line in &mut story {
            line.style = LineStyle::Furniture;
        }
        let end = stories.get(number + 1).copied().unwrap_or(usize::MAX);
        story.extend(rest.by_ref().take(end.saturating_sub(start)));
        at = end;
        let title = story
            .iter_mut()
            .find(|line| line.style != LineStyle::Furniture && !line.is_rule());
        let name = title.map(|line| {
            line.style = LineStyle::Title;
            line.text.clone()
        });
        out.push((name, super::document(story, digest.clone())));
    }
    out
}

/// Where each story begins; fewer than two where the message is one article.
fn split(lines: &[Line], to_many: bool, subject: Option<&str>) -> Vec<usize> {
    let ruled = by_rules(lines);
    if ruled.len() >= 2 {
        return ruled;
    }
    by_headings(lines, to_many, subject)
}

/// Stories that rules part: each a short line and running text under it.
fn by_rules(lines: &[Line]) -> Vec<usize> {
    let mut starts = Vec::new();
    let (mut parts, mut from) = (0, 0);
    let mut bounds: Vec<usize> = (0..lines.len())
        .filter(|&at| lines.get(at).is_some_and(Line::is_rule))
        .collect();
    bounds.push(lines.len());
    for bound in bounds {
        let part = lines.get(from..bound).unwrap_or_default();
        let text = part
            .iter()
            .filter(|line| line.style != LineStyle::Furniture);
        if text.clone().next().is_some() {
            parts += 1;
        }
        if let Some(head) = part
            .iter()
            .position(|line| line.style != LineStyle::Furniture)
            && part.get(head).is_some_and(is_headline)
            && has_text(part.get(head + 1..).unwrap_or_default())
        {
            starts.push(from + head);
        }
        from = bound + 1;
    }
    // A rule or two inside one article part no stories.
    let clear = starts.len() >= 2 && starts.len() * 3 >= parts * 2;
    if clear && starts.len() <= MOST {
        starts
    } else {
        Vec::new()
    }
}

/// Stories that headings of one level part.
fn by_headings(lines: &[Line], to_many: bool, subject: Option<&str>) -> Vec<usize> {
    let heads: Vec<usize> = (0..lines.len())
        .filter(|&at| {
            lines
                .get(at)
                .is_some_and(|line| line.is_heading() && line.level > 0)
        })
        .collect();
    let level_of = |at: usize| lines.get(at).map_or(0, |line| line.level);
    let same = |at: usize, text: &str| {
        lines.get(at).is_some_and(|line| {
            collapse(&line.text).to_lowercase() == collapse(text).to_lowercase()
        })
    };
    let mut levels: Vec<u8> = heads.iter().map(|&at| level_of(at)).collect();
    levels.sort_unstable();
    levels.dedup();
    let mut titled = false;
    for level in levels {
        let starts: Vec<usize> = heads
            .iter()
            .copied()
            .filter(|&at| level_of(at) == level)
            .collect();
        if starts.len() < 2 {
            // A title of its own above all others may be that of one article.
            titled |= starts
                .iter()
                .any(|&at| subject.is_some_and(|subject| same(at, subject)));
            continue;
        }
        let part = |number: usize| {
            let end = starts.get(number + 1).copied().unwrap_or(lines.len());
            lines
                .get(starts.get(number).map_or(end, |at| at + 1)..end)
                .unwrap_or_default()
        };
        let told: Vec<usize> = (0..starts.len())
            .filter(|&number| has_text(part(number)))
            .collect();
        let independent = told
            .iter()
            .filter(|&&number| {
                let linked = starts
                    .get(number)
                    .and_then(|&at| lines.get(at))
                    .is_some_and(|line| line.linked);
                linked
                    || part(number).iter().any(leads_on)
                    || part(number).first().is_some_and(is_slug)
            })
            .count();
        let clear = told.len() >= 2 && told.len() * 3 >= starts.len() * 2;
        // An article's own subheadings look the same, but nobody sends one of those as a digest.
        let digest = independent * 5 >= told.len() * 4 || to_many && !titled && told.len() >= 3;
        if clear && digest && starts.len() <= MOST {
            return told
                .iter()
                .filter_map(|&number| starts.get(number).copied())
                .collect();
        }
    }
    Vec::new()
}

fn has_text(part: &[Line]) -> bool {
    part.iter()
        .filter(|line| line.is_running())
        .nth(PARAGRAPHS - 1)
        .is_some()
}

/// A line that may stand over a story.
fn is_headline(line: &Line) -> bool {
    let words = count_words(&line.text);
    line.is_heading()
        || (2..=30).contains(&words) && !line.is_running() && !line.text.ends_with(['.', '。', ','])
}

/// "Read more": the story goes on elsewhere.
fn leads_on(line: &Line) -> bool {
    let few = count_words(&line.text) <= 6;
    let lower = line.text.to_lowercase();
    let says = [
        "read more",
        "continue reading",
        "full story",
        "weiterlesen",
        "lire la suite",
        "leer más",
        "leia mais",
        "leggi",
        "читать далее",
        "подробнее",
    ];
    few && (line.linked || line.style == LineStyle::Furniture)
        && says.iter().any(|words| lower.contains(words))
}

/// A byline or an agency's slug right under a headline.
fn is_slug(line: &Line) -> bool {
    let lower = line.text.to_lowercase();
    let by = count_words(&line.text) <= 14
        && ["by ", "von ", "par ", "por ", "автор"]
            .iter()
            .any(|word| lower.starts_with(word));
    let agency = lower.chars().take(60).collect::<String>();
    by || [
        "(reuters)",
        "(ap)",
        "(afp)",
        "(dpa)",
        "(ansa)",
        "(efe)",
        "(xinhua)",
        "(kyodo)",
        "(yonhap)",
        "тасс",
        "/тасс/",
    ]
    .iter()
    .any(|mark| agency.contains(mark))
}
