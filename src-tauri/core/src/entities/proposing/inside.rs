//! Places that are only a part of a name of something else: a treaty, a conference, a title in
//! quotes. What is listed here is how English speaks of these; it was tried on the development
//! sets in English, and scored nowhere else.

use super::article::Article;
use super::found::Found;
use crate::domain::{EntityKind, ProposedAs};
use crate::text;

/// What is called by the place where it was signed or held.
const SIGNED: &[&str] = &[
    "accord",
    "accords",
    "agreement",
    "amendment",
    "conference",
    "convention",
    "declaration",
    "protocol",
    "treaty",
];
/// The same before the place.
const SIGNED_AT: &[&str] = &[
    "Convention of ",
    "Declaration of ",
    "Peace of ",
    "Protocol of ",
    "Treaties of ",
    "Treaty of ",
];
/// Words for where somebody is from that are taken for a place.
const ADJECTIVES: &[&str] = &["African", "Asian", "Eastern", "European"];
/// Bytes that are looked at beside a place.
const NEAR: usize = 24;

/// Leaves out such places, of those that are nobody's in the notebook.
pub(super) fn leave_out(article: &Article, all: &mut Vec<Found>) {
    all.retain(|found| {
        let kept = matches!(found.names, ProposedAs::Kept(_));
        kept || found.kind != EntityKind::Place || !is_part(article, found)
    });
}

fn is_part(article: &Article, found: &Found) -> bool {
    let whole = &article.text;
    let from = whole.floor_char_boundary(found.start.saturating_sub(NEAR));
    let before = article.words(from, found.start);
    let after = article.words(found.end, whole.ceil_char_boundary(found.end + NEAR));
    let next = after.strip_prefix(' ').unwrap_or("");
    let end = next
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(next.len());
    let next = next.get(..end).unwrap_or("").to_lowercase();
    let is_signed = SIGNED.contains(&next.as_str());
    let is_signed_at = SIGNED_AT.iter().any(|of| before.ends_with(of));
    let words = article.words(found.start, found.end);
    // Other languages name firms, ships and parks in quotes, and mean them.
    let is_quoted = text::script_of(words) == "Latn"
        && before.ends_with(['"', '“'])
        && after.starts_with(['"', '”']);
    let last = words.rsplit(' ').next();
    let is_adjective =
        found.names == ProposedAs::New && last.is_some_and(|last| ADJECTIVES.contains(&last));
    is_signed || is_signed_at || is_quoted || is_adjective
}
