//! When a page was published and when it was changed, as its data and its address say.

use super::facts::Facts;
use super::json_ld::Described;
use super::metadata::{element, ld, meta_origin};
use crate::domain::{Field, Origin};
use crate::extract::dates;
use crate::extract::provenance::Fields;
use crate::extract::{SourceHints, declared};

/// Offers what the page's data and its address say, in the order of what proved right most often.
pub(super) fn declared(
    facts: &Facts,
    described: Option<&Described>,
    hints: &SourceHints,
    fields: &mut Fields,
) {
    if let Some(described) = described {
        for (field, value, property) in [
            (Field::Published, &described.published, "datePublished"),
            (Field::Updated, &described.modified, "dateModified"),
        ] {
            if let Some(value) = value {
                offer(fields, field, value, ld(described, property));
            }
        }
    }
    // Where several things have times, they are other stories': a `<meta>` is the page's.
    let several = differ(facts, "datePublished");
    if !several {
        microdata(facts, fields);
    }
    for (field, names) in [
        (Field::Published, PUBLISHED_METAS),
        (Field::Updated, UPDATED_METAS),
    ] {
        for name in names {
            if let Some((name, value)) = facts.meta(&[name]) {
                offer(fields, field, value, meta_origin(name));
            }
        }
    }
    for (name, value) in facts.metas.iter().filter(|(name, _)| says_published(name)) {
        offer(fields, Field::Published, value, meta_origin(name));
    }
    if several {
        microdata(facts, fields);
    }
    elements(facts, fields);
    declared::offer(Field::Published, hints, fields);
    declared::offer(Field::Updated, hints, fields);
    for address in [
        hints.address(),
        fields.value(Field::CanonicalUrl).as_deref(),
    ]
    .into_iter()
    .flatten()
    {
        if let Some(time) = dates::from_address(address) {
            fields.offer_time(Field::Published, &time, Origin::Url);
        }
    }
}

fn microdata(facts: &Facts, fields: &mut Fields) {
    for (field, property) in [
        (Field::Published, "datePublished"),
        (Field::Published, "dateCreated"),
        (Field::Updated, "dateModified"),
    ] {
        if let Some(value) = facts.item(property) {
            let property = property.to_owned();
            offer(fields, field, value, Origin::Microdata { property });
        }
    }
}

/// True where the page gives `property` with several values.
fn differ(facts: &Facts, property: &str) -> bool {
    let mut values = facts
        .items
        .iter()
        .filter(|(key, value)| key.eq_ignore_ascii_case(property) && !value.is_empty())
        .map(|(_, value)| value);
    let first = values.next();
    values.any(|value| Some(value) != first)
}

fn offer(fields: &mut Fields, field: Field, value: &str, origin: Origin) {
    if let Some(time) = dates::from_machine(value).filter(|time| !is_placeholder(&time.iso)) {
        fields.offer_time(field, &time, origin);
    }
}

/// Offers, after all that is said of the article, what is said of the page that holds it,
/// and what the page's programs carry.
pub(super) fn of_page(facts: &Facts, described: Option<&Described>, fields: &mut Fields) {
    if let Some(described) = described {
        for (field, value, property) in [
            (Field::Published, &described.page_published, "datePublished"),
            (Field::Updated, &described.page_modified, "dateModified"),
        ] {
            if let Some(value) = value {
                let path = format!("WebPage.{property}");
                offer(fields, field, value, Origin::JsonLd { path });
            }
        }
    }
    if let Some((key, value)) = of_scripts(facts) {
        offer(fields, Field::Published, value, element(key));
    }
}

/// The one time of the page's programs: with several days, most are those of other stories.
fn of_scripts(facts: &Facts) -> Option<(&str, &str)> {
    let (key, value) = facts.script_times.first()?;
    let day =
        |value: &str| dates::from_machine(value).and_then(|t| t.iso.get(..10).map(str::to_owned));
    let first = day(value)?;
    let alone = facts
        .script_times
        .iter()
        .all(|(_, other)| day(other).as_deref() == Some(&*first));
    alone.then_some((key.as_str(), value.as_str()))
}

/// What programs write where they know no date: the beginning of their count, or of ours.
fn is_placeholder(iso: &str) -> bool {
    ["1970-01-01", "1969-12-31", "1900-01-01", "0"]
        .iter()
        .any(|none| iso.starts_with(none))
}

/// A `<meta>` whose name nobody agreed on, but which says what it holds.
fn says_published(name: &str) -> bool {
    let about = [
        "publish",
        "pubdate",
        "pub-date",
        "pub_date",
        "issued",
        "firstpub",
        "publication",
        "release_date",
        "release-date",
        "regdate",
    ];
    let other = [
        "modif",
        "updat",
        "publisher",
        "year",
        "expire",
        "status",
        "site",
        "unpublish",
        "publishing",
    ];
    about.iter().any(|part| name.contains(part)) && !other.iter().any(|part| name.contains(part))
}

/// The first `<time>` elements: one that says that it is the time of publication, else
/// the first; later ones belong to teasers and comments.
fn elements(facts: &Facts, fields: &mut Fields) {
    let named = facts.times.iter().filter(|time| time.published).take(1);
    let first = facts.times.iter().take(3);
    for time in named.chain(first) {
        let field = if time.update {
            Field::Updated
        } else {
            Field::Published
        };
        if fields.best(field).is_none() {
            let value = time
                .machine
                .as_deref()
                .filter(|m| dates::from_machine(m).is_some())
                .unwrap_or(&time.text);
            offer(fields, field, value, element("time"));
        }
    }
}

/// Names of `<meta>` that hold the time of publication; those that may mean another come last.
#[rustfmt::skip]
const PUBLISHED_METAS: &[&str] = &[
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "published_time",
    "article.published", "article:published", "published-date", "article_date_original", "originalpublicationdate", "citation_publication_date", "bt:pubdate",
    "rnews:datepublished", "og:pubdate", "date_published", "dateofpublication", "publication_date", "weibo: article:create_at", "article:create_at", "_pubtime", "og:regdate",
    "dc.date", "dcterms.date", "citation_date", "date", "displaydate", "date.release", "date.created", "created", "ptime", "gentime",
];

#[rustfmt::skip]
const UPDATED_METAS: &[&str] = &[
    "article:modified_time", "og:updated_time", "og:article:modified_time", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified",
    "datemodified", "article.updated", "revision_date",
];
