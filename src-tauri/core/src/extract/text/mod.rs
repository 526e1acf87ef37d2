//! Articles out of plain text, whether clean or a web page saved as text with its furniture.

mod body;
mod credits;
mod datelines;
mod furnished;
mod furniture;
mod head;
mod lines;
mod model;
mod scores;
mod slug;
mod stretch;
mod surroundings;
mod training;
mod traits;
mod trees;

pub use training::{TrainingLine, training_lines, trait_names};

use body::Body;

use super::dates::{self, DateHints, Order};
use super::provenance::Fields;
use super::{SourceHints, consent, cues, declared, language, outlet, warnings, words};
use crate::domain::{ArticleParts, Field, Origin};

/// Reads plain text.
pub(super) fn read(text: &str, hints: &SourceHints) -> ArticleParts {
    let lines = lines::read(text);
    let mut fields = Fields::default();
    let furnished = furnished::is_furnished(&lines);
    let text_of = if furnished {
        Body::of_page(&lines)
    } else {
        Body::whole(&lines)
    };
    let body = text_of.range.clone();
    let detected = language::detect(text);
    let date_hints = DateHints {
        order: date_order(&lines, detected.map(|(code, _)| code)),
        language: detected.map(|(code, _)| code),
        saved: dates::saved_at(hints),
    };
    let mut head = head::read(
        &lines,
        &text_of,
        furnished,
        &slug::words_of(hints.address(), hints.file_name),
        &date_hints,
    );
    if !furnished {
        be_careful(&lines, &mut head);
    }
    for field in [
        Field::Title,
        Field::Standfirst,
        Field::Outlet,
        Field::Published,
        Field::Updated,
        Field::Section,
    ] {
        declared::offer(field, hints, &mut fields);
    }
    let credited = declared::people(hints);
    fields.offer(Field::Byline, &credited.join(", "), Origin::Import);
    if let Some(at) = head.title {
        fields.offer(
            Field::Title,
            &lines[at].text,
            Origin::Line {
                line: lines[at].number,
            },
        );
    } else if let Some(title) = title_from_text(&lines) {
        fields.offer(
            Field::Title,
            &title,
            Origin::Inferred {
                from: words::shorten(&title, 60),
            },
        );
    }
    if let Some(title) = hints.file_name.and_then(title_from_file_name) {
        fields.offer(Field::Title, &title, Origin::FileName);
    }
    if let Some(at) = head.standfirst {
        fields.offer(
            Field::Standfirst,
            &lines[at].text,
            Origin::Line {
                line: lines[at].number,
            },
        );
    }
    if let (Some(at), false) = (
        head.byline
            .last()
            .or(head.published.as_ref().map(|(at, _)| at)),
        head.people.is_empty(),
    ) {
        fields.offer(
            Field::Byline,
            &head.people.join(", "),
            Origin::Line {
                line: lines[*at].number,
            },
        );
    }
    if let Some((at, time)) = &head.published {
        fields.offer_time(
            Field::Published,
            time,
            Origin::Line {
                line: lines[*at].number,
            },
        );
    }
    if let Some((at, time)) = &head.updated {
        fields.offer_time(
            Field::Updated,
            time,
            Origin::Line {
                line: lines[*at].number,
            },
        );
    }
    if let Some(time) = hints.address().and_then(dates::from_address) {
        fields.offer_time(Field::Published, &time, Origin::Url);
    }
    if let Some(time) = hints.file_name.and_then(dates::from_address) {
        fields.offer_time(Field::Published, &time, Origin::FileName);
    }
    offer_outlet(&lines, hints, &mut fields);
    if let Some((code, _)) = detected {
        let from = body
            .clone()
            .find(|&at| lines[at].running)
            .or(head.title)
            .map_or("", |at| lines[at].text.as_str());
        fields.offer(
            Field::Language,
            code,
            Origin::Inferred {
                from: words::shorten(from, 60),
            },
        );
    }
    declared::offer(Field::Language, hints, &mut fields);
    declared::offer(Field::CanonicalUrl, hints, &mut fields);
    let (blocks, pieces) = furniture::sort(&lines, &text_of, &head, furnished);
    let mut parts = ArticleParts {
        title: fields.value(Field::Title).unwrap_or_default(),
        standfirst: fields.value(Field::Standfirst),
        byline: if credited.is_empty() {
            head.people
        } else {
            credited
        },
        outlet: fields.value(Field::Outlet),
        published: fields.time(Field::Published),
        updated: fields.time(Field::Updated),
        language: fields.value(Field::Language),
        canonical_url: fields.value(Field::CanonicalUrl),
        section: fields.value(Field::Section),
        blocks,
        pieces,
        provenance: fields.finish(),
        ..ArticleParts::default()
    };
    consent::take_out(&mut parts);
    warnings::add(&mut parts, false);
    parts
}

