//! From one thing that a file holds to what is kept of it.

use std::panic::{self, AssertUnwindSafe};

use super::super::Shared;
use super::keeping::{Original, Prepared, ReadArticle};
use crate::domain::{
    ArticleParts, Candidate, Document, Facts, Field, FieldProvenance, Origin, OutcomeCode,
    OutcomeKind, Pick, Warning,
};
use crate::extract::{self, MediaType, OutletPicks, SourceHints};
use crate::import::{Format, Held, Part, Received};
use crate::store::{Originals, Sha256};

/// The file that things are read from.
pub(super) struct Whole {
    pub name: String,
    pub(super) location: Option<String>,
    pub sha256: Sha256,
    /// `None` when it is larger than what is kept.
    pub original: Option<Original>,
    pub(super) format: Option<Format>,
    pub(super) url: Option<String>,
    pub(super) charset: Option<String>,
    pub(super) saved: Option<String>,
    /// See [`SourceHints::encoding`].
    pub(super) encoding: Option<String>,
    /// See [`SourceHints::pick`].
    pub(super) pick: Option<Pick>,
}

/// What reading needs of the notebook.
#[derive(Clone, Copy)]
pub(in super::super) struct Needs<'a> {
    pub originals: &'a Originals,
    /// Where articles stand on the pages of outlets.
    pub outlet_picks: &'a OutletPicks,
    /// Where the names are known that are looked for in what is read; `None` where it is
    /// read for its text alone.
    pub names: Option<&'a Shared>,
}

impl Whole {
    /// `kept`: its size in bytes, when the original is kept.
    pub(super) fn new(received: &Received, sha256: Sha256, kept: Option<u64>) -> Self {
        Self {
            name: received.name.clone(),
            location: received.location.clone(),
            sha256,
            original: kept.map(|size| Original {
                sha256,
                size,
                media_type: Format::media_type(received.format),
            }),
            format: received.format,
            url: received.url.clone(),
            charset: received.charset.clone(),
            saved: received.saved.clone(),
            encoding: None,
            pick: None,
        }
    }

    /// A thing of this file of which nothing is known yet.
    pub(super) fn thing(&self, name: String) -> Prepared {
        let inside = name.strip_prefix(self.name.as_str()).unwrap_or_default();
        Prepared {
            location: self
                .location
                .as_ref()
                .map(|location| format!("{location}{inside}")),
            outcome: OutcomeKind::NotImported,
            code: OutcomeCode::Empty,
            detail: None,
            original: self.original,
            part: None,
            source: None,
            saved: None,
            article: None,
            unread: None,
            name,
        }
    }

    /// Whether the file is one page or text, and nothing but that.
    pub(super) fn is_page(&self) -> bool {
        matches!(self.format, Some(Format::Page(_)))
    }
}

/// Extracts one thing. Never panics, whatever a parser does.
pub(super) fn prepare(part: Part, whole: &Whole, needs: Needs<'_>) -> Prepared {
    let mut thing = whole.thing(part.name);
    // A page on its own is the original; anything else is a part of it.
    thing.part = (!whole.is_page()).then_some(part.number);
    let own = part
        .file_sha256
        .map(Sha256)
        .or_else(|| (thing.name == whole.name).then_some(whole.sha256));
    match part.held {
        Held::Page {
            bytes,
            media,
            charset,
            facts,
            ..
        } => page(
            &mut thing,
            whole,
            needs,
            Page {
                bytes,
                media,
                charset,
                facts,
            },
        ),
        Held::Document { document, .. } => {
            thing.source = Some(own.unwrap_or_else(|| hash_of_document(&document)));
            let facts = &document.facts;
            let saved = facts.saved.as_deref().or(whole.saved.as_deref());
            let hints = SourceHints {
                file_name: facts.url.is_none().then(|| last_name(&thing.name)),
                saved,
                pick: whole.pick.as_ref(),
                ..SourceHints::of(MediaType::Text)
            };
            let parts = guarded(|| extract::article_from_document(&document, &hints));
            article(&mut thing, parts, saved, needs);
        }
        Held::Ready { parts, .. } => {
            thing.source = Some(own.unwrap_or_else(|| hash_of_parts(&parts)));
            article(&mut thing, Some(*parts), None, needs);
        }
        Held::Link { url, kept_in, .. } => {
            // Known again by the address, from whichever list it comes.
            thing.source = Some(Sha256::of(format!("link {url}").as_bytes()));
            thing.location = Some(url);
            thing.outcome = OutcomeKind::NeedsAttention;
            thing.code = OutcomeCode::LinkSaved;
            thing.detail = kept_in;
        }
        Held::Unread { code, detail, .. } => unread(&mut thing, code, detail, part.number),
        // The reader of parts opens these.
        Held::File { .. } => unread(&mut thing, OutcomeCode::FormatNotRead, None, part.number),
    }
    thing
}

struct Page {
    bytes: Vec<u8>,
    media: MediaType,
    charset: Option<String>,
    facts: Facts,
}

