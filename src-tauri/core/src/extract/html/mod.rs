//! Articles out of HTML pages.

mod body;
mod containers;
mod facts;
mod features;
mod filter;
pub(super) mod guard;
mod json_ld;
pub(super) mod lines;
mod linked_data;
mod measured;
mod metadata;
mod names;
mod numbers;
mod outline;
mod page;
mod people;
pub(super) mod pick;
mod pieces;
mod printed_dates;
mod regions;
mod rows;
mod script_times;
mod selectors;
mod shingles;
mod spoken;
mod surroundings;
mod tag;
mod time_elements;
mod times;
mod trees;
mod visible;
mod weighing;

use body::Choice;
use dom_query::Document;
use features::About;
use guard::Attributes;
pub use measured::{MeasuredBlock, measured_blocks};

use super::dates::{self, DateHints, Order};
use super::provenance::Fields;
use super::{SourceHints, consent, text, warnings, words};
use crate::domain::{
    ArticleParts, Block, BlockKind, Fate, Field, Pick, SourcePiece, TextOrigin, Warning,
};

/// Reads a page.
pub(super) fn read(html: &str, hints: &SourceHints) -> ArticleParts {
    let Some((document, cut)) = pick::parse(html, Attributes::Read) else {
        return text::read(&guard::without_tags(html), hints);
    };
    let facts = facts::collect(&document);
    let described = json_ld::read(&facts, hints.address());
    let outline = outline::Outline::of(&document);
    let blocks = page::blocks(&outline);
    let mut fields = Fields::default();
    let mut credited = metadata::read(&facts, described.as_ref(), &blocks, hints, &mut fields);
    let picked = picked(&document, &outline, &blocks, hints, &fields);
    let (choice, text_origin) = match picked {
        Some(picked) => picked,
        None if is_selection(html) => (Choice::whole(&blocks), TextOrigin::Rules),
        None => {
            let about = about(&facts, described.as_ref(), &fields);
            let choice = body::choose(&outline, &blocks, &about);
            (choice, TextOrigin::Rules)
        }
    };
    drop_false_standfirst(&blocks, &choice.chosen, &mut fields);

    let title = fields.value(Field::Title).unwrap_or_default();
    let standfirst = fields.value(Field::Standfirst);
    let known = filter::Known {
        title: &title,
        standfirst: standfirst.as_deref(),
        people: &credited.people,
    };
    let mut verdicts = filter::sort(&blocks, &choice, &known);
    visible::standfirst(&blocks, &mut verdicts, &mut fields);
    let zone = visible::zone(&blocks, &verdicts);
    if credited.people.is_empty()
        && let Some((names, origin)) = visible::people(&blocks, zone.clone())
    {
        credited.take(names, origin, &mut fields);
    }
    credited.settle(&mut fields);
    let spoken = spoken::for_dates(&facts, &blocks, &choice.chosen);
    let date_hints = DateHints {
        order: date_order(&facts, spoken.as_deref(), &fields),
        language: spoken.as_deref(),
        saved: dates::saved_at(hints),
    };
    let month = fields
        .value(Field::Published)
        .filter(|iso| iso.len() == "2022-05".len());
    let body = visible::body(&verdicts);
    let printed = printed_dates::find(&blocks, zone.clone(), body, &date_hints, month.as_deref());
    if let Some(printed) = &printed {
        // A page without scripts was stripped of its data, which may say more than it prints.
        let page_dated = described
            .as_ref()
            .is_some_and(|d| d.page_published.is_some());
        printed_dates::add(printed, facts.scripted && !page_dated, &mut fields);
    }
    if let Some((first, origin)) = printed_dates::first_published(&blocks, &date_hints) {
        printed_dates::add_first(&first, origin, &mut fields);
    }
    times::of_page(&facts, described.as_ref(), &mut fields);
    weighing::settle(&mut fields);
    let rewritten = printed
        .as_ref()
        .filter(|printed| facts.scripted && printed_dates::is_rewritten(printed, &fields));
    let published = match rewritten {
        Some(printed) => printed_dates::published_anew(printed, &mut fields),
        None => fields.time(Field::Published),
    };
    visible::mark(
        &blocks,
        &mut verdicts,
        zone,
        &credited.people,
        published.as_ref(),
    );

    let (mut article_blocks, mut page_pieces) = pieces::build(&blocks, &verdicts);
    let paid = described.as_ref().is_some_and(|d| d.paid);
    if !article_blocks.iter().any(|b| b.kind != BlockKind::Caption)
        && let Some(text) = described.as_ref().and_then(|d| d.body.as_deref())
    {
        add_declared_body(text, &mut article_blocks, &mut page_pieces);
    }
    let body = article_blocks
        .iter()
        .map(|b| b.text.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    spoken::offer(
        &facts,
        described.as_ref(),
        &format!("{title}\n{body}"),
        hints,
        &mut fields,
    );
    let mut parts = ArticleParts {
        title: fields.value(Field::Title).unwrap_or_default(),
        standfirst: fields.value(Field::Standfirst),
        byline: credited.people,
        agencies: credited.agencies,
        outlet: fields.value(Field::Outlet),
        published,
        updated: fields.time(Field::Updated),
        language: fields.value(Field::Language),
        canonical_url: fields.value(Field::CanonicalUrl),
        section: fields.value(Field::Section),
        blocks: article_blocks,
        pieces: page_pieces,
        provenance: fields.finish(),
        text_origin,
        ..ArticleParts::default()
    };
    consent::take_out(&mut parts);
    warnings::add(&mut parts, paid);
    if outline.live
        || described
            .as_ref()
            .is_some_and(|d| d.kind == "LiveBlogPosting")
    {
        warnings::push(&mut parts, Warning::LiveBlog);
    }
    if cut || blocks.len() >= page::MOST_BLOCKS {
        warnings::push(&mut parts, Warning::TooLarge);
    }
    parts
}

/// The body where a person pointed at it, here or on another page of the outlet.
fn picked(
    document: &Document,
    outline: &outline::Outline,
    blocks: &[page::PageBlock],
    hints: &SourceHints,
    fields: &Fields,
) -> Option<(Choice, TextOrigin)> {
    let choice = |pick: &Pick| match pick {
        Pick::Page { selectors } => {
            let picked = pick::found(document, outline, selectors);
            pick::choice(outline, blocks, &picked)
        }
        Pick::Lines { .. } => None,
    };
    if let Some(choice) = hints.pick.and_then(choice) {
        return Some((choice, TextOrigin::Picked));
    }
    let remembered = hints.outlet_picks?;
    let canonical = fields.value(Field::CanonicalUrl);
    let addresses = [hints.address(), canonical.as_deref()];
    let mut known = addresses.into_iter().flatten();
    let (host, pick) = known.find_map(|address| remembered.at(address))?;
    let choice = choice(pick).filter(|choice| pick::is_plausible(blocks, choice))?;
    Some((choice, TextOrigin::PickedFor { host }))
}

/// What the choice of the body needs to know of the rest of the page.
fn about(facts: &facts::Facts, described: Option<&json_ld::Described>, fields: &Fields) -> About {
    let description = facts.meta(&["og:description", "description", "twitter:description"]);
    About {
        title: fields
            .value(Field::Title)
            .map(|title| words::same_key(&title))
            .unwrap_or_default(),
        description: description
            .map(|(_, text)| words::same_key(text))
            .unwrap_or_default(),
        declared: described
            .and_then(|d| d.body.as_deref())
            .map(|body| words::same_key(&unescape(body))),
    }
}

/// How much of a source is looked at for the frame of a page.
const FRAME: usize = 4000;

/// A part of a page that a person selected, copied or dragged: all of it was meant.
fn is_selection(html: &str) -> bool {
    let start = html[..html.floor_char_boundary(FRAME)].to_ascii_lowercase();
    !["<html", "<head", "<body", "<title", "<!doctype"]
        .iter()
        .any(|tag| start.contains(tag))
}

/// A description that is the text's own first paragraph stays in the text.
fn drop_false_standfirst(blocks: &[page::PageBlock], chosen: &[bool], fields: &mut Fields) {
    let Some(standfirst) = fields.value(Field::Standfirst) else {
        return;
    };
    let key = words::same_key(&standfirst);
    let marked = blocks
        .iter()
        .any(|b| b.key == key && b.role == Some(containers::Role::Standfirst));
    let in_body = blocks
        .iter()
        .zip(chosen)
        .any(|(b, &chosen)| chosen && b.key == key && b.level == 0);
    if in_body && !marked {
        fields.withdraw(Field::Standfirst);
    }
}

/// `en-US` prints the month first; other English pages and languages the day.
fn date_order(facts: &facts::Facts, spoken: Option<&str>, fields: &Fields) -> Order {
    if spoken.is_some_and(|code| code != "en") {
        return Order::DayFirst;
    }
    let locale = facts
        .meta(&["og:locale"])
        .map(|(_, value)| value.to_owned())
        .or_else(|| facts.language.clone())
        .unwrap_or_default();
    let locale = locale.replace('_', "-").to_lowercase();
    let british = fields.value(Field::CanonicalUrl).is_some_and(|url| {
        url::Url::parse(&url)
            .ok()
            .and_then(|u| {
                u.host_str().map(|h| {
                    [".uk", ".au", ".in", ".ie", ".nz", ".za"]
                        .iter()
                        .any(|tld| h.ends_with(tld))
                })
            })
            .unwrap_or(false)
    });
    match locale.as_str() {
        _ if british => Order::DayFirst,
        "en-us" => Order::MonthFirst,
        "en" | "" => Order::Unknown,
        _ => Order::DayFirst,
    }
}

/// The text that a page carries only in its data (drawn by a script, or paid for).
fn add_declared_body(text: &str, blocks: &mut Vec<Block>, pieces: &mut Vec<SourcePiece>) {
    let mut line = pieces.last().map_or(0, |piece| piece.line);
    let clean = unescape(text);
    for paragraph in clean
        .split('\n')
        .map(words::collapse)
        .filter(|p| !p.is_empty())
    {
        line = line.saturating_add(1);
        let block = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
        blocks.push(Block {
            kind: BlockKind::Paragraph,
            text: paragraph.clone(),
            credit: None,
            line,
            lang: None,
        });
        pieces.push(SourcePiece {
            line,
            text: paragraph,
            fate: Fate::Body { block },
        });
    }
}

/// Character references and tags that pages leave inside attributes and JSON.
fn unescape(text: &str) -> String {
    if !text.contains(['&', '<']) || text.len() > 200_000 {
        return text.to_owned();
    }
    let broken = text
        .replace("</p>", "\n")
        .replace("<br>", "\n")
        .replace("<br/>", "\n")
        .replace("<br />", "\n");
    if guard::is_nested_too_deep(&broken) {
        return broken;
    }
    Document::fragment(broken).text().to_string()
}