/// The paragraphs of a text, hard-wrapped lines joined.
pub(crate) fn paragraphs_of_text(text: &str) -> Vec<String> {
    lines::read(text)
        .into_iter()
        .map(|line| line.text)
        .collect()
}

/// Without furniture there is no page: only what is certain leaves the text.
fn be_careful(lines: &[lines::Line], head: &mut head::Head) {
    let anchored = head.published.is_some() || !head.byline.is_empty();
    let Some(title) = head.title else { return };
    // A first line that the text runs on from (verse, a note) stays in the text.
    let apart = lines
        .get(title + 1)
        .is_some_and(|next| next.gap || next.running);
    let leads = title == 0 || anchored;
    if !leads || !(apart || anchored) || lines.len() < 2 {
        head.title = None;
        head.standfirst = None;
    }
    if !anchored {
        head.standfirst = None;
    }
}

/// The first words of a text without a headline.
fn title_from_text(lines: &[lines::Line]) -> Option<String> {
    let first = lines
        .iter()
        .find(|line| line.cue.is_none())
        .or(lines.first())?;
    let end = first
        .text
        .char_indices()
        .find(|&(at, c)| at > 20 && matches!(c, '.' | '!' | '?' | '。' | '！' | '？'))
        .map(|(at, c)| at + c.len_utf8());
    Some(words::shorten(
        &first.text[..end.unwrap_or(first.text.len())],
        100,
    ))
}

/// `kim-congratulates-putin.txt` as `kim congratulates putin`, when it has words.
pub(super) fn title_from_file_name(file_name: &str) -> Option<String> {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem);
    let spaced = words::collapse(&stem.replace(['-', '_', '+'], " "));
    let spoken = spaced
        .split(' ')
        .filter(|word| word.chars().all(char::is_alphabetic));
    (spoken.count() >= 3).then_some(spaced)
}

/// Whether `5/10/2022` is October or May.
fn date_order(lines: &[lines::Line], language: Option<&str>) -> Order {
    let short = lines.iter().filter(|line| line.words <= 16);
    Order::of_text(language, short.map(|line| line.text.as_str()))
}

fn offer_outlet(lines: &[lines::Line], hints: &SourceHints, fields: &mut Fields) {
    if let Some(name) = hints.address().and_then(outlet::of_address) {
        fields.offer(Field::Outlet, name, Origin::Url);
    }
    for line in lines
        .iter()
        .filter(|line| line.words <= 40 && !(line.running && line.words > 25))
    {
        if let Some((name, said)) = outlet::of_words(&line.text) {
            fields.offer(Field::Outlet, &name, Origin::Inferred { from: said });
        }
    }
    if let Some(name) = hints.file_name.and_then(outlet::of_file_name) {
        fields.offer(Field::Outlet, name, Origin::FileName);
    }
    for line in lines.iter().filter(|line| line.words <= 4) {
        if let Some(name) = outlet::of_name(&line.text) {
            fields.offer(Field::Outlet, name, Origin::Line { line: line.number });
        }
    }
    for line in lines
        .iter()
        .take(40)
        .filter(|line| !line.running && line.words <= 30)
    {
        if let Some(name) = outlet::title_suffix(&line.text).and_then(outlet::of_name) {
            fields.offer(Field::Outlet, name, Origin::Line { line: line.number });
        }
    }
    if let Some(host) = hints.address().and_then(host_name) {
        fields.offer(Field::Outlet, &host, Origin::Url);
    }
}

/// The host of an address without `www.`, as a last resort for the outlet's name.
pub(super) fn host_name(address: &str) -> Option<String> {
    let parsed = url::Url::parse(address).ok()?;
    let host = parsed.domain()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// True for a page title that says that something went wrong.
pub(super) fn says_error(title: &str) -> bool {
    let key = words::cue_key(title);
    cues::ERROR_TITLES.iter().any(|phrase| {
        key == *phrase || (words::count(title) <= 8 && phrase.contains(' ') && key.contains(phrase))
    })
}
