//! What the window shows of a dossier, and in which dossiers something is.

use rusqlite::Connection;

use super::Dossiers;
use super::outline::{Outline, Placed, count};
use crate::Result;
use crate::domain::{
    Clipping, DossierId, DossierItem, DossierItemId, DossierPage, EntityKind, InDossier,
    ItemTarget, PrintedTime,
};
use crate::notebook::clippings;
use crate::notebook::notes::shown_excerpt;
use crate::store::dossier_item_table::{self, ItemRecord};
use crate::store::{article_table, clipping_table, dossier_table, entity_table, note_table};

/// The longest stretch of an outline that is given at once.
const MAX_ROWS: u32 = 500;
/// How many letters of a quote are its title.
const QUOTE_TITLE: usize = 200;

impl Dossiers<'_> {
    /// A stretch of the outline, in the order of reading: what is not closed away or,
    /// for a status, what has that.
    pub fn page(
        &self,
        id: DossierId,
        status: Option<&str>,
        offset: u32,
        limit: u32,
    ) -> Result<DossierPage> {
        self.stretch(id, offset, limit, |outline| outline.shown(status))
    }

    /// As [`Dossiers::page`], of all items, closed away or not.
    pub fn whole(&self, id: DossierId, offset: u32, limit: u32) -> Result<DossierPage> {
        self.stretch(id, offset, limit, |outline| outline.order.iter().collect())
    }

    fn stretch(
        &self,
        id: DossierId,
        offset: u32,
        limit: u32,
        choose: impl Fn(&Outline) -> Vec<&Placed>,
    ) -> Result<DossierPage> {
        let shared = self.0.shared();
        shared.store.read("read a dossier", |conn| {
            let dossier = dossier_table::get(conn, id)?;
            let outline = shared.outlines.of(conn, id)?;
            let shown = choose(&outline);
            let stretch = shown
                .iter()
                .skip(offset as usize)
                .take(limit.min(MAX_ROWS) as usize);
            let mut rows = Vec::new();
            for placed in stretch {
                let record = dossier_item_table::get(conn, placed.id)?;
                rows.push(item(conn, placed, record)?);
            }
            Ok(DossierPage {
                dossier,
                total: count(shown.len()),
                offset,
                rows,
                statuses: outline.statuses(),
            })
        })
    }

    /// Which of the rows that [`Dossiers::page`] shows an item is, from 0; `None` for one
    /// that is closed away.
    pub fn row_of(&self, id: DossierItemId) -> Result<Option<u32>> {
        let shared = self.0.shared();
        shared.store.read("look for an item", |conn| {
            let item = dossier_item_table::get(conn, id)?;
            let outline = shared.outlines.of(conn, item.dossier)?;
            let shown = outline.shown(None);
            Ok(shown.iter().position(|placed| placed.id == id).map(count))
        })
    }

    /// The kept dossiers that something is in, and where it stands there.
    pub fn of(&self, target: ItemTarget) -> Result<Vec<InDossier>> {
        let shared = self.0.shared();
        shared.store.read("look for dossiers", |conn| {
            let target = dossier_item_table::shown_target(conn, target)?;
            let mut found = Vec::new();
            for item in dossier_item_table::of_target(conn, &target)? {
                let dossier = dossier_table::get(conn, item.dossier)?;
                if dossier.deleted {
                    continue;
                }
                let outline = shared.outlines.of(conn, item.dossier)?;
                found.push(InDossier {
                    dossier: dossier.id,
                    name: dossier.name,
                    item: item.id,
                    number: number(&outline, &item),
                    status: item.status,
                    question: item.question,
                });
            }
            Ok(found)
        })
    }
}

/// Which of the items that are no headings it is, from 1.
fn number(outline: &Outline, item: &ItemRecord) -> u32 {
    let before = outline
        .order
        .iter()
        .take_while(|placed| placed.id != item.id);
    count(before.filter(|placed| !placed.heading).count()) + 1
}

/// What a target is now.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub title: String,
    pub gone: bool,
    pub kind: Option<EntityKind>,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub language: Option<String>,
    pub excerpt: Option<String>,
    pub url: Option<String>,
    pub quote: Option<Box<Clipping>>,
}

/// What an item's target is now; of one that is gone for good, what it was called last.
pub(super) fn shown(conn: &Connection, item: &ItemRecord) -> Result<Shown> {
    let missing = || Shown {
        title: item.title.clone(),
        gone: true,
        ..Shown::default()
    };
    Ok(match dossier_item_table::shown_target(conn, item.target)? {
        ItemTarget::Heading => Shown {
            title: item.title.clone(),
            ..Shown::default()
        },
        ItemTarget::Article { id } => article_table::find_record(conn, id)?
            .map(|article| Shown {
                title: article.title,
                gone: article.deleted,
                outlet: article.outlet,
                published: article.published,
                language: article.language,
                url: article.canonical_url,
                ..Shown::default()
            })
            .unwrap_or_else(missing),
        ItemTarget::Note { id } => match note_table::heading(conn, id)? {
            None => missing(),
            Some((title, excerpt, gone)) => Shown {
                title,
                gone,
                excerpt: Some(shown_excerpt(conn, id, &excerpt)?),
                ..Shown::default()
            },
        },
        ItemTarget::Entity { id } => entity_table::find_record(conn, id)?
            .map(|entity| Shown {
                title: entity.name,
                gone: entity.deleted,
                kind: Some(entity.kind),
                ..Shown::default()
            })
            .unwrap_or_else(missing),
        ItemTarget::Quote { id } => match clipping_table::find(conn, id)? {
            None => missing(),
            Some(row) => {
                let clipping = clippings::shown(conn, row)?;
                Shown {
                    title: clipping.anchor.exact.chars().take(QUOTE_TITLE).collect(),
                    gone: clipping.deleted,
                    language: clipping.source.language.clone(),
                    quote: Some(Box::new(clipping)),
                    ..Shown::default()
                }
            }
        },
    })
}

fn item(conn: &Connection, placed: &Placed, record: ItemRecord) -> Result<DossierItem> {
    let shown = shown(conn, &record)?;
    Ok(DossierItem {
        id: record.id,
        parent: record.parent,
        depth: placed.depth,
        position: placed.position,
        siblings: placed.siblings,
        children: placed.children,
        closed: record.closed,
        target: dossier_item_table::shown_target(conn, record.target)?,
        title: shown.title,
        gone: shown.gone,
        status: record.status,
        question: record.question,
        kind: shown.kind,
        outlet: shown.outlet,
        published: shown.published,
        language: shown.language,
        excerpt: shown.excerpt,
        quote: shown.quote,
    })
}
