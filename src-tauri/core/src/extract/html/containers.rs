//! What the names of a page's elements (class, id, role) say about their content.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::NodeRef;

use crate::domain::RemovalReason::{
    self, Account, Advertisement, Comments, Consent, Navigation, PageNote, Promotion, Related,
    Share,
};

/// A part of the article that an element's name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Caption,
    Credit,
    Standfirst,
    Byline,
    Dateline,
}

/// Parts of names, matched as whole words of class and id (`post-related` has `related`).
#[rustfmt::skip]
const REASONS: &[(RemovalReason, &[&str])] = &[
    (Consent, &["cookie", "cookies", "consent", "gdpr", "onetrust", "didomi", "ccpa", "usercentrics", "cookiebot", "truste", "qc-cmp", "sp_message", "cc-window", "privacy-banner"]),
    (Comments, &["comments", "comment", "disqus", "commentlist", "respond", "coral", "viafoura", "spotim", "fb-comments", "comentarios", "kommentare", "commentaires"]),
    (Share, &["share", "sharing", "social", "sharedaddy", "addtoany", "addthis", "sharethis", "socials", "sharebar", "shares", "follow-us", "sns"]),
    (Related, &["related", "relateds", "recommended", "recommendation", "recommendations", "recirc", "recirculation", "readmore", "read-more", "morefrom", "more-from", "most-read", "mostread", "popular", "trending", "outbrain", "taboola", "teads", "teaser", "teasers", "upnext", "zergnet", "yarpp", "jp-relatedposts", "similar", "inline-story", "also-read", "more-stories", "topstories", "mostpopular", "see-also", "seealso", "next-post", "prev-post", "post-navigation", "crp_related", "relatedposts", "sidebar"]),
    (Promotion, &["newsletter", "newsletters", "subscribe", "subscription", "signup", "sign-up", "promo", "promotion", "donate", "donation", "paywall", "piano", "tp-modal", "mailchimp", "mc_embed_signup", "membership", "cta", "app-banner", "optin", "popup", "modal", "email-signup", "hs-form", "wpforms"]),
    (Advertisement, &["ad", "ads", "advert", "advertisement", "adsbygoogle", "sponsor", "sponsored", "dfp", "adunit", "ad-slot", "ad-container", "advertising", "banner-ad", "promoted"]),
    (Navigation, &["breadcrumb", "breadcrumbs", "navbar", "menu", "nav", "navigation", "pagination", "pager", "tags", "taglist", "tag-list", "post-tags", "topics", "masthead", "skip-link", "toc", "table-of-contents", "ez-toc-container", "categories", "cat-links", "tags-links", "entry-tags"]),
    (PageNote, &["author-bio", "authorbio", "author-box", "about-author", "author-info", "copyright", "post-meta", "entry-meta", "article-meta", "reading-time", "postmeta", "bio", "author-card", "site-footer", "colophon", "contributors", "disclaimer"]),
    (Account, &["login", "signin", "sign-in", "register", "registration", "regwall", "account"]),
];

#[rustfmt::skip]
const ROLES: &[(Role, &[&str])] = &[
    (Role::Credit, &["credit", "credits", "image-credit", "photo-credit", "media-credit", "caption-credit", "copyright-holder", "photographer", "image-source", "caption__credit", "figcaption__credit", "attribution"]),
    (Role::Caption, &["caption", "wp-caption-text", "image-caption", "photo-caption", "figcaption", "media-caption", "gallery-caption", "imagecaption", "wp-caption", "picture-caption", "caption-text", "article-image-caption"]),
    (Role::Standfirst, &["standfirst", "dek", "deck", "subhead", "subheadline", "subtitle", "sub-title", "article-summary", "article-lead", "article__lead", "article-intro", "article__intro", "chapo", "chapeau", "article-dek", "article-subtitle", "entry-subtitle", "post-subtitle", "article__subtitle", "story-subtitle", "headline-dek", "article-standfirst", "article__standfirst", "vorspann", "sommario", "entradilla", "bajada", "copete", "lede", "article__excerpt", "post-excerpt", "article-excerpt", "article__description", "article-description", "story__summary", "article-sapo", "sapo", "spot"]),
    (Role::Byline, &["byline", "bylines", "author-name", "article-author", "post-author", "entry-author", "article__author", "author-link", "contributor-name", "author__name", "authors", "c-byline", "story-byline", "byline__name", "vcard", "p-author", "author", "authorname", "post-writer", "writer"]),
    (Role::Dateline, &["dateline", "published", "publish-date", "pubdate", "post-date", "entry-date", "article-date", "timestamp", "article__date", "date-published", "published-date", "posted-on", "article-time", "publication-date", "dt-published"]),
];

