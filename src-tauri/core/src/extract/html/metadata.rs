//! The fields of an article: what the page declares, in the order of what proved right most often.

use super::facts::Facts;
use super::json_ld::{self, Described};
use super::page::PageBlock;
use super::people;
use crate::domain::{Field, Origin};
use crate::extract::provenance::Fields;
use crate::extract::{SourceHints, dates, declared, outlet, text, words};

/// Offers all fields but the byline; gives the people of the byline.
pub(super) fn read(
    facts: &Facts,
    described: Option<&Described>,
    blocks: &[PageBlock],
    hints: &SourceHints,
    fields: &mut Fields,
) -> Vec<String> {
    address(facts, described, hints, fields);
    let site = outlet_name(facts, described, hints, fields);
    title(facts, described, site.as_deref(), hints, fields);
    standfirst(facts, described, blocks, fields);
    declared::offer(Field::Standfirst, hints, fields);
    times(facts, described, hints, fields);
    section(facts, described, fields);
    declared::offer(Field::Section, hints, fields);
    people::declared(facts, described, site.as_deref(), hints, fields)
}

pub(super) fn ld(described: &Described, property: &str) -> Origin {
    Origin::JsonLd {
        path: format!("{}.{property}", described.kind),
    }
}

pub(super) fn meta_origin(name: &str) -> Origin {
    if name.starts_with("og:") || name.starts_with("article:") {
        Origin::OpenGraph {
            property: name.to_owned(),
        }
    } else {
        Origin::Meta {
            name: name.to_owned(),
        }
    }
}

pub(super) fn element(name: &str) -> Origin {
    Origin::Element {
        name: name.to_owned(),
    }
}

fn address(facts: &Facts, described: Option<&Described>, hints: &SourceHints, fields: &mut Fields) {
    let absolute = |value: &str| {
        let base = hints.address().and_then(|url| url::Url::parse(url).ok());
        let parsed = url::Url::parse(value)
            .ok()
            .or_else(|| base.and_then(|base| base.join(value).ok()))?;
        matches!(parsed.scheme(), "http" | "https").then(|| parsed.to_string())
    };
    if let Some(value) = facts.canonical.as_deref().and_then(absolute) {
        fields.offer(Field::CanonicalUrl, &value, element("link rel=canonical"));
    }
    if let Some((name, value)) = facts.meta(&["og:url", "al:web:url", "twitter:url"])
        && let Some(value) = absolute(value)
    {
        fields.offer(Field::CanonicalUrl, &value, meta_origin(name));
    }
    if let Some(described) = described
        && let Some(value) = described.address.as_deref().and_then(absolute)
    {
        fields.offer(
            Field::CanonicalUrl,
            &value,
            ld(described, "mainEntityOfPage"),
        );
    }
    declared::offer(Field::CanonicalUrl, hints, fields);
}

fn outlet_name(
    facts: &Facts,
    described: Option<&Described>,
    hints: &SourceHints,
    fields: &mut Fields,
) -> Option<String> {
    let tidy = |value: &str| {
        let name = outlet::of_address(value)
            .map(str::to_owned)
            .unwrap_or_else(|| value.trim_start_matches('@').trim().to_owned());
        outlet::of_name(&name).map(str::to_owned).unwrap_or(name)
    };
    if let Some((name, value)) = facts.meta(&["og:site_name"]) {
        fields.offer(Field::Outlet, &tidy(value), meta_origin(name));
    }
    if let Some(described) = described
        && let Some(value) = &described.publisher
    {
        fields.offer(Field::Outlet, &tidy(value), ld(described, "publisher.name"));
    }
    if let Some(value) = json_ld::site_name(&facts.scripts) {
        fields.offer(
            Field::Outlet,
            &tidy(&value),
            Origin::JsonLd {
                path: "WebSite.name".to_owned(),
            },
        );
    }
    declared::offer(Field::Outlet, hints, fields);
    let known_address = fields.value(Field::CanonicalUrl);
    if let Some(name) = known_address.as_deref().and_then(outlet::of_address) {
        fields.offer(Field::Outlet, name, Origin::Url);
    }
    if let Some((name, value)) = facts.meta(&[
        "application-name",
        "apple-mobile-web-app-title",
        "dc.publisher",
        "publisher",
        "cre",
        "copyright-holder",
    ]) {
        fields.offer(Field::Outlet, &tidy(value), meta_origin(name));
    }
    if let Some(suffix) = facts.title.as_deref().and_then(outlet::title_suffix) {
        fields.offer(
            Field::Outlet,
            &tidy(suffix),
            Origin::Inferred {
                from: words::shorten(suffix, 60),
            },
        );
    }
    if let Some(name) = hints.file_name.and_then(outlet::of_file_name) {
        fields.offer(Field::Outlet, name, Origin::FileName);
    }
    if let Some(host) = known_address.as_deref().and_then(text::host_name) {
        fields.offer(Field::Outlet, &host, Origin::Url);
    }
    fields.value(Field::Outlet)
}

