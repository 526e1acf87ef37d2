//! What the names of a page's elements (class, id, role) say about their content.

use std::sync::LazyLock;

use dom_query::{Attr, Element, NodeRef, local_name};
use foldhash::{HashMap, HashMapExt};

use crate::domain::RemovalReason::{
    self, Account, Advertisement, Comments, Consent, Navigation, PageNote, Promotion, Related,
    Share,
};
use crate::extract::first_words::FirstWords;

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

/// Names of the element around an article's text.
#[rustfmt::skip]
const BODIES: &[((), &[&str])] = &[((), &[
    "article-body", "articlebody", "article-content", "articlecontent", "article-text", "articletext", "article-copy", "article-main", "article-page",
    "entry-content", "entrycontent", "post-content", "postcontent", "post-body", "postbody", "post-text", "story-body", "storybody", "story-content",
    "story-text", "storytext", "blog-content", "blog-post", "blogpost", "body-content", "bodycontent", "body-copy", "bodycopy", "body-text", "bodytext",
    "main-content", "maincontent", "content-body", "contentbody", "page-content", "single-content", "text-content", "news-content", "news-body",
    "detail-content", "detail-body", "rich-text", "richtext", "prose", "wysiwyg", "field-name-body", "zn-body", "cuerpo", "texto", "hentry",
    "article-wrapper", "article-detail", "the-content", "td-post-content", "longform", "paywall-content", "news-text", "news-detail",
])];

/// What an element's names say, as [`names_of`] gives them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said {
    reason: Option<RemovalReason>,
    role: Option<Role>,
    /// It is named as the place of an article's text.
    pub body: bool,
    pub whole_page_form: bool,
    /// It is named as a live blog.
    pub live_blog: bool,
}

impl Said {
    pub(super) fn of(names: &str) -> Self {
        let parts: Vec<&str> = parts_of(names).collect();
        let consent =
            may_ask_consent(names) && CONSENT_FRAMES.iter().any(|frame| names.contains(frame));
        Self {
            reason: if consent {
                Some(Consent)
            } else {
                REASON_NAMES.find(&parts)
            },
            role: ROLE_NAMES.find(&parts),
            body: BODY_NAMES.find(&parts).is_some(),
            whole_page_form: parts
                .iter()
                .any(|part| matches!(*part, "aspnetform" | "form1")),
            live_blog: parts.contains(&"liveblog")
                || parts.contains(&"liveblogposting")
                || parts
                    .windows(2)
                    .any(|pair| matches!(pair, ["live", "blog"])),
        }
    }
}

/// Why the text inside an element is probably not the article's.
pub(super) fn reason(element: &Element, name: &str, said: &Said) -> Option<RemovalReason> {
    if matches!(name, "html" | "body" | "main" | "article" | "p" | "h1") {
        return None;
    }
    let role = element.attrs.iter().find(|a| &*a.name.local == "role");
    if role.is_some_and(|role| matches!(&*role.value, "navigation" | "search" | "menu")) {
        return Some(Navigation);
    }
    said.reason
}

/// What part of the article an element says that it is.
pub(super) fn role(name: &str, said: &Said) -> Option<Role> {
    if name == "time" {
        return Some(Role::Dateline);
    }
    if matches!(name, "html" | "body" | "main" | "article" | "section") {
        return None;
    }
    said.role
}

/// As [`reason`], for an element that is looked at by itself.
pub(super) fn reason_of(node: &NodeRef, name: &str) -> Option<RemovalReason> {
    let element = node.element_ref()?;
    let said = names_of(&element).map_or_else(Said::default, |names| Said::of(&names));
    reason(&element, name, &said)
}

/// What an element may hold, by a quick look at its names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hints {
    /// False for an element whose names have none of [`BYLINES`].
    credit: bool,
    /// False for an element whose class has no word for dates.
    pub date: bool,
}

impl Hints {
    pub(super) fn of(element: &Element) -> Self {
        let mut all = Self::default();
        for attribute in element.attrs.iter().filter(|known| is_name(known)) {
            let found = Self::in_value(attribute.value.as_bytes());
            all.credit |= found.credit;
            all.date |= found.date && attribute.name.local == local_name!("class");
        }
        all
    }

    fn in_value(value: &[u8]) -> Self {
        const fn word(letters: [u8; 4]) -> u32 {
            u32::from_le_bytes(letters)
        }
        const AUTHOR: u32 = word(*b"auth");
        const BYLINE: u32 = word(*b"byli");
        const WRITER: u32 = word(*b"writ");
        const VCARD: u32 = word(*b"vcar");
        const DATE: u32 = word(*b"date");
        const TIME: u32 = word(*b"time");
        const PUBLISHED: u32 = word(*b"publ");
        const POSTED: u32 = word(*b"post");
        // The bit that small letters have and capitals have not.
        const SMALL: u32 = word([0x20; 4]);
        let mut found = Self::default();
        for place in value.array_windows::<4>() {
            match word(*place) | SMALL {
                AUTHOR | BYLINE | WRITER | VCARD => found.credit = true,
                DATE | TIME | PUBLISHED | POSTED => found.date = true,
                _ => {}
            }
        }
        found
    }
}

/// What all names have that say of an element that it holds the authors.
const BYLINES: [&str; 4] = ["author", "byline", "writer", "vcard"];

