//! When a page was published and when it was changed, weighed from all that says so.

use super::containers::Role;
use super::facts::Facts;
use super::json_ld::Described;
use super::metadata::{element, ld, meta_origin};
use super::page::PageBlock;
use super::visible::line;
use crate::domain::{Field, Origin, PrintedTime, RemovalReason};
use crate::extract::dates::{self, DateHints};
use crate::extract::provenance::Fields;
use crate::extract::{SourceHints, byline, declared, words};

/// Offers what the page's data and its address say, in the order of what proved right most often.
pub(super) fn declared(
    facts: &Facts,
    described: Option<&Described>,
    hints: &SourceHints,
    fields: &mut Fields,
) {
    if let Some(described) = described {
        for (field, value, property) in [
            (Field::Published, &described.published, "datePublished"),
            (Field::Updated, &described.modified, "dateModified"),
        ] {
            if let Some(value) = value {
                offer(fields, field, value, ld(described, property));
            }
        }
    }
    for (field, property) in [
        (Field::Published, "datePublished"),
        (Field::Published, "dateCreated"),
        (Field::Updated, "dateModified"),
    ] {
        if let Some(value) = facts.item(property) {
            let property = property.to_owned();
            offer(fields, field, value, Origin::Microdata { property });
        }
    }
    for (field, names) in [
        (Field::Published, PUBLISHED_METAS),
        (Field::Updated, UPDATED_METAS),
    ] {
        for name in names {
            if let Some((name, value)) = facts.meta(&[name]) {
                offer(fields, field, value, meta_origin(name));
            }
        }
    }
    for (name, value) in facts.metas.iter().filter(|(name, _)| says_published(name)) {
        offer(fields, Field::Published, value, meta_origin(name));
    }
    elements(facts, fields);
    declared::offer(Field::Published, hints, fields);
    declared::offer(Field::Updated, hints, fields);
    for address in [
        hints.address(),
        fields.value(Field::CanonicalUrl).as_deref(),
    ]
    .into_iter()
    .flatten()
    {
        if let Some(time) = dates::from_address(address) {
            fields.offer_time(Field::Published, &time, Origin::Url);
        }
    }
}

fn offer(fields: &mut Fields, field: Field, value: &str, origin: Origin) {
    if let Some(time) = dates::from_machine(value) {
        fields.offer_time(field, &time, origin);
    }
}

/// A `<meta>` whose name nobody agreed on, but which says what it holds.
fn says_published(name: &str) -> bool {
    let about = [
        "publish", "pubdate", "pub-date", "pub_date", "issued", "firstpub",
    ];
    let other = [
        "modif",
        "updat",
        "publisher",
        "year",
        "expire",
        "status",
        "site",
    ];
    about.iter().any(|part| name.contains(part)) && !other.iter().any(|part| name.contains(part))
}

/// The first `<time>` elements: one that says that it is the time of publication, else
/// the first; later ones belong to teasers and comments.
fn elements(facts: &Facts, fields: &mut Fields) {
    let named = facts.times.iter().filter(|time| time.published).take(1);
    let first = facts.times.iter().take(3);
    for time in named.chain(first) {
        let field = if time.update {
            Field::Updated
        } else {
            Field::Published
        };
        if fields.best(field).is_none() {
            let value = time
                .machine
                .as_deref()
                .filter(|m| dates::from_machine(m).is_some())
                .unwrap_or(&time.text);
            offer(fields, field, value, element("time"));
        }
    }
}

/// Names of `<meta>` that hold the time of publication.
#[rustfmt::skip]
const PUBLISHED_METAS: &[&str] = &[
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date",
    "article.published", "published-date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "citation_publication_date",
    "citation_date", "publication_date", "ptime", "displaydate", "bt:pubdate", "rnews:datepublished", "og:pubdate", "date.release", "created",
    "article:published", "dateofpublication", "date_published", "gentime", "weibo: article:create_at",
];

