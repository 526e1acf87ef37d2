//! The kept original of a page, made safe to show.
//!
//! Two steps: pictures and links are rewritten into what may be shown of them, then an
//! allow-list keeps a few tags of text and nothing else. The allow-list alone decides
//! what is safe; the first step only saves words that it would lose.

use std::collections::{HashMap, HashSet};

use ammonia::Builder;
use dom_query::{Document, NodeRef};

use super::html::{guard, pick};
use super::render::text_as_html;
use super::words;

/// Tags that only structure text.
#[rustfmt::skip]
const TAGS: &[&str] = &[
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code", "col",
    "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "i", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span",
    "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
];

/// Tags whose content is no text of the page either.
#[rustfmt::skip]
const DROPPED: &[&str] = &[
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math", "head", "title", "frameset", "noframes",
    "noembed", "audio", "video", "canvas", "select", "datalist", "textarea", "xmp", "plaintext", "base", "link", "meta", "map", "portal",
];

/// The longest address that a link's tooltip shows.
const LONGEST_ADDRESS: usize = 300;

/// A page's source as HTML that cannot run, load or navigate: no scripts, styles,
/// frames, forms or foreign markup, and no attribute that holds an address to follow.
/// Pictures become a line with their alternative text; links keep their text and
/// carry their address as a tooltip.
pub fn sanitise_original(html: &str) -> String {
    if guard::is_nested_too_deep(html) {
        return text_as_html(&guard::without_tags(html));
    }
    let document = Document::from(html);
    rewrite(&document);
    allow_list().clean(&document.html()).to_string()
}

/// As [`sanitise_original`], keeping the numbers that were given to its blocks.
pub(super) fn numbered_document(document: &Document) -> String {
    rewrite(document);
    let mut allowed = allow_list();
    allowed.add_generic_attributes([pick::NUMBER]);
    allowed.clean(&document.html()).to_string()
}

fn rewrite(document: &Document) {
    for node in document.select("img, image, a").nodes() {
        if node.has_name("a") {
            rewrite_link(node);
        } else {
            rewrite_picture(node, document);
        }
    }
}

fn rewrite_link(node: &NodeRef) {
    let address = node
        .attr("href")
        .map(|value| words::collapse(&value))
        .unwrap_or_default();
    node.remove_all_attrs();
    if !address.is_empty() && is_web_address(&address) {
        node.set_attr("title", &words::shorten(&address, LONGEST_ADDRESS));
    }
}

/// Script and data addresses are not worth showing; they can be as long as a page.
fn is_web_address(address: &str) -> bool {
    let compact: String = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take(16)
        .collect();
    let scheme = compact.to_ascii_lowercase();
    !["javascript:", "data:", "vbscript:", "blob:", "file:"]
        .iter()
        .any(|bad| scheme.starts_with(bad))
}

fn rewrite_picture(node: &NodeRef, document: &Document) {
    let alt = node
        .attr("alt")
        .map(|value| words::collapse(&value))
        .unwrap_or_default();
    // One-pixel counters and ornaments have no alternative text and are no pictures to a reader.
    let tiny = ["width", "height"].iter().any(|side| {
        node.attr(side)
            .is_some_and(|v| matches!(v.trim().trim_end_matches("px"), "0" | "1"))
    });
    if tiny {
        node.remove_from_parent();
        return;
    }
    let placeholder = document.tree.new_element("span");
    placeholder.set_attr("class", "picture-not-shown");
    placeholder.set_text(if alt.is_empty() {
        "Picture not shown".to_owned()
    } else {
        format!("Picture not shown: {alt}")
    });
    node.replace_with(&placeholder);
}

fn allow_list() -> Builder<'static> {
    let set = |names: &[&'static str]| names.iter().copied().collect::<HashSet<_>>();
    let mut builder = Builder::empty();
    builder
        .tags(set(TAGS))
        .clean_content_tags(set(DROPPED))
        .generic_attributes(set(&["lang", "dir"]))
        .tag_attributes(HashMap::from([
            ("a", set(&["title"])),
            ("abbr", set(&["title"])),
            ("td", set(&["colspan", "rowspan"])),
            ("th", set(&["colspan", "rowspan"])),
            ("ol", set(&["start"])),
        ]))
        .allowed_classes(HashMap::from([("span", set(&["picture-not-shown"]))]))
        .url_schemes(HashSet::new())
        .link_rel(None)
        .strip_comments(true);
    builder
}