/// True for an element named as one that holds the authors' names.
pub(super) fn is_byline(element: &Element, hints: Hints) -> bool {
    hints.credit
        && names_of(element)
            .filter(|names| BYLINES.iter().any(|hint| names.contains(hint)))
            .is_some_and(|names| role(&element.name.local, &Said::of(&names)) == Some(Role::Byline))
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

/// False for names that none of [`CONSENT_FRAMES`] begins in: a quick look.
fn may_ask_consent(names: &str) -> bool {
    names.as_bytes().windows(4).any(|part| {
        matches!(
            part,
            b"onet"
                | b"dido"
                | b"sp_m"
                | b"user"
                | b"cook"
                | b"qc-c"
                | b"gdpr"
                | b"cmpl"
                | b"borl"
                | b"fc-c"
                | b"tart"
        )
    })
}

/// Names beyond this many bytes say nothing more.
const LONGEST_NAMES: usize = 400;

/// Class, id, `data-testid` and `data-component` in lower case.
pub(super) fn names_of(element: &Element) -> Option<String> {
    let mut names = String::new();
    write_names(element, &mut names);
    (!names.is_empty()).then_some(names)
}

/// Adds to `names` what [`names_of`] gives.
fn write_names(element: &Element, names: &mut String) {
    for attribute in element.attrs.iter().filter(|known| is_name(known)) {
        names.push(' ');
        let value = &*attribute.value;
        names.push_str(&value[..value.floor_char_boundary(LONGEST_NAMES)]);
    }
    names.make_ascii_lowercase();
}

/// True for an attribute that names its element.
fn is_name(attribute: &Attr) -> bool {
    let name = &attribute.name.local;
    *name == local_name!("class")
        || *name == local_name!("id")
        || *name == local_name!("itemprop")
        || matches!(&**name, "data-testid" | "data-component")
}

/// What names say, kept for the next elements with the same: pages have few different ones.
#[derive(Default)]
pub(super) struct Known {
    names: String,
    /// By a hash of the names. Names of one place push each other out, so that looking up
    /// costs the same whatever a page is full of.
    places: Vec<Option<(String, Said)>>,
}

/// Places of [`Known`].
const PLACES: u64 = 1024;

impl Known {
    /// What the names of `element` say.
    pub(super) fn said_of(&mut self, element: &Element) -> Said {
        self.names.clear();
        write_names(element, &mut self.names);
        if self.names.is_empty() {
            return Said::default();
        }
        if self.places.is_empty() {
            self.places.resize_with(PLACES as usize, || None);
        }
        let place = hash_of(self.names.as_bytes()) % PLACES;
        let Some(place) = self.places.get_mut(place as usize) else {
            return Said::of(&self.names);
        };
        match place {
            Some((names, said)) if *names == self.names => *said,
            _ => {
                let said = Said::of(&self.names);
                *place = Some((self.names.clone(), said));
                said
            }
        }
    }
}

/// A hash of some bytes, eight at a time, for telling names apart while a page is read.
pub(super) fn hash_of(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let mixed = words
        .iter()
        .chain([&last])
        .fold(bytes.len() as u64, |hash, word| {
            (hash.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
    mixed ^ mixed >> 32
}

/// A name as its words, the place of its entry in the table, and what it says.
type Name<T> = (Vec<&'static str>, usize, T);

/// Names of a table by their first word, each as its words.
struct Names<T: 'static> {
    first: FirstWords,
    by_word: HashMap<&'static str, Vec<Name<T>>>,
}

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
        Self {
            first: FirstWords::of(by_word.keys().copied()),
            by_word,
        }
    }

    /// The first entry of the table that stands in `names` between marks:
    /// `post-related` and `related__list` have `related`.
    fn find(&self, parts: &[&str]) -> Option<T> {
        let mut best: Option<(usize, T)> = None;
        for (at, part) in parts.iter().enumerate() {
            if !self.first.may_have(part) {
                continue;
            }
            for (wanted, rank, value) in self.by_word.get(part).into_iter().flatten() {
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
static BODY_NAMES: LazyLock<Names<()>> = LazyLock::new(|| Names::of(BODIES));

/// As [`is_hidden_element`], for a node.
pub(super) fn is_hidden(node: &NodeRef) -> bool {
    node.element_ref()
        .is_some_and(|element| is_hidden_element(&element))
}

/// True for a style that has one of the words that hide.
fn may_hide(style: &str) -> bool {
    let word = |word: &[u8]| {
        style
            .as_bytes()
            .windows(word.len())
            .any(|part| part.eq_ignore_ascii_case(word))
    };
    word(b"none") || word(b"hidden")
}

/// Elements that a browser does not show.
pub(super) fn is_hidden_element(element: &Element) -> bool {
    element
        .attrs
        .iter()
        .any(|attribute| match attribute.name.local {
            local_name!("hidden") => true,
            local_name!("style") if may_hide(&attribute.value) => {
                let compact: String = attribute
                    .value
                    .chars()
                    .take(600)
                    .filter(|c| !c.is_whitespace())
                    .map(|c| c.to_ascii_lowercase())
                    .collect();
                compact.contains("display:none") || compact.contains("visibility:hidden")
            }
            _ => false,
        })
}
