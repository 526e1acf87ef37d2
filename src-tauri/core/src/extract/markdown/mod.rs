//! Articles out of Markdown: front matter, headings, paragraphs, lists, quotations.

use pulldown_cmark::HeadingLevel;

mod blocks;
mod front_matter;
mod obsidian;

use blocks::blocks;
use front_matter::FrontMatter;

use super::provenance::Fields;
use super::{SourceHints, byline, dates, declared, language, outlet, text, warnings, words};
use crate::domain::{ArticleParts, Fate, Field, Origin, SourcePiece};

/// Reads Markdown. Nothing is removed: a Markdown file is what a person wrote or exported.
pub(super) fn read(source: &str, hints: &SourceHints) -> ArticleParts {
    let mut fields = Fields::default();
    let mut people = Vec::new();
    let (front, body, skipped) = front_matter::split(source);
    offer_front_matter(&front, &mut fields, &mut people);
    for field in DECLARED {
        declared::offer(*field, hints, &mut fields);
    }
    if people.is_empty() {
        people = declared::people(hints);
        fields.offer(Field::Byline, &people.join(", "), Origin::Import);
    }
    let drafts = blocks(body, skipped);
    let mut parts = ArticleParts::default();
    let mut titled = fields.best(Field::Title).is_some();
    for (at, draft) in drafts.into_iter().enumerate() {
        let repeats_title = fields
            .value(Field::Title)
            .is_some_and(|t| words::same_key(&t) == words::same_key(&draft.block.text));
        let is_title = draft.level == Some(HeadingLevel::H1) && (!titled || repeats_title)
            || (at == 0 && repeats_title);
        let fate = if is_title {
            fields.offer(
                Field::Title,
                &draft.block.text,
                Origin::Line {
                    line: draft.block.line,
                },
            );
            titled = true;
            Fate::Title
        } else {
            let block = u32::try_from(parts.blocks.len()).unwrap_or(u32::MAX);
            parts.blocks.push(draft.block.clone());
            Fate::Body { block }
        };
        parts.pieces.push(SourcePiece {
            line: draft.block.line,
            text: draft.block.text,
            fate,
        });
    }
    if !titled && let Some(first) = parts.blocks.first() {
        let title = words::shorten(&first.text, 100);
        fields.offer(
            Field::Title,
            &title,
            Origin::Inferred {
                from: words::shorten(&title, 60),
            },
        );
    }
    if let Some(time) = hints.file_name.and_then(dates::from_address) {
        fields.offer_time(Field::Published, &time, Origin::FileName);
    }
    if let Some(name) = fields
        .value(Field::CanonicalUrl)
        .as_deref()
        .and_then(outlet::of_address)
    {
        fields.offer(Field::Outlet, name, Origin::Url);
    }
    if let Some(name) = hints.file_name.and_then(outlet::of_file_name) {
        fields.offer(Field::Outlet, name, Origin::FileName);
    }
    if let Some(host) = fields
        .value(Field::CanonicalUrl)
        .as_deref()
        .and_then(text::host_name)
    {
        fields.offer(Field::Outlet, &host, Origin::Url);
    }
    let all = format!(
        "{}\n{}",
        fields.value(Field::Title).unwrap_or_default(),
        parts.body_text()
    );
    if let Some((code, _)) = language::detect(&all) {
        fields.offer(
            Field::Language,
            code,
            Origin::Inferred {
                from: words::shorten(all.trim(), 60),
            },
        );
    }
    parts.title = fields.value(Field::Title).unwrap_or_default();
    parts.standfirst = fields.value(Field::Standfirst);
    parts.byline = people;
    parts.outlet = fields.value(Field::Outlet);
    parts.published = fields.time(Field::Published);
    parts.updated = fields.time(Field::Updated);
    parts.language = fields.value(Field::Language);
    parts.canonical_url = fields.value(Field::CanonicalUrl);
    parts.section = fields.value(Field::Section);
    parts.tags = front.tags();
    parts.provenance = fields.finish();
    warnings::add(&mut parts, false);
    parts
}

/// What a container can declare of a Markdown file, besides whom it credits.
const DECLARED: &[Field] = &[
    Field::Title,
    Field::Standfirst,
    Field::Outlet,
    Field::Published,
    Field::Updated,
    Field::Language,
    Field::CanonicalUrl,
    Field::Section,
];

/// Offers the keys that articles have; others are left alone.
fn offer_front_matter(front: &FrontMatter, fields: &mut Fields, people: &mut Vec<String>) {
    for (key, values) in front.entries() {
        let origin = || Origin::Meta {
            name: key.to_owned(),
        };
        let first = values.first().map_or("", |value| value.trim());
        // Hugo's and Zola's tables for what they do not know themselves.
        let own = ["params.", "extra."];
        let key = own
            .iter()
            .find_map(|table| key.strip_prefix(table))
            .unwrap_or(key);
        match key {
            "title" | "headline" | "alias" | "aliases" => {
                for value in values {
                    fields.offer(Field::Title, value, origin());
                }
            }
            "description" | "standfirst" | "subtitle" | "summary" | "excerpt" | "dek" | "deck" => {
                fields.offer(Field::Standfirst, first, origin());
            }
            "outlet" | "publisher" | "site" | "site_name" | "publication" | "website"
            | "newspaper" => {
                offer_outlet(first, fields, origin());
            }
            "language" | "lang" | "locale" => {
                if let Some(code) = language::primary(first) {
                    fields.offer(Field::Language, &code, origin());
                }
            }
            "published" | "date" | "publish_date" | "published_at" | "published_time"
            | "date_published" | "publishdate" | "pubdate" | "publication_date" => {
                if let Some(time) = dates::from_machine(first) {
                    fields.offer_time(Field::Published, &time, origin());
                }
            }
            "updated" | "modified" | "lastmod" | "last_modified_at" | "updated_at"
            | "date_modified" => {
                if let Some(time) = dates::from_machine(first) {
                    fields.offer_time(Field::Updated, &time, origin());
                }
            }
            "author" | "authors" | "byline" | "by" | "creator" | "author.name" | "authors.name" => {
                people_in(values, people);
            }
            "source" | "url" | "link" | "canonical" | "canonical_url" | "canonicalurl"
            | "permalink" | "original_url" | "source_url" | "href" => {
                match url::Url::parse(first) {
                    Ok(address) if address.has_host() => {
                        fields.offer(Field::CanonicalUrl, first, origin());
                    }
                    _ if key == "source" => offer_outlet(first, fields, origin()),
                    _ => {}
                }
            }
            "section" | "category" | "categories" | "taxonomies.categories" => {
                fields.offer(Field::Section, first, origin());
            }
            _ => {}
        }
    }
    fields.offer(
        Field::Byline,
        &people.join(", "),
        Origin::Meta {
            name: "author".to_owned(),
        },
    );
}

/// An outlet's own name where it is known, else as written.
fn offer_outlet(value: &str, fields: &mut Fields, origin: Origin) {
    fields.offer(
        Field::Outlet,
        outlet::of_name(value).unwrap_or(value),
        origin,
    );
}

fn people_in(values: &[String], people: &mut Vec<String>) {
    for value in values {
        // One value may name several: "A B, C D" or "A B and C D".
        let named = byline::people(value);
        let parts: Vec<&str> = if named.len() > 1 {
            named.iter().map(String::as_str).collect()
        } else {
            value.split([',', ';']).collect()
        };
        for part in parts {
            let name = part.trim().trim_start_matches("[[").trim_end_matches("]]");
            if let Some(name) = byline::declared(name).filter(|name| !people.contains(name)) {
                people.push(name);
            }
        }
    }
}
