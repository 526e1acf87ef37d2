//! Everything in a page that may say something about its article, collected in one walk.

use dom_query::{Document, Element, LocalName, NodeRef, local_name};
use memchr::memchr_iter;

use super::containers::{self, Hints};
use super::{script_times, time_elements};
use crate::domain::RemovalReason;
use crate::extract::words;

/// What was found, in page order.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub language: Option<String>,
    pub title: Option<String>,
    /// Name or property in lower case, content.
    pub metas: Vec<(String, String)>,
    pub canonical: Option<String>,
    pub scripts: Vec<String>,
    /// Keys and values of the times of publication in other scripts.
    pub script_times: Vec<(String, String)>,
    pub headings: Vec<String>,
    pub times: Vec<time_elements::TimeElement>,
    /// `itemprop`, value.
    pub items: Vec<(String, String)>,
    pub rel_authors: Vec<String>,
    pub bylines: Vec<String>,
    /// Elements whose surroundings were looked at.
    looked: usize,
    /// The page has scripts. One without was stripped of them, and of its data.
    pub scripted: bool,
}

impl Facts {
    /// The content of the first `<meta>` of one of `names`.
    pub(super) fn meta(&self, names: &[&str]) -> Option<(&str, &str)> {
        names.iter().find_map(|name| {
            self.metas
                .iter()
                .find(|(key, value)| key == name && !value.is_empty())
                .map(|(key, value)| (key.as_str(), value.as_str()))
        })
    }

