//! Everything in a page that may say something about its article, collected in one walk.

use dom_query::{Document, NodeRef};

use super::{containers, script_times, time_elements};
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
        let Some(name) = node.qual_name_ref().map(|name| name.local.to_string()) else {
            continue;
        };
        match name.as_str() {
            "html" => {
                facts.language = node
                    .attr("lang")
                    .or_else(|| node.attr("xml:lang"))
                    .map(|v| v.to_string())
            }
            "title"
                if facts.title.is_none() && !node.ancestors_it(None).any(|n| n.has_name("svg")) =>
            {
                facts.title = Some(words::collapse(&node.text())).filter(|t| !t.is_empty());
            }
            "meta" => meta(&node, &mut facts),
            "link"
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
            "script" => {
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
            "h1" => {
                let text = spaced_text(&node);
                if !text.is_empty() && !containers::is_hidden(&node) {
                    facts.headings.push(text);
                }
            }
            "time" => time_elements::time(&node, &mut facts),
            _ => {}
        }
        if !matches!(
            name.as_str(),
            "meta" | "html" | "body" | "head" | "script" | "article" | "main"
        ) {
            properties(&node, &name, &mut facts);
            if name != "time" {
                time_elements::named(&node, &mut facts);
            }
        }
    }
    facts
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

fn properties(node: &NodeRef, name: &str, facts: &mut Facts) {
    if let Some(property) = node.attr("itemprop")
        && facts.items.len() < 200
        && !is_of_another_thing(node)
        && !is_beside_the_article(node, facts)
    {
        let value = node
            .attr("content")
            .or_else(|| node.attr("datetime"))
            .map(|v| words::collapse(&v))
            .unwrap_or_else(|| short_text(node));
        for key in property.split_whitespace() {
            facts.items.push((key.to_owned(), value.clone()));
        }
    }
    let leads_to_author = || {
        node.attr("href").is_some_and(|href| {
            let path = href.to_ascii_lowercase();
            AUTHOR_PATHS.iter().any(|part| path.contains(part))
        })
    };
    let says_author = || {
        node.attr("rel").is_some_and(|rel| {
            rel.split_whitespace()
                .any(|part| part.eq_ignore_ascii_case("author"))
        })
    };
    if name == "a"
        && facts.rel_authors.len() < 4
        && (says_author() || leads_to_author())
        && !is_beside_the_article(node, facts)
    {
        let text = short_text(node);
        if !text.is_empty() {
            facts.rel_authors.push(text);
        }
    }
    if facts.bylines.len() < 12
        && containers::is_byline(node, name)
        && !is_beside_the_article(node, facts)
    {
        let text = short_text(node);
        if !text.is_empty() {
            facts.bylines.push(text);
        }
    }
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