#[rustfmt::skip]
const UPDATED_METAS: &[&str] = &[
    "article:modified_time", "og:updated_time", "og:article:modified_time", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified",
    "datemodified", "article.updated", "revision_date",
];

/// Words before a date that say that the page was changed then.
#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "updated", "modified", "reviewed", "last edited", "aktualisiert", "mis à jour", "modifié", "actualizado", "actualización", "atualizado", "aggiornato",
    "aggiornamento", "обновлено", "изменено", "оновлено", "تحديث", "güncelleme", "更新", "수정", "bijgewerkt", "uppdaterad", "opdateret", "oppdatert", "aktualizacja",
    "aktualizováno", "עודכן", "به‌روز", "अपडेट", "ενημέρωση", "diperbarui", "cập nhật",
];

fn says_update(label: &str) -> bool {
    let key = words::cue_key(label);
    UPDATED.iter().any(|word| key.contains(word))
}

/// Words before a date that say that it is the one of publication.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "published", "posted", "first published", "date", "released", "created", "issued", "publié", "mis en ligne", "paru", "veröffentlicht", "erschienen", "erstellt",
    "datum", "publicado", "fecha", "data", "pubblicato", "опубликовано", "дата", "опубліковано", "نشر", "انتشار", "פורסם", "yayın", "发布", "發布", "公開", "掲載", "입력",
    "등록", "प्रकाशित", "opublikowano", "gepubliceerd", "geplaatst", "publicerad", "publicerat", "udgivet", "publisert", "publikováno", "vydáno", "δημοσίευση", "diterbitkan",
];

fn says_publication(label: &str) -> bool {
    let key = words::cue_key(label);
    PUBLISHED
        .iter()
        .any(|word| key.starts_with(word) || key.ends_with(word))
}

/// A date in print, and whether it is the one of a change.
pub(super) struct Printed {
    time: PrintedTime,
    at: usize,
    update: bool,
}

/// Words beside a date in a line that is about it.
const BESIDE: usize = 9;
/// Words before a date that are a label, where they do not say what it is of.
const LABEL: usize = 4;
/// Words of a line that a relative date is taken from.
const LONE: usize = 8;
/// Blocks after the body in which a page can print its date.
const BELOW: usize = 6;

/// The date that a page prints of itself: near its headline, else where an element's name
/// or a label says so, right under the text, or in the dateline of the report.
pub(super) fn printed(
    blocks: &[PageBlock],
    zone: std::ops::Range<usize>,
    body: std::ops::Range<usize>,
    hints: &DateHints,
    month: Option<&str>,
) -> Option<Printed> {
    if let Some(month) = month {
        // An address that carries the month tells the page's date from others.
        let all = 0..blocks.len();
        return best_of(blocks, all, hints, |_, _, time| time.iso.starts_with(month));
    }
    best_of(blocks, zone, hints, |_, _, _| true)
        .or_else(|| {
            best_of(blocks, 0..blocks.len(), hints, |block, label, _| {
                block.role == Some(Role::Dateline) || says_publication(label)
            })
        })
        .or_else(|| {
            let below = body.end..(body.end + BELOW).min(blocks.len());
            best_of(blocks, below, hints, |_, _, _| true)
        })
        .or_else(|| dateline(blocks, body, hints))
}