/// Why the text inside this element is probably not the article's.
pub(super) fn reason_of(node: &NodeRef, name: &str) -> Option<RemovalReason> {
    if matches!(name, "html" | "body" | "main" | "article" | "p" | "h1") {
        return None;
    }
    let names = names_of(node)?;
    if node
        .attr("role")
        .is_some_and(|role| matches!(&*role, "navigation" | "search" | "menu"))
    {
        return Some(Navigation);
    }
    if let Some(network) = CONSENT_FRAMES.iter().find(|frame| names.contains(*frame)) {
        return (!network.is_empty()).then_some(Consent);
    }
    REASON_NAMES.find(&names)
}

/// Fragments of names that only consent layers have.
const CONSENT_FRAMES: &[&str] = &[
    "onetrust",
    "didomi",
    "sp_message",
    "usercentrics",
    "cookiebot",
    "qc-cmp",
    "cookie-consent",
    "cookieconsent",
    "cookie-law",
    "cookie-banner",
    "cookie-notice",
    "gdpr-",
    "cmplz",
    "borlabs",
    "fc-consent",
    "tarteaucitron",
];

/// What part of the article this element says that it is.
pub(super) fn role_of(node: &NodeRef, name: &str) -> Option<Role> {
    if name == "time" {
        return Some(Role::Dateline);
    }
    if matches!(name, "html" | "body" | "main" | "article" | "section") {
        return None;
    }
    ROLE_NAMES.find(&names_of(node)?)
}

/// Class, id, `data-testid` and `data-component` in lower case.
fn names_of(node: &NodeRef) -> Option<String> {
    let element = node.element_ref()?;
    let mut names = String::new();
    for attribute in &element.attrs {
        if matches!(
            &*attribute.name.local,
            "class" | "id" | "data-testid" | "data-component" | "itemprop"
        ) {
            names.push(' ');
            names.extend(
                attribute
                    .value
                    .chars()
                    .take(400)
                    .flat_map(char::to_lowercase),
            );
        }
    }
    (!names.is_empty()).then_some(names)
}

/// A name as its words, the place of its entry in the table, and what it says.
type Name<T> = (Vec<&'static str>, usize, T);

/// Names of a table by their first word, each as its words.
struct Names<T: 'static>(HashMap<&'static str, Vec<Name<T>>>);

impl<T: Copy> Names<T> {
    fn of(table: &[(T, &[&'static str])]) -> Self {
        let mut by_word: HashMap<&'static str, Vec<Name<T>>> = HashMap::new();
        for (rank, (value, names)) in table.iter().enumerate() {
            for name in *names {
                let parts: Vec<&str> = parts_of(name).collect();
                if let Some(first) = parts.first() {
                    by_word
                        .entry(first)
                        .or_default()
                        .push((parts, rank, *value));
                }
            }
        }
        Self(by_word)
    }

    /// The first entry of the table that stands in `names` between marks:
    /// `post-related` and `related__list` have `related`.
    fn find(&self, names: &str) -> Option<T> {
        let parts: Vec<&str> = parts_of(names).collect();
        let mut best: Option<(usize, T)> = None;
        for at in 0..parts.len() {
            for (wanted, rank, value) in self.0.get(parts[at]).into_iter().flatten() {
                if best.is_none_or(|(least, _)| *rank < least) && parts[at..].starts_with(wanted) {
                    best = Some((*rank, *value));
                }
            }
        }
        best.map(|(_, value)| value)
    }
}

fn parts_of(names: &str) -> impl Iterator<Item = &str> {
    names
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
}

static REASON_NAMES: LazyLock<Names<RemovalReason>> = LazyLock::new(|| Names::of(REASONS));
static ROLE_NAMES: LazyLock<Names<Role>> = LazyLock::new(|| Names::of(ROLES));

/// Elements that a browser does not show.
pub(super) fn is_hidden(node: &NodeRef) -> bool {
    if node.has_attr("hidden") {
        return true;
    }
    node.attr("style").is_some_and(|style| {
        let compact: String = style
            .chars()
            .filter(|c| !c.is_whitespace())
            .take(300)
            .collect::<String>()
            .to_ascii_lowercase();
        compact.contains("display:none") || compact.contains("visibility:hidden")
    })
}

/// A table row that holds data: short cells, more than one, no block of text inside.
pub(super) fn is_data_row(node: &NodeRef) -> bool {
    let cells = node.element_children();
    if cells.len() < 2 || cells.len() > 40 {
        return false;
    }
    cells.iter().all(|cell| {
        (cell.has_name("td") || cell.has_name("th")) && cell.text().chars().take(401).count() <= 400
    })
}

/// Some sites wrap the whole page into one form.
pub(super) fn is_whole_page(node: &NodeRef) -> bool {
    node.parent().is_some_and(|parent| parent.has_name("body"))
        || node
            .id_attr()
            .is_some_and(|id| matches!(&*id, "aspnetForm" | "form1"))
}