    pub(super) fn item(&self, name: &str) -> Option<&str> {
        self.items
            .iter()
            .find(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }
}

/// Parts of addresses of pages about an author.
const AUTHOR_PATHS: &[&str] = &[
    "/author/",
    "/authors/",
    "/auteur/",
    "/autor/",
    "/by/",
    "/profile/",
    "/journalist/",
];

/// Elements whose surroundings are looked at; a page with more is a list of stories.
const MOST_LOOKED: usize = 400;

/// Elements around one that are looked at.
const DEPTH: usize = 12;

/// Longest text that is taken for a name or a date.
pub(super) const LONGEST: usize = 200;

pub(super) fn collect(document: &Document) -> Facts {
    let mut facts = Facts::default();
    for node in document.root().descendants_it() {
        // A page has thousands of elements: nothing is copied of those that say nothing.
        if let Some(element) = node.element_ref() {
            look(&node, &element, &mut facts);
        }
    }
    facts
}

/// Takes from one element what it says.
fn look(node: &NodeRef, element: &Element, facts: &mut Facts) {
    let name = &element.name.local;
    match *name {
        local_name!("html") => {
            facts.language = node
                .attr("lang")
                .or_else(|| node.attr("xml:lang"))
                .map(|v| v.to_string())
        }
        local_name!("title")
            if facts.title.is_none() && !node.ancestors_it(None).any(|n| n.has_name("svg")) =>
        {
            facts.title = Some(words::collapse(&node.text())).filter(|t| !t.is_empty());
        }
        local_name!("meta") => meta(node, facts),
        local_name!("link")
            if facts.canonical.is_none()
                && node
                    .attr("rel")
                    .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
        {
            facts.canonical = node
                .attr("href")
                .map(|v| v.trim().to_owned())
                .filter(|v| !v.is_empty());
        }
        local_name!("script") => {
            facts.scripted = true;
            if node
                .attr("type")
                .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
            {
                facts.scripts.push(node.text().to_string());
            } else if facts.script_times.len() < 2 {
                script_times::add(&node.text(), &mut facts.script_times);
            }
        }
        local_name!("h1") => {
            let text = spaced_text(node);
            if !text.is_empty() && !containers::is_hidden(node) {
                facts.headings.push(text);
            }
        }
        local_name!("time") => time_elements::time(node, facts),
        _ => {}
    }
    if !matches!(
        *name,
        local_name!("meta")
            | local_name!("html")
            | local_name!("body")
            | local_name!("head")
            | local_name!("script")
            | local_name!("article")
            | local_name!("main")
    ) {
        let hints = Hints::of(element);
        properties(node, element, hints, facts);
        if hints.date && *name != local_name!("time") {
            time_elements::named(node, element, facts);
        }
    }
}

/// The value of an attribute.
pub(super) fn value_of(element: &Element, name: LocalName) -> Option<&str> {
    let mut attributes = element.attrs.iter();
    attributes
        .find(|attribute| attribute.name.local == name)
        .map(|attribute| &*attribute.value)
}

fn meta(node: &NodeRef, facts: &mut Facts) {
    let Some(content) = node
        .attr("content")
        .map(|v| words::collapse(&super::unescape(&v)))
    else {
        return;
    };
    for attribute in ["property", "name", "itemprop", "http-equiv"] {
        if let Some(key) = node.attr(attribute) {
            let key = key.trim().to_lowercase();
            if attribute == "itemprop" {
                if !is_of_another_thing(node) && !is_beside_the_article(node, facts) {
                    facts.items.push((key, content.clone()));
                }
            } else {
                facts.metas.push((key, content.clone()));
            }
        }
    }
}

/// Inside comments, links to other stories, menus or the page's foot: what stands there
/// says nothing of the article.
pub(super) fn is_beside_the_article(node: &NodeRef, facts: &mut Facts) -> bool {
    facts.looked += 1;
    facts.looked > MOST_LOOKED
        || node.ancestors_it(Some(DEPTH)).any(|around| {
            let Some(name) = around.node_name() else {
                return false;
            };
            matches!(&*name, "nav" | "aside" | "footer")
                || matches!(
                    containers::reason_of(&around, &name),
                    Some(
                        RemovalReason::Comments
                            | RemovalReason::Related
                            | RemovalReason::Navigation
                    )
                ) && !holds_the_headline(&around)
        })
}

/// Types of schema.org whose name and dates are not those of the article around them.
const OTHER_THINGS: &[&str] = &["video", "audio", "image", "comment", "product", "offer"];

/// A property of a film, a picture or a comment inside the article.
fn is_of_another_thing(node: &NodeRef) -> bool {
    let mut around = node.ancestors_it(Some(DEPTH));
    let scope = around.find(|around| around.has_attr("itemscope"));
    scope
        .and_then(|scope| scope.attr("itemtype"))
        .is_some_and(|kind| {
            let kind = kind.to_ascii_lowercase();
            OTHER_THINGS.iter().any(|other| kind.contains(other))
        })
}

/// A container of the whole page can have a misleading name.
fn holds_the_headline(node: &NodeRef) -> bool {
    node.descendants_it()
        .take(2000)
        .any(|inner| inner.has_name("h1"))
}

fn properties(node: &NodeRef, element: &Element, hints: Hints, facts: &mut Facts) {
    if let Some(property) = value_of(element, local_name!("itemprop"))
        && facts.items.len() < 200
        && !is_of_another_thing(node)
        && !is_beside_the_article(node, facts)
    {
        let value = value_of(element, local_name!("content"))
            .or_else(|| value_of(element, local_name!("datetime")))
            .map(words::collapse)
            .unwrap_or_else(|| short_text(node));
        for key in property.split_whitespace() {
            facts.items.push((key.to_owned(), value.clone()));
        }
    }
    if element.name.local == local_name!("a")
        && facts.rel_authors.len() < 4
        && (says_author(element) || leads_to_author(element))
        && !is_beside_the_article(node, facts)
    {
        let text = short_text(node);
        if !text.is_empty() {
            facts.rel_authors.push(text);
        }
    }
    if facts.bylines.len() < 12
        && containers::is_byline(element, hints)
        && !is_beside_the_article(node, facts)
    {
        let text = short_text(node);
        if !text.is_empty() {
            facts.bylines.push(text);
        }
    }
}

fn leads_to_author(link: &Element) -> bool {
    let Some(href) = value_of(link, local_name!("href")) else {
        return false;
    };
    let has = |at: usize, part: &str| {
        let here = href.as_bytes().get(at..at + part.len());
        here.is_some_and(|here| here.eq_ignore_ascii_case(part.as_bytes()))
    };
    memchr_iter(b'/', href.as_bytes()).any(|at| AUTHOR_PATHS.iter().any(|part| has(at, part)))
}

fn says_author(link: &Element) -> bool {
    value_of(link, local_name!("rel")).is_some_and(|rel| {
        rel.split_whitespace()
            .any(|part| part.eq_ignore_ascii_case("author"))
    })
}

/// The text of a small element; nothing of a large one.
fn short_text(node: &NodeRef) -> String {
    let text = spaced_text(node);
    if text.chars().count() > LONGEST {
        String::new()
    } else {
        text
    }
}

/// Text with a space between elements, so that "By" and a name stay apart.
pub(super) fn spaced_text(node: &NodeRef) -> String {
    let mut out = String::new();
    for inner in node.descendants_it() {
        if inner.is_text() {
            if inner
                .parent()
                .is_some_and(|p| p.has_name("script") || p.has_name("style") || p.has_name("title"))
            {
                continue;
            }
            out.push_str(&inner.text());
        } else if inner.is_element()
            && !out.ends_with(' ')
            && !inner.has_name("b")
            && !inner.has_name("i")
            && !inner.has_name("em")
            && !inner.has_name("strong")
        {
            out.push(' ');
        }
        if out.len() > 4000 {
            break;
        }
    }
    words::collapse(&out)
}
