//! Elements that carry a time for machines: `<time>`, and what older templates use for it.

use dom_query::{Element, NodeRef, local_name};

use super::facts::{Facts, LONGEST, is_beside_the_article, spaced_text, value_of};
use crate::extract::date_labels::{says_publication, says_update};
use crate::extract::{dates, words};

/// An element with a time.
#[derive(Debug, Clone)]
pub(super) struct TimeElement {
    pub machine: Option<String>,
    pub text: String,
    /// Says that it is the time of a later change.
    pub update: bool,
    /// Says that it is the time of publication.
    pub published: bool,
}

/// Elements kept; more are those of a list.
const MOST: usize = 20;

/// Words right before a time that are its label.
const LABEL: usize = 4;

/// Parts of an element's names that say that it holds the time of publication.
const PUBLISHED: &[&str] = &["publish", "pubdate", "dateline", "posted", "entry-date"];

/// Reads a `<time>`.
pub(super) fn time(node: &NodeRef, facts: &mut Facts) {
    if facts.times.len() >= MOST || is_beside_the_article(node, facts) {
        return;
    }
    let machine = node
        .attr("datetime")
        .map(|v| v.trim().to_owned())
        .filter(|v| !v.is_empty());
    add(node, machine, facts);
}

/// Attributes in which other elements than `<time>` carry one.
pub(super) const ATTRIBUTES: &[&str] = &[
    "datetime",
    "data-datetime",
    "data-date",
    "data-time",
    "data-timestamp",
    "data-seconds",
    "data-utime",
    "data-published",
    "data-publish-date",
    "data-published-at",
    "title",
];

/// Reads an element whose class says that it holds a date, as `<abbr class="published"
/// title="2011-05-06T10:00:00Z">`.
pub(super) fn named(node: &NodeRef, element: &Element, facts: &mut Facts) {
    if facts.times.len() >= MOST || !value_of(element, local_name!("class")).is_some_and(is_dated) {
        return;
    }
    let machine = ATTRIBUTES.iter().find_map(|name| {
        let value = node.attr(name)?.trim().to_owned();
        let bare = value.len() >= 10 && value.starts_with(|c: char| c.is_ascii_digit());
        (bare && dates::from_machine(&value).is_some_and(|time| time.iso.len() >= 10))
            .then_some(value)
    });
    if machine.is_some() && !is_beside_the_article(node, facts) {
        add(node, machine, facts);
    }
}

/// True for a class that says that something has a date.
fn is_dated(class: &str) -> bool {
    let has = |part: &str| {
        let mut places = class.as_bytes().windows(part.len());
        places.any(|place| place.eq_ignore_ascii_case(part.as_bytes()))
    };
    ["date", "time", "publish", "posted"].into_iter().any(has)
}

fn add(node: &NodeRef, machine: Option<String>, facts: &mut Facts) {
    let text = spaced_text(node);
    let names: String = [Some(*node), node.parent()]
        .into_iter()
        .flatten()
        .flat_map(|n| [n.attr("class"), n.attr("itemprop"), n.attr("id")])
        .flatten()
        .map(|v| format!("{} ", v.to_lowercase()))
        .collect();
    let label = label(node, &text);
    let named = PUBLISHED.iter().any(|part| names.contains(part));
    let changed = says_update(&label);
    // WordPress names the time of an article that was never changed "published updated".
    let update = changed || names.contains("modif") || names.contains("updat") && !named;
    let published = named || !label.is_empty() && says_publication(&label);
    facts.times.push(TimeElement {
        machine,
        text,
        update,
        published: published && !update,
    });
}

/// The few words right before an element, inside what holds it alone or with its like.
fn label(node: &NodeRef, text: &str) -> String {
    let mut around = node.parent();
    for _ in 0..2 {
        let Some(holder) = around else { break };
        let all = spaced_text(&holder);
        if all.chars().count() > LONGEST {
            break;
        }
        if let Some((before, _)) = all
            .split_once(text)
            .filter(|(before, _)| !before.trim().is_empty())
        {
            let after_digits = before
                .rfind(|c: char| c.is_numeric() || matches!(c, '|' | '•' | '·'))
                .map_or(before, |at| &before[before.ceil_char_boundary(at + 1)..]);
            let near: Vec<&str> = after_digits.split_whitespace().collect();
            let from = near.len().saturating_sub(LABEL);
            return words::collapse(&near[from..].join(" "));
        }
        around = holder.parent();
    }
    String::new()
}
