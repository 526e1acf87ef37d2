//! What a page says about itself in JSON-LD (schema.org).

use serde_json::{Map, Value};

use super::facts::Facts;
use crate::extract::{byline, words};

/// Types of schema.org that are one article.
#[rustfmt::skip]
const ARTICLE_TYPES: &[&str] = &[
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
    "BlogPosting", "LiveBlogPosting", "Report", "ScholarlyArticle", "TechArticle", "MedicalScholarlyArticle", "SocialMediaPosting", "AskPublicNewsArticle",
    "SatiricalArticle", "AdvertiserContentArticle", "Review", "Recipe", "HowTo", "Interview",
];

/// Objects looked at on one page; more are a sign of a generated list.
const MOST_OBJECTS: usize = 2000;

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
pub(super) fn read(facts: &Facts) -> Option<Described> {
    let values: Vec<Value> = facts
        .scripts
        .iter()
        .flat_map(|script| parse(script))
        .collect();
    let objects = flatten(&values);
    let page_key = PageKey::of(facts);
    let mut best: Option<(usize, &Value)> = None;
    for object in &objects {
        if kind_of(object).is_some_and(|kind| ARTICLE_TYPES.contains(&kind)) {
            let worth = worth(object) + if page_key.is_of(object) { OWN } else { 0 };
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, object));
            }
        }
    }
    let (_, article) = best?;
    let text = |key: &str| article.get(key).and_then(first_text);
    let page = objects
        .iter()
        .find(|o| kind_of(o).is_some_and(|k| k.ends_with("WebPage")));
    let page_text = |key: &str| page.and_then(|p| p.get(key)).and_then(first_text);
    let publisher = article
        .get("publisher")
        .or_else(|| article.get("sourceOrganization"))
        .map(|value| resolve(value, &objects));
    Some(Described {
        headline: text("headline").or_else(|| text("name")),
        alternative: text("alternativeHeadline"),
        description: text("description"),
        authors: authors(article, &objects),
        publisher: publisher.and_then(|value| {
            value
                .get("name")
                .and_then(first_text)
                .or_else(|| value.as_str().map(clean))
        }),
        published: text("datePublished")
            .or_else(|| text("dateCreated"))
            .or_else(|| page_text("datePublished")),
        modified: text("dateModified").or_else(|| page_text("dateModified")),
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
    address: Option<String>,
}

impl PageKey {
    fn of(facts: &Facts) -> Self {
        let declared = facts.meta(&["og:title"]).map(|(_, title)| title);
        let titles = facts.headings.iter().map(String::as_str).chain(declared);
        Self {
            titles: titles
                .map(words::same_key)
                .filter(|key| key.len() > 8)
                .collect(),
            address: facts.canonical.as_deref().map(bare_address),
        }
    }

    fn is_of(&self, object: &Value) -> bool {
        let headline = object
            .get("headline")
            .or_else(|| object.get("name"))
            .and_then(first_text)
            .map(|title| words::same_key(&title));
        let address = ["url", "@id", "mainEntityOfPage"].iter().find_map(|key| {
            let value = object.get(*key)?;
            first_text(value.get("@id").unwrap_or(value))
        });
        headline.is_some_and(|title| self.titles.contains(&title))
            || address.is_some_and(|url| self.address.as_deref() == Some(&*bare_address(&url)))
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

/// Pages wrap JSON-LD in comments, leave line feeds inside strings or a semicolon at its
/// end, and put several objects into one script.
fn parse(script: &str) -> Vec<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("/*<![CDATA[*/");
    let bare = bare
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("/*]]>*/")
        .trim()
        .trim_end_matches(';');
    let several = |text: &str| -> Vec<Value> {
        serde_json::Deserializer::from_str(text)
            .into_iter::<Value>()
            .map_while(Result::ok)
            .collect()
    };
    let read = several(bare);
    if !read.is_empty() {
        return read;
    }
    let spaced: String = bare
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let read = several(&spaced);
    if read.is_empty() {
        salvage(&spaced).into_iter().collect()
    } else {
        read
    }
}

/// The few plain fields of a script that is no JSON: an unescaped quote in one place
/// must not cost the date.
fn salvage(script: &str) -> Option<Value> {
    let kind = ARTICLE_TYPES
        .iter()
        .find(|kind| script.contains(&format!("\"{kind}\"")))?;
    let mut object = Map::new();
    object.insert("@type".to_owned(), Value::from(*kind));
    for key in ["datePublished", "dateModified"] {
        let value = script
            .split_once(&format!("\"{key}\""))
            .and_then(|(_, rest)| rest.trim_start().strip_prefix(':'))
            .and_then(|rest| rest.trim_start().strip_prefix('"'))
            .and_then(|rest| rest.split_once('"'));
        if let Some((value, _)) = value {
            object.insert(key.to_owned(), Value::from(value));
        }
    }
    Some(Value::Object(object))
}

/// All objects, those of `@graph`, lists and nested values included.
fn flatten(values: &[Value]) -> Vec<&Value> {
    let mut out = Vec::new();
    let mut queue: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = queue.pop() {
        if out.len() >= MOST_OBJECTS {
            break;
        }
        match value {
            Value::Array(items) => queue.extend(items.iter().rev()),
            Value::Object(map) => {
                out.push(value);
                for key in [
                    "mainEntity",
                    "mainEntityOfPage",
                    "@graph",
                    "hasPart",
                    "liveBlogUpdate",
                    "author",
                    "publisher",
                    "isPartOf",
                ] {
                    if let Some(inner) = map.get(key).filter(|v| v.is_array() || v.is_object()) {
                        queue.push(inner);
                    }
                }
            }
            _ => {}
        }
    }
    out
}

fn kind_of(value: &Value) -> Option<&str> {
    match value.get("@type")? {
        Value::String(kind) => Some(kind.rsplit('/').next().unwrap_or(kind)),
        Value::Array(kinds) => {
            let names: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
            names
                .iter()
                .find(|k| ARTICLE_TYPES.contains(k))
                .or(names.first())
                .copied()
        }
        _ => None,
    }
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

fn resolve<'v>(value: &'v Value, objects: &[&'v Value]) -> &'v Value {
    let Some(id) = value
        .get("@id")
        .and_then(Value::as_str)
        .filter(|_| value.get("name").is_none())
    else {
        return value;
    };
    objects
        .iter()
        .copied()
        .find(|o| o.get("@id").and_then(Value::as_str) == Some(id) && o.get("name").is_some())
        .unwrap_or(value)
}

fn authors(article: &Value, objects: &[&Value]) -> Vec<String> {
    let Some(value) = article.get("author").or_else(|| article.get("creator")) else {
        return Vec::new();
    };
    let items: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    };
    let mut names: Vec<String> = Vec::new();
    for item in items {
        let item = resolve(item, objects);
        let raw = match item {
            Value::String(name) => Some(clean(name)),
            other => match other.get("name") {
                Some(Value::Array(list)) => list.first().and_then(first_text),
                Some(name) => first_text(name),
                None => None,
            },
        };
        let Some(raw) = raw else { continue };
        // One string can hold several people.
        let several = byline::people(&raw);
        let parts = if several.len() > 1 {
            several
        } else {
            byline::declared(&raw).into_iter().collect()
        };
        for name in parts {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn first_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(clean(text)).filter(|text| !text.is_empty()),
        Value::Array(items) => items.first().and_then(first_text),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(map) => map
            .get("@value")
            .or_else(|| map.get("name"))
            .or_else(|| map.get("alternateName"))
            .and_then(first_text),
        _ => None,
    }
}

fn is_false(value: &Value) -> bool {
    match value {
        Value::Bool(free) => !free,
        Value::String(text) => text.eq_ignore_ascii_case("false"),
        _ => false,
    }
}

fn clean(text: &str) -> String {
    words::collapse(&super::unescape(text))
}
