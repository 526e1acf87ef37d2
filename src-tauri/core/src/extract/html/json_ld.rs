//! What a page says about itself in JSON-LD (schema.org).

use serde_json::Value;

use super::facts::Facts;
use super::linked_data::{clean, first_text, flatten, is_article, kind_of, parse, resolve};
use crate::extract::{byline, dates, words};

/// The article that a page's JSON-LD describes.
#[derive(Debug, Default, Clone)]
pub(super) struct Described {
    pub headline: Option<String>,
    pub alternative: Option<String>,
    pub description: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    /// The times of the page that holds the article.
    pub page_published: Option<String>,
    pub page_modified: Option<String>,
    pub language: Option<String>,
    pub section: Option<String>,
    pub address: Option<String>,
    pub body: Option<String>,
    /// `isAccessibleForFree` is false.
    pub paid: bool,
    /// The type it was read from, for provenance.
    pub kind: String,
}

/// Reads the scripts of a page; `None` when none describes an article.
pub(super) fn read(facts: &Facts, address: Option<&str>) -> Option<Described> {
    let values: Vec<Value> = facts
        .scripts
        .iter()
        .flat_map(|script| parse(script))
        .collect();
    let objects = flatten(&values);
    let page_key = PageKey::of(facts, address);
    let mut best: Option<(usize, &Value)> = None;
    for object in &objects {
        if kind_of(object).is_some_and(is_article) {
            let worth = worth(object) + if page_key.is_of(object) { OWN } else { 0 };
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, object));
            }
        }
    }
    // A page about a film or a broadcast describes that.
    if best.is_none() {
        let shown = objects
            .iter()
            .copied()
            .find(|object| kind_of(object).is_some_and(is_broadcast) && page_key.is_of(object));
        best = shown.map(|object| (0, object));
    }
    let pages = objects
        .iter()
        .copied()
        .filter(|o| kind_of(o).is_some_and(is_page));
    let page = pages
        .clone()
        .find(|page| page.get("datePublished").is_some())
        .or_else(|| pages.clone().next());
    // A page that describes no article still says when it was published.
    let article = best
        .map(|(_, article)| article)
        .or_else(|| page.filter(|page| page.get("datePublished").is_some()))?;
    let text = |key: &str| article.get(key).and_then(first_text);
    let page_text = |key: &str| page.and_then(|p| p.get(key)).and_then(first_text);
    let own = |key: &str| text(key).filter(|_| best.is_some());
    let time = |value: Option<String>| value.filter(|value| dates::from_machine(value).is_some());
    let publisher = article
        .get("publisher")
        .or_else(|| article.get("sourceOrganization"))
        .map(|value| resolve(value, &objects));
    Some(Described {
        headline: text("headline").or_else(|| own("name")),
        alternative: text("alternativeHeadline"),
        description: text("description"),
        authors: authors(article, &objects),
        publisher: publisher.and_then(|value| {
            value
                .get("name")
                .and_then(first_text)
                .or_else(|| value.as_str().map(clean))
        }),
        published: time(own("datePublished"))
            .or_else(|| time(own("dateCreated")))
            .or_else(|| time(own("coverageStartTime")))
            .or_else(|| time(own("uploadDate"))),
        modified: time(own("dateModified")),
        page_published: time(page_text("datePublished")),
        page_modified: time(page_text("dateModified")),
        language: text("inLanguage").or_else(|| page_text("inLanguage")),
        section: text("articleSection"),
        address: article
            .get("mainEntityOfPage")
            .and_then(|v| v.get("@id").or(Some(v)))
            .and_then(first_text)
            .or_else(|| text("url")),
        body: article
            .get("articleBody")
            .and_then(Value::as_str)
            .map(str::to_owned)
            .filter(|body| words::count(body) > 20),
        paid: article.get("isAccessibleForFree").is_some_and(is_false),
        kind: kind_of(article).unwrap_or("Article").to_owned(),
    })
}

/// The publication's name from a WebSite or Organization object, when no article is described.
pub(super) fn site_name(scripts: &[String]) -> Option<String> {
    let values: Vec<Value> = scripts.iter().flat_map(|script| parse(script)).collect();
    let objects = flatten(&values);
    let named = |wanted: &str| {
        objects
            .iter()
            .find(|o| kind_of(o) == Some(wanted))
            .and_then(|o| o.get("name"))
            .and_then(first_text)
    };
    named("WebSite")
        .or_else(|| named("NewsMediaOrganization"))
        .filter(|name| words::count(name) <= 6)
}