fn title(
    facts: &Facts,
    described: Option<&Described>,
    site: Option<&str>,
    hints: &SourceHints,
    fields: &mut Fields,
) {
    let tidy = |value: &str| outlet::without_site(value, site).to_owned();
    let good = |value: &str| {
        words::count(value) >= 1
            && site.is_none_or(|site| words::same_key(site) != words::same_key(value))
    };
    let open_graph = facts
        .meta(&["og:title"])
        .map(|(name, value)| (tidy(value), meta_origin(name)));
    let headline =
        described.and_then(|d| d.headline.as_deref().map(|h| (tidy(h), ld(d, "headline"))));
    let usable: Vec<&String> = facts
        .headings
        .iter()
        .filter(|h| good(h) && words::count(h) <= 60)
        .collect();
    let tag = facts.title.as_deref().map(tidy);
    // Of several first-level headings the one that the page's title repeats is the article's.
    let declared: Vec<String> = [&open_graph, &headline]
        .into_iter()
        .flatten()
        .map(|(t, _)| words::same_key(t))
        .chain(tag.as_deref().map(words::same_key))
        .collect();
    let confirmed = usable.iter().find(|h| {
        let key = words::same_key(h);
        words::count(h) >= 2
            && declared
                .iter()
                .any(|d| *d == key || (words::count(h) >= 4 && d.contains(&key)))
    });
    let heading = confirmed.or(usable
        .first()
        .filter(|h| usable.len() == 1 && words::count(h) >= 2));
    if let Some(heading) = heading {
        fields.offer(Field::Title, heading, element("h1"));
    }
    for (value, origin) in [headline, open_graph].into_iter().flatten() {
        if good(&value) {
            fields.offer(Field::Title, &value, origin);
        }
    }
    if let Some((name, value)) = facts.meta(&[
        "twitter:title",
        "parsely-title",
        "sailthru.title",
        "dc.title",
        "headline",
        "title",
    ]) {
        fields.offer(Field::Title, &tidy(value), meta_origin(name));
    }
    if let Some(value) = facts.item("headline") {
        fields.offer(
            Field::Title,
            value,
            Origin::Microdata {
                property: "headline".to_owned(),
            },
        );
    }
    declared::offer(Field::Title, hints, fields);
    if let Some(value) = tag.filter(|v| !v.is_empty()) {
        fields.offer(Field::Title, &value, element("title"));
    }
    for heading in usable {
        fields.offer(Field::Title, heading, element("h1"));
    }
    if let Some(stem) = hints
        .file_name
        .map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    {
        fields.offer(Field::Title, stem, Origin::FileName);
    }
}

/// A description counts as the standfirst only when readers see it on the page, apart from the text.
fn standfirst(
    facts: &Facts,
    described: Option<&Described>,
    blocks: &[PageBlock],
    fields: &mut Fields,
) {
    let shown = |value: &str| {
        let key = words::same_key(value);
        blocks.iter().any(|b| b.key == key && !b.hidden)
    };
    if let Some(described) = described {
        for (value, property) in [
            (&described.description, "description"),
            (&described.alternative, "alternativeHeadline"),
        ] {
            if let Some(value) = value
                .as_deref()
                .filter(|v| words::count(v) >= 5 && shown(v))
            {
                fields.offer(Field::Standfirst, value, ld(described, property));
            }
        }
    }
    if let Some((name, value)) = facts.meta(&[
        "og:description",
        "description",
        "twitter:description",
        "dc.description",
    ]) && words::count(value) >= 5
        && shown(value)
    {
        fields.offer(Field::Standfirst, value, meta_origin(name));
    }
}

fn times(facts: &Facts, described: Option<&Described>, hints: &SourceHints, fields: &mut Fields) {
    let offer = |fields: &mut Fields, field: Field, value: &str, origin: Origin| {
        if let Some(time) = dates::from_machine(value) {
            fields.offer_time(field, &time, origin);
        }
    };
    if let Some(described) = described {
        if let Some(value) = &described.published {
            offer(
                fields,
                Field::Published,
                value,
                ld(described, "datePublished"),
            );
        }
        if let Some(value) = &described.modified {
            offer(fields, Field::Updated, value, ld(described, "dateModified"));
        }
    }
    if let Some(value) = facts
        .item("datePublished")
        .or_else(|| facts.item("dateCreated"))
    {
        offer(
            fields,
            Field::Published,
            value,
            Origin::Microdata {
                property: "datePublished".to_owned(),
            },
        );
    }
    if let Some(value) = facts.item("dateModified") {
        offer(
            fields,
            Field::Updated,
            value,
            Origin::Microdata {
                property: "dateModified".to_owned(),
            },
        );
    }
    for name in PUBLISHED_METAS {
        if let Some((name, value)) = facts.meta(&[name]) {
            offer(fields, Field::Published, value, meta_origin(name));
        }
    }
    for name in UPDATED_METAS {
        if let Some((name, value)) = facts.meta(&[name]) {
            offer(fields, Field::Updated, value, meta_origin(name));
        }
    }
    // Only the first <time> is the article's; later ones belong to teasers and comments.
    for time in facts.times.iter().take(3) {
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

/// Names of `<meta>` that hold the time of publication.
#[rustfmt::skip]
const PUBLISHED_METAS: &[&str] = &[
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date",
    "article.published", "published-date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "citation_publication_date",
    "citation_date", "publication_date", "ptime", "displaydate", "bt:pubdate", "rnews:datepublished", "og:pubdate", "date.release", "created",
    "article:published", "dateofpublication", "date_published", "gentime", "weibo: article:create_at",
];

#[rustfmt::skip]
const UPDATED_METAS: &[&str] = &[
    "article:modified_time", "og:updated_time", "og:article:modified_time", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified",
    "datemodified", "article.updated", "revision_date",
];

fn section(facts: &Facts, described: Option<&Described>, fields: &mut Fields) {
    if let Some(described) = described
        && let Some(value) = described
            .section
            .as_deref()
            .filter(|v| words::count(v) <= 6)
    {
        fields.offer(Field::Section, value, ld(described, "articleSection"));
    }
    if let Some((name, value)) = facts.meta(&[
        "article:section",
        "og:article:section",
        "section",
        "parsely-section",
        "category",
    ]) && words::count(value) <= 6
    {
        fields.offer(Field::Section, value, meta_origin(name));
    }
}
