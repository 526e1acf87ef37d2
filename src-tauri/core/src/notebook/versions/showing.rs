//! Which version of an article its reader, search and tags are about.

use rusqlite::Connection;

use super::super::{anchors, clippings, matching, wire};
use super::{head, in_order, to_show};
use crate::Result;
use crate::domain::{
    Anchor, ArticleId, ArticleParts, Block, Candidate, Field, FieldProvenance, MentionBy, Origin,
    Span,
};
use crate::entities::NameMatcher;
use crate::store::article_table::{self, ArticleRecord};
use crate::store::mention_table::{self, MentionRow, NewMention};
use crate::store::version_table::{self, VersionRow};
use crate::store::{entity_table, merge_table};

const FIELDS: [Field; 11] = [
    Field::Title,
    Field::Standfirst,
    Field::Byline,
    Field::Outlet,
    Field::Published,
    Field::Updated,
    Field::Language,
    Field::CanonicalUrl,
    Field::Section,
    Field::Place,
    Field::Agencies,
];

/// The text of an article that was saved once, as it was read.
pub(super) const FIRST: u32 = 1;

/// The version that an article is which was saved once.
pub(super) fn only_version(conn: &Connection, id: ArticleId) -> Result<VersionRow> {
    let record = article_table::record(conn, id)?;
    let parts = parts_as_read(conn, id, &record)?;
    version_table::source_of(conn, id, &record, parts)
}

/// The fields of an article as they were read, before a person corrected any.
fn parts_as_read(conn: &Connection, id: ArticleId, record: &ArticleRecord) -> Result<ArticleParts> {
    let (provenance, warnings) = article_table::provenance(conn, id)?;
    let mut parts = ArticleParts {
        title: record.title.clone(),
        standfirst: record.standfirst.clone(),
        byline: record.byline.clone(),
        outlet: record.outlet.clone(),
        published: record.published.clone(),
        updated: record.updated.clone(),
        language: record.language.clone(),
        canonical_url: record.canonical_url.clone(),
        section: record.section.clone(),
        warnings,
        encoding: record.encoding.clone(),
        ..ArticleParts::default()
    };
    parts.text_origin = article_table::by_hand(conn, id, FIRST)?.origin;
    for known in &provenance {
        // Place and agencies stand nowhere else.
        let only_here = matches!(known.field, Field::Place | Field::Agencies);
        if only_here || known.candidates.first().is_some_and(by_person) {
            let read = known.candidates.iter().find(|other| !by_person(other));
            put(&mut parts, known.field, read);
        }
    }
    parts.provenance = provenance
        .into_iter()
        .map(|known| FieldProvenance {
            field: known.field,
            candidates: without_person(known.candidates),
        })
        .collect();
    Ok(head(&parts))
}

fn by_person(candidate: &Candidate) -> bool {
    candidate.origin == Origin::Person
}

fn without_person(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| !by_person(candidate));
    candidates
}

fn put(parts: &mut ArticleParts, field: Field, candidate: Option<&Candidate>) {
    let value = candidate.map(|candidate| candidate.value.clone());
    let time = || {
        candidate.map(|candidate| crate::domain::PrintedTime {
            iso: candidate.value.clone(),
            zone: candidate.zone.clone(),
        })
    };
    match field {
        Field::Title => parts.title = value.unwrap_or_default(),
        Field::Standfirst => parts.standfirst = value,
        Field::Byline => parts.byline = article_table::people(value.as_deref()),
        Field::Outlet => parts.outlet = value,
        Field::Published => parts.published = time(),
        Field::Updated => parts.updated = time(),
        Field::Language => parts.language = value,
        Field::CanonicalUrl => parts.canonical_url = value,
        Field::Section => parts.section = value,
        Field::Place => parts.place = value,
        Field::Agencies => parts.agencies = article_table::people(value.as_deref()),
    }
}

/// Takes a version away (`Some`) or brings it back (`None`), and shows the one that
/// is to be shown then.
pub(in super::super) fn withdraw(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
    version: u32,
    withdrawn_ms: Option<i64>,
) -> Result<()> {
    let mut rows = version_table::all(conn, id)?;
    let Some(row) = rows.iter_mut().find(|row| row.version == version) else {
        return Ok(());
    };
    row.withdrawn_ms = withdrawn_ms;
    version_table::update(conn, id, row)?;
    let shown = rows.iter().find(|row| row.shown).map(|row| row.version);
    match to_show(&in_order(rows.iter().collect())) {
        Some(best) if Some(best) != shown => show(conn, matcher, id, best),
        _ => Ok(()),
    }
}

/// Puts a version in place of the one that is shown. What a person corrected stays;
/// what was shown is left so that it can come back as it was.
pub(super) fn show(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
    version: u32,
) -> Result<()> {
    let record = article_table::record(conn, id)?;
    let mut rows = version_table::all(conn, id)?;
    for row in rows.iter_mut().filter(|row| row.shown) {
        row.shown = false;
        row.text_version = record.text_version;
        row.mentions = Some(mention_table::rows_of_article(conn, id)?);
        version_table::update(conn, id, row)?;
    }
    let Some(row) = rows.iter_mut().find(|row| row.version == version) else {
        return Ok(());
    };
    row.shown = true;
    version_table::update(conn, id, row)?;
    let before = article_table::blocks(conn, id, record.text_version)?;
    let now = article_table::blocks(conn, id, row.text_version)?;
    use_fields(conn, id, &row.parts)?;
    version_table::set_source(conn, id, row)?;
    article_table::use_text(conn, id, row.text_version, &now)?;
    place_mentions(conn, id, row, &before, &now)?;
    place_clippings(conn, id, row.text_version, &before, &now)?;
    matching::match_article(conn, matcher, id)?;
    mention_table::refresh_article(conn, id)?;
    wire::text_changed(conn, id)
}

