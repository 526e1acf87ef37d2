//! The fields of an article: what the page declares, in the order of what proved right most often.

use super::facts::Facts;
use super::json_ld::{self, Described};
use super::page::PageBlock;
use super::{people, times, weighing};
use crate::domain::{Field, Origin};
use crate::extract::provenance::Fields;
use crate::extract::{SourceHints, declared, outlet, text, words};

/// Offers all fields that the page's data and address say; gives whom it credits.
pub(super) fn read(
    facts: &Facts,
    described: Option<&Described>,
    blocks: &[PageBlock],
    hints: &SourceHints,
    fields: &mut Fields,
) -> people::Credited {
    address(facts, described, hints, fields);
    let site = outlet_name(facts, described, hints, fields);
    title(facts, described, site.as_deref(), hints, fields);
    standfirst(facts, described, blocks, fields);
    declared::offer(Field::Standfirst, hints, fields);
    times::declared(facts, described, hints, fields);
    weighing::doubt_same_as_change(fields);
    section(facts, described, fields);
    declared::offer(Field::Section, hints, fields);
    people::declared(facts, described, hints, fields)
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
    // What a news page says twice of itself outweighs its heading, which can be the section's
    // or the paper's. On blogs the two are what search engines are told.
    let of_news = described.is_some_and(|d| d.kind.ends_with("Article"));
    if let (true, Some((value, origin)), Some((other, _))) = (of_news, &headline, &open_graph)
        && words::same_key(value) == words::same_key(other)
        && heading.is_none_or(|heading| words::same_key(heading) != words::same_key(value))
        && words::count(value) >= 3
        && good(value)
    {
        fields.offer(Field::Title, value, origin.clone());
    }
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