fn page(thing: &mut Prepared, whole: &Whole, needs: Needs<'_>, page: Page) {
    if page.bytes.iter().all(u8::is_ascii_whitespace) {
        return;
    }
    let sha256 = if whole.is_page() {
        whole.sha256
    } else {
        Sha256::of(&page.bytes)
    };
    thing.source = Some(sha256);
    if whole.original.is_none() && !whole.is_page() {
        // The file is too large to be kept unchanged; its pages are not.
        match needs.originals.keep(&page.bytes) {
            Ok(sha256) => {
                thing.part = None;
                thing.original = Some(Original {
                    sha256,
                    size: page.bytes.len() as u64,
                    media_type: Format::media_type(Some(Format::Page(page.media))),
                });
            }
            Err(error) => {
                thing.code = OutcomeCode::Internal;
                thing.detail = Some(error.to_string());
                return;
            }
        }
    }
    let facts = page.facts;
    let url = whole.url.as_deref().or(facts.url.as_deref());
    let saved = facts.saved.as_deref().or(whole.saved.as_deref());
    let hints = SourceHints {
        file_name: if url.is_none() {
            Some(last_name(&thing.name))
        } else {
            None
        },
        url,
        media: page.media,
        charset: page.charset.as_deref().or(whole.charset.as_deref()),
        encoding: whole.encoding.as_deref(),
        saved,
        facts: Some(&facts),
        pick: whole.pick.as_ref(),
        outlet_picks: Some(needs.outlet_picks),
    };
    let parts = guarded(|| extract::article(&page.bytes, &hints));
    let parts = parts.map(|mut parts| {
        parts.tags.extend(facts.tags.iter().cloned());
        if let (None, Some(url)) = (&parts.canonical_url, url) {
            keep_link(&mut parts, url);
        }
        parts
    });
    article(thing, parts, saved, needs);
}

/// A defect in a parser must not cost the other things of the import.
fn guarded(read: impl FnOnce() -> ArticleParts) -> Option<ArticleParts> {
    panic::catch_unwind(AssertUnwindSafe(read)).ok()
}

fn article(
    thing: &mut Prepared,
    parts: Option<ArticleParts>,
    saved: Option<&str>,
    needs: Needs<'_>,
) {
    let Some(mut parts) = parts else {
        thing.outcome = OutcomeKind::NeedsAttention;
        thing.code = OutcomeCode::Internal;
        return;
    };
    if let Some(saved) = saved {
        offer_file_date(&mut parts, saved);
    }
    (thing.outcome, thing.code) = judge(&parts);
    thing.saved = saved.map(str::to_owned);
    thing.article = Some(ReadArticle::new(parts, needs.names.map(Shared::matcher)));
}

fn judge(parts: &ArticleParts) -> (OutcomeKind, OutcomeCode) {
    let warned = |warning| parts.warnings.contains(&warning);
    if warned(Warning::ConsentOnly) {
        (OutcomeKind::NeedsAttention, OutcomeCode::ConsentOnly)
    } else if warned(Warning::ErrorPage) {
        (OutcomeKind::NeedsAttention, OutcomeCode::ErrorPage)
    } else if warned(Warning::NoText) || parts.blocks.is_empty() {
        (OutcomeKind::NeedsAttention, OutcomeCode::NoText)
    } else if warned(Warning::EncodingUnclear) {
        (OutcomeKind::NeedsAttention, OutcomeCode::EncodingUnclear)
    } else {
        (OutcomeKind::Imported, OutcomeCode::Imported)
    }
}

fn unread(thing: &mut Prepared, code: OutcomeCode, detail: Option<String>, number: u32) {
    use OutcomeCode as Code;
    thing.outcome = match code {
        Code::Empty | Code::SystemFile | Code::PartOfPage | Code::LeftOut => {
            OutcomeKind::NotImported
        }
        _ => OutcomeKind::NeedsAttention,
    };
    if thing.outcome == OutcomeKind::NeedsAttention
        && let Some(original) = &thing.original
    {
        // Known again as the same place of the same file.
        let place = format!("{} {number}", original.sha256.hex());
        thing.source = Some(Sha256::of(place.as_bytes()));
    }
    thing.code = code;
    thing.detail = detail;
}

/// A page that names no canonical link has the one that it was fetched from.
fn keep_link(parts: &mut ArticleParts, url: &str) {
    parts.canonical_url = Some(url.to_owned());
    parts.provenance.push(FieldProvenance {
        field: Field::CanonicalUrl,
        candidates: vec![Candidate {
            value: url.to_owned(),
            zone: None,
            origin: Origin::Url,
        }],
    });
}

/// The date of the file is a rival that a person may pick, never the date in use: it
/// says when a page was saved, not when it was published.
fn offer_file_date(parts: &mut ArticleParts, saved: &str) {
    let file_date = |value: &str| Candidate {
        value: value.to_owned(),
        zone: None,
        origin: Origin::FileDate,
    };
    let saved = saved.replace('Z', "+00:00");
    let known = parts
        .provenance
        .iter_mut()
        .find(|known| known.field == Field::Published);
    match known {
        Some(known) => known.candidates.push(file_date(&saved)),
        // The first one is the one in use: none.
        None => parts.provenance.push(FieldProvenance {
            field: Field::Published,
            candidates: vec![file_date(""), file_date(&saved)],
        }),
    }
}

/// `archive.zip › folder/story.html` → `story.html`.
fn last_name(name: &str) -> &str {
    let inner = name.rsplit(" › ").next().unwrap_or(name);
    inner.rsplit(['/', '\\']).next().unwrap_or(inner)
}

fn hash_of_document(document: &Document) -> Sha256 {
    let mut text = String::new();
    for part in [&document.facts.url, &document.facts.title] {
        text.push_str(part.as_deref().unwrap_or_default());
        text.push('\n');
    }
    for line in &document.lines {
        text.push_str(&line.text);
        text.push('\n');
    }
    Sha256::of(text.as_bytes())
}

fn hash_of_parts(parts: &ArticleParts) -> Sha256 {
    let mut text = format!(
        "{}\n{}\n",
        parts.canonical_url.as_deref().unwrap_or_default(),
        parts.title
    );
    for block in &parts.blocks {
        text.push_str(&block.text);
        text.push('\n');
    }
    Sha256::of(text.as_bytes())
}