fn use_fields(conn: &Connection, id: ArticleId, parts: &ArticleParts) -> Result<()> {
    let (known, _) = article_table::provenance(conn, id)?;
    let mut provenance = Vec::new();
    // In the order in which the version was read.
    let read = parts.provenance.iter().map(|known| known.field);
    let mut order: Vec<Field> = read.collect();
    order.extend(
        FIELDS
            .iter()
            .filter(|field| !parts.provenance.iter().any(|known| known.field == **field)),
    );
    for field in order {
        let of = |all: &[FieldProvenance]| -> Vec<Candidate> {
            let found = all.iter().find(|known| known.field == field);
            found.map_or_else(Vec::new, |known| known.candidates.clone())
        };
        let held = of(&known);
        let corrected = held.first().is_some_and(by_person);
        let mut candidates: Vec<Candidate> = held.into_iter().filter(by_person).collect();
        let at = if corrected { candidates.len() } else { 0 };
        candidates.splice(at..at, without_person(of(&parts.provenance)));
        if !corrected {
            use_field(conn, id, field, parts)?;
        }
        if !candidates.is_empty() {
            provenance.push(FieldProvenance { field, candidates });
        }
    }
    article_table::set_provenance(conn, id, &provenance)
}

fn use_field(conn: &Connection, id: ArticleId, field: Field, parts: &ArticleParts) -> Result<()> {
    let set = |value: Option<&str>, zone: Option<&str>| {
        article_table::set_field(conn, id, field, value, zone)
    };
    let time = |time: &Option<crate::domain::PrintedTime>| {
        set(
            time.as_ref().map(|time| time.iso.as_str()),
            time.as_ref().and_then(|time| time.zone.as_deref()),
        )
    };
    match field {
        Field::Title => set(Some(&parts.title), None),
        Field::Standfirst => set(parts.standfirst.as_deref(), None),
        Field::Byline => article_table::set_byline(conn, id, &parts.byline),
        Field::Outlet => set(parts.outlet.as_deref(), None),
        Field::Published => time(&parts.published),
        Field::Updated => time(&parts.updated),
        Field::Language => set(parts.language.as_deref(), None),
        Field::CanonicalUrl => set(parts.canonical_url.as_deref(), None),
        Field::Section => set(parts.section.as_deref(), None),
        // Read from the provenance.
        Field::Place | Field::Agencies => Ok(()),
    }
}

/// Puts each mention where its words are now. A version that was shown before gets
/// back the mentions that it had.
fn place_mentions(
    conn: &Connection,
    id: ArticleId,
    row: &VersionRow,
    before: &[Block],
    now: &[Block],
) -> Result<()> {
    let record = article_table::record(conn, id)?;
    let held = row.mentions.as_deref().unwrap_or_default();
    let present = mention_table::rows_of_article(conn, id)?;
    for mention in &present {
        let was = held.iter().find(|other| other.id == mention.id);
        let place = match was {
            Some(was) => (!was.orphaned).then(|| was.anchor.clone()),
            None => place_of(mention, &record, before, now),
        };
        // What was only found by a name is looked for anew.
        if place.is_none() && mention.by == MentionBy::Name {
            mention_table::delete(conn, mention.id)?;
        } else {
            mention_table::set_place(conn, mention.id, place.as_ref(), row.text_version)?;
        }
    }
    for mention in held {
        let gone = !present.iter().any(|other| other.id == mention.id);
        if gone && mention.by == MentionBy::Name {
            bring_back(conn, id, mention)?;
        }
    }
    Ok(())
}

fn place_clippings(
    conn: &Connection,
    id: ArticleId,
    version: u32,
    before: &[Block],
    now: &[Block],
) -> Result<()> {
    let record = article_table::record(conn, id)?;
    clippings::follow_line(conn, id, Span::TITLE, &record.title)?;
    let standfirst = record.standfirst.as_deref().unwrap_or_default();
    clippings::follow_line(conn, id, Span::STANDFIRST, standfirst)?;
    clippings::follow_text(conn, id, version, before, now)
}

fn place_of(
    mention: &MentionRow,
    record: &ArticleRecord,
    before: &[Block],
    now: &[Block],
) -> Option<Anchor> {
    match mention.anchor.span.block {
        Span::TITLE => anchors::find_in_line(&mention.anchor, &record.title),
        Span::STANDFIRST => {
            let standfirst = record.standfirst.as_deref().unwrap_or_default();
            anchors::find_in_line(&mention.anchor, standfirst)
        }
        _ if mention.orphaned => anchors::find_again(&mention.anchor, now),
        _ => anchors::find(&mention.anchor, before, now),
    }
}

/// A mention that was found by a name, and was not in the text shown meanwhile. A name
/// that the entity has no longer finds nothing.
fn bring_back(conn: &Connection, id: ArticleId, mention: &MentionRow) -> Result<()> {
    let Some(name) = mention.name else {
        return Ok(());
    };
    let Some(owner) = entity_table::find_owner(conn, name)? else {
        return Ok(());
    };
    if merge_table::root(conn, owner)? != merge_table::root(conn, mention.entity)? {
        return Ok(());
    }
    mention_table::insert(
        conn,
        &NewMention {
            id: mention.id,
            article: id,
            entity: owner,
            name: mention.name,
            anchor: mention.anchor.clone(),
            status: mention.status,
            by: mention.by,
            text_version: mention.text_version,
        },
    )?;
    // An orphaned one of the time before was found by nobody since.
    if mention.orphaned {
        mention_table::set_place(conn, mention.id, None, mention.text_version)?;
    }
    Ok(())
}