/// What outweighs all that an object may say: that it is about this very page.
const OWN: usize = 100;

/// What tells the page's own article from those of a list of stories.
struct PageKey {
    titles: Vec<String>,
    addresses: Vec<String>,
}

impl PageKey {
    fn of(facts: &Facts, address: Option<&str>) -> Self {
        let declared = facts.meta(&["og:title"]).map(|(_, title)| title);
        let titles = facts.headings.iter().map(String::as_str).chain(declared);
        Self {
            titles: titles
                .map(words::same_key)
                .filter(|key| key.len() > 8)
                .collect(),
            addresses: [
                facts.canonical.as_deref(),
                facts.meta(&["og:url"]).map(|(_, url)| url),
                address,
            ]
            .into_iter()
            .flatten()
            .map(bare_address)
            .collect(),
        }
    }

    fn is_of(&self, object: &Value) -> bool {
        let titled = ["headline", "name"]
            .iter()
            .filter_map(|key| object.get(*key).and_then(first_text))
            .any(|title| self.titles.contains(&words::same_key(&title)));
        let address = ["url", "@id", "mainEntityOfPage"].iter().find_map(|key| {
            let value = object.get(*key)?;
            first_text(value.get("@id").unwrap_or(value))
        });
        titled || address.is_some_and(|url| self.addresses.contains(&bare_address(&url)))
    }
}

/// An address without scheme, query, fragment and closing stroke.
fn bare_address(address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let path = address[..end].trim_end_matches('/');
    path.split_once("://")
        .map_or(path, |(_, rest)| rest)
        .to_lowercase()
}

/// The object that says most about an article is the page's own.
fn worth(value: &Value) -> usize {
    let keys = [
        "headline",
        "datePublished",
        "author",
        "articleBody",
        "publisher",
        "description",
        "dateModified",
        "mainEntityOfPage",
    ];
    let live_update = kind_of(value) == Some("BlogPosting") && value.get("publisher").is_none();
    keys.iter().filter(|key| value.get(**key).is_some()).count() * 2
        - usize::from(live_update && value.get("headline").is_some())
}

fn is_broadcast(kind: &str) -> bool {
    matches!(
        kind,
        "VideoObject" | "AudioObject" | "PodcastEpisode" | "RadioEpisode" | "TVEpisode"
    )
}

/// Types of the page around an article; pages of lists and people have dates of their own.
fn is_page(kind: &str) -> bool {
    matches!(kind, "WebPage" | "ItemPage" | "MedicalWebPage" | "FAQPage")
}

/// Whom the article credits: its authors, else its creators.
fn authors(article: &Value, objects: &[&Value]) -> Vec<String> {
    let credited = ["author", "creator"].iter().map(|key| {
        let mut names = Vec::new();
        if let Some(value) = article.get(*key) {
            add_names(value, objects, 0, &mut names);
        }
        names
    });
    credited
        .into_iter()
        .find(|names| !names.is_empty())
        .unwrap_or_default()
}

/// Lists within lists of names; deeper ones are no credits.
const NAME_DEPTH: usize = 3;

fn add_names(value: &Value, objects: &[&Value], depth: usize, names: &mut Vec<String>) {
    if depth > NAME_DEPTH {
        return;
    }
    match resolve(value, objects) {
        Value::String(text) => add_people(&clean(text), names),
        Value::Array(items) => {
            for item in items {
                add_names(item, objects, depth + 1, names);
            }
        }
        Value::Object(person) => {
            if let Some(inner) = person.get("name").or_else(|| person.get("@list")) {
                add_names(inner, objects, depth + 1, names);
            } else {
                let parts = ["givenName", "familyName"].map(|key| person.get(key));
                let parts: Vec<String> =
                    parts.into_iter().flatten().filter_map(first_text).collect();
                add_people(&parts.join(" "), names);
            }
        }
        _ => {}
    }
}

/// One string can hold several people.
fn add_people(text: &str, names: &mut Vec<String>) {
    let several = byline::people(text);
    let people = if several.len() > 1 {
        several
    } else {
        byline::declared(text).into_iter().collect()
    };
    for name in people {
        let key = words::same_key(&name);
        if !names.iter().any(|known| words::same_key(known) == key) {
            names.push(name);
        }
    }
}

fn is_false(value: &Value) -> bool {
    match value {
        Value::Bool(free) => !free,
        Value::String(text) => text.eq_ignore_ascii_case("false"),
        _ => false,
    }
}