/// The best date of the lines in `range` that pass `fits`.
fn best_of(
    blocks: &[PageBlock],
    range: std::ops::Range<usize>,
    hints: &DateHints,
    fits: impl Fn(&PageBlock, &str, &PrintedTime) -> bool,
) -> Option<Printed> {
    let mut best: Option<(i32, Printed)> = None;
    for at in range {
        let block = &blocks[at];
        if block.hidden || block.level == 1 || block.words > 24 || block.running && block.words > 12
        {
            continue;
        }
        if matches!(
            block.container,
            Some(RemovalReason::Comments | RemovalReason::Related)
        ) {
            continue;
        }
        // A headline can speak of "yesterday"; a line that dates the page says little more.
        let lone = block.level == 0 && (block.words <= LONE || block.role == Some(Role::Dateline));
        let relative = || {
            lone.then(|| dates::find_relative(&block.text, hints))
                .flatten()
        };
        let Some(found) = dates::find(&block.text, hints).or_else(relative) else {
            continue;
        };
        let (label, rest) = (&block.text[..found.start], &block.text[found.end..]);
        if !is_about_the_page(block, &found.time, label, rest) || !fits(block, label, &found.time) {
            continue;
        }
        let update = says_update(label);
        let score = i32::from(block.role == Some(Role::Dateline)) * 2
            + i32::from(!update) * 3
            + i32::from(found.time.iso.len() > 10)
            + i32::from(found.time.iso.len() >= 10) * 4
            - i32::from(block.links > 0.8);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            let printed = Printed {
                time: found.time,
                at,
                update,
            };
            best = Some((score, printed));
        }
    }
    best.map(|(_, printed)| printed)
}

/// False for a line that is about something else: a story of a list, an event, a notice.
fn is_about_the_page(block: &PageBlock, time: &PrintedTime, label: &str, rest: &str) -> bool {
    let (before, after) = (words::count(label), words::count(rest));
    let said = says_update(label) || says_publication(label) || byline::starts_with_by(label);
    // The same day in another calendar is no label.
    let spoken = label
        .split_whitespace()
        .filter(|word| !word.chars().any(char::is_numeric))
        .count();
    let story = block.links > 0.8 && after >= 3 || spoken > LABEL && !said;
    let vague = time.iso.len() < 10 && (time.iso.len() < 7 || before + after > 2);
    before + after <= BESIDE
        && !story
        && !vague
        && !is_copyright(&block.text)
        && !words::cue_key(label).ends_with("as of")
}

fn is_copyright(text: &str) -> bool {
    text.contains(['©', 'ⓒ', '℗']) || text.to_lowercase().contains("copyright")
}

/// `NEW YORK, May 10, 2022 /PRNewswire/ --` at the beginning of the text.
fn dateline(
    blocks: &[PageBlock],
    body: std::ops::Range<usize>,
    hints: &DateHints,
) -> Option<Printed> {
    let at = body.into_iter().find(|&at| blocks[at].running)?;
    let text = &blocks[at].text;
    let start = &text[..text.floor_char_boundary(120)];
    let found = dates::find(start, hints).filter(|found| found.time.iso.len() >= 10)?;
    let after = start[found.end..].trim_start_matches([')', '.', ' ', ',']);
    let marked = after.starts_with(['—', '–', '-', '/', '(', '|']);
    (marked && words::count(&start[..found.start]) <= 8).then_some(Printed {
        time: found.time,
        at,
        update: false,
    })
}

/// What a date in print adds to what the page's data says.
pub(super) fn add_printed(printed: &Printed, scripted: bool, fields: &mut Fields) {
    let Printed { time, at, update } = printed;
    let origin = Origin::Line { line: line(*at) };
    let day = |time: &PrintedTime| time.iso.get(..10).map(str::to_owned);
    let updated = fields.time(Field::Updated);
    let published = fields.time(Field::Published);
    let of_change = updated
        .as_ref()
        .is_some_and(|updated| day(updated) == day(time));
    if *update || (of_change && published.is_none()) {
        fields.offer_time(Field::Updated, time, origin.clone());
        // A page that prints one date only means that one. Where its scripts are missing,
        // so is the data that may say more.
        if published.is_none() && scripted {
            fields.offer_time(Field::Published, time, origin);
        }
        return;
    }
    // A month out of an address is less than a day in print; and where the data gives one
    // day for both, it is the day of the last change.
    let vague = published.as_ref().is_some_and(|p| p.iso.len() < 10);
    let both = published.is_some()
        && published.as_ref().and_then(day) == updated.as_ref().and_then(day)
        && published
            .as_ref()
            .is_some_and(|p| time.sort_key() < p.sort_key());
    if vague || both {
        fields.replace_time(Field::Published, time, origin);
    } else {
        fields.offer_time(Field::Published, time, origin);
    }
}
