//! Outlines of dossiers.
//!
//! An item says under which other it stands, and its rank there; so moving one writes one
//! row, whatever stands under it. One that was taken out stays, with what stood under it,
//! to be put back.

mod targets;

use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, Rows, params};
use uuid::Uuid;

use super::rank::Rank;
use crate::domain::{DossierId, DossierItemId, ItemTarget};
use crate::{Error, Result};

pub(crate) use targets::{all_changed, dossiers_of, has, of_target, shown_target, target_changed};

/// An item's row.
#[derive(Debug, Clone)]
pub(crate) struct ItemRecord {
    pub id: DossierItemId,
    pub dossier: DossierId,
    pub parent: Option<DossierItemId>,
    pub rank: Rank,
    pub target: ItemTarget,
    pub title: String,
    pub status: String,
    pub question: String,
    pub closed: bool,
    pub removed_with: Option<DossierItemId>,
}

const COLUMNS: &str = "id, dossier_id, parent_id, rank, target_kind, target_id, title, status, \
                       question, closed, removed_with";

fn key(target: &ItemTarget) -> (&'static str, Option<&[u8]>) {
    match target {
        ItemTarget::Heading => ("heading", None),
        ItemTarget::Article { id } => ("article", Some(id.as_bytes())),
        ItemTarget::Entity { id } => ("entity", Some(id.as_bytes())),
        ItemTarget::Note { id } => ("note", Some(id.as_bytes())),
        ItemTarget::Quote { id } => ("quote", Some(id.as_bytes())),
    }
}

fn target(kind: &str, id: Option<&[u8]>) -> Result<ItemTarget> {
    let id = id.and_then(|bytes| Uuid::from_slice(bytes).ok());
    match (kind, id) {
        ("heading", _) => Ok(ItemTarget::Heading),
        ("article", Some(id)) => Ok(ItemTarget::Article { id: id.into() }),
        ("entity", Some(id)) => Ok(ItemTarget::Entity { id: id.into() }),
        ("note", Some(id)) => Ok(ItemTarget::Note { id: id.into() }),
        ("quote", Some(id)) => Ok(ItemTarget::Quote { id: id.into() }),
        _ => Err(Error::Internal {
            what: "an item of a dossier has no target",
        }),
    }
}

type Raw = (ItemRecord, String, Option<Vec<u8>>);

fn read_row(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let record = ItemRecord {
        id: row.get(0)?,
        dossier: row.get(1)?,
        parent: row.get(2)?,
        rank: row.get(3)?,
        target: ItemTarget::Heading,
        title: row.get(6)?,
        status: row.get(7)?,
        question: row.get(8)?,
        closed: row.get(9)?,
        removed_with: row.get(10)?,
    };
    Ok((record, row.get(4)?, row.get(5)?))
}

fn with_target((record, kind, id): Raw) -> Result<ItemRecord> {
    let target = target(&kind, id.as_deref())?;
    Ok(ItemRecord { target, ..record })
}

pub(crate) fn insert(conn: &Connection, item: &ItemRecord) -> Result<()> {
    let (kind, id) = key(&item.target);
    conn.prepare_cached(
        "INSERT INTO dossier_items (id, dossier_id, parent_id, rank, target_kind, target_id, title)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        item.id,
        item.dossier,
        item.parent,
        item.rank,
        kind,
        id,
        item.title
    ])?;
    Ok(())
}

pub(crate) fn find(conn: &Connection, id: DossierItemId) -> Result<Option<ItemRecord>> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM dossier_items WHERE id = ?1"
    ))?
    .query_row([id], read_row)
    .optional()?
    .map(with_target)
    .transpose()
}

/// An item that was not taken out.
pub(crate) fn get(conn: &Connection, id: DossierItemId) -> Result<ItemRecord> {
    find(conn, id)?
        .filter(|item| item.removed_with.is_none())
        .ok_or_else(|| Error::not_found(format_args!("item {id} of a dossier")))
}

/// Which item of a parent is asked for.
pub(crate) enum End<'r> {
    First,
    Last,
    Before(&'r Rank),
    After(&'r Rank),
}

/// The item at an end of those under `parent`, or next to a rank.
pub(crate) fn neighbour(
    conn: &Connection,
    (dossier, parent): (DossierId, Option<DossierItemId>),
    end: End<'_>,
) -> Result<Option<(DossierItemId, Rank)>> {
    let (compared, order, rank) = match end {
        End::First => ("", "ASC", None),
        End::Last => ("", "DESC", None),
        End::Before(rank) => ("AND rank < ?3", "DESC", Some(rank)),
        End::After(rank) => ("AND rank > ?3", "ASC", Some(rank)),
    };
    let sql = format!(
        "SELECT id, rank FROM dossier_items
         WHERE dossier_id = ?1 AND parent_id IS ?2 AND removed_with IS NULL {compared}
         ORDER BY rank {order} LIMIT 1"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    Ok(match rank {
        None => statement.query_row(params![dossier, parent], read),
        Some(rank) => statement.query_row(params![dossier, parent, rank], read),
    }
    .optional()?)
}

/// Whether another item has this rank under `parent`.
pub(crate) fn is_taken(
    conn: &Connection,
    (dossier, parent): (DossierId, Option<DossierItemId>),
    rank: &Rank,
    but: DossierItemId,
) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT 1 FROM dossier_items WHERE dossier_id = ?1 AND parent_id IS ?2 AND rank = ?3
             AND removed_with IS NULL AND id <> ?4",
        )?
        .exists(params![dossier, parent, rank, but])?)
}

pub(crate) fn set_place(
    conn: &Connection,
    id: DossierItemId,
    parent: Option<DossierItemId>,
    rank: &Rank,
) -> Result<()> {
    conn.prepare_cached("UPDATE dossier_items SET parent_id = ?2, rank = ?3 WHERE id = ?1")?
        .execute(params![id, parent, rank])?;
    Ok(())
}

/// How far down an item stands (0 at the top), and whether `above` is it or one that it
/// stands under.
pub(crate) fn depth(
    conn: &Connection,
    id: DossierItemId,
    above: Option<DossierItemId>,
) -> Result<(u32, bool)> {
    let (mut depth, mut at, mut found) = (0, id, above == Some(id));
    let mut statement = conn.prepare_cached("SELECT parent_id FROM dossier_items WHERE id = ?1")?;
    while let Some(Some(parent)) = statement
        .query_row([at], |row| row.get::<_, Option<DossierItemId>>(0))
        .optional()?
    {
        depth += 1;
        at = parent;
        found |= above == Some(parent);
    }
    Ok((depth, found))
}

/// How many levels stand under an item: 0 for one with nothing under it.
pub(crate) fn levels_under(conn: &Connection, item: &ItemRecord) -> Result<u32> {
    Ok(conn
        .prepare_cached(
            "WITH RECURSIVE down (id, level) AS (
               SELECT ?2, 0 UNION
               SELECT i.id, down.level + 1 FROM down CROSS JOIN dossier_items i
                 ON i.dossier_id = ?1 AND i.parent_id = down.id AND i.removed_with IS NULL)
             SELECT max(level) FROM down",
        )?
        .query_row(params![item.dossier, item.id], |row| row.get(0))?)
}

/// Whether anything stands under it.
pub(crate) fn has_any_under(conn: &Connection, item: &ItemRecord) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT 1 FROM dossier_items
             WHERE dossier_id = ?1 AND parent_id = ?2 AND removed_with IS NULL",
        )?
        .exists(params![item.dossier, item.id])?)
}

/// Takes an item out with what stands under it.
pub(crate) fn take_out(conn: &Connection, item: &ItemRecord) -> Result<()> {
    // In this order and one by one: planned as a whole, it read all items for each.
    let mut below = conn.prepare_cached(
        "WITH RECURSIVE down (id) AS (
           SELECT ?2 UNION
           SELECT i.id FROM down CROSS JOIN dossier_items i
             ON i.dossier_id = ?1 AND i.parent_id = down.id AND i.removed_with IS NULL)
         SELECT id FROM down",
    )?;
    let ids = below
        .query_map(params![item.dossier, item.id], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<DossierItemId>>>()?;
    let mut take = conn.prepare_cached(
        "UPDATE dossier_items SET removed_with = ?2 WHERE id = ?1 AND removed_with IS NULL",
    )?;
    for id in ids {
        take.execute(params![id, item.id])?;
    }
    targets_changed(conn, item.id)
}

/// Puts back what was taken out with an item. Where its parent is taken out by now, it
/// goes with that.
pub(crate) fn put_back(conn: &Connection, item: &ItemRecord) -> Result<()> {
    let with = match item.parent {
        None => None,
        Some(parent) => find(conn, parent)?.and_then(|parent| parent.removed_with),
    };
    targets_changed(conn, item.id)?;
    conn.prepare_cached("UPDATE dossier_items SET removed_with = ?2 WHERE removed_with = ?1")?
        .execute(params![item.id, with])?;
    Ok(())
}

/// The index has to hear of what is taken out with an item.
fn targets_changed(conn: &Connection, with: DossierItemId) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT target_kind, target_id FROM dossier_items WHERE removed_with = ?1",
    )?;
    each_changed(conn, statement.query([with])?)
}

fn each_changed(conn: &Connection, mut rows: Rows<'_>) -> Result<()> {
    while let Some(row) = rows.next()? {
        let (kind, id): (String, Option<Vec<u8>>) = (row.get(0)?, row.get(1)?);
        target_changed(conn, &target(&kind, id.as_deref())?)?;
    }
    Ok(())
}

/// What a column of one item is set to.
pub(crate) fn set_status(conn: &Connection, id: DossierItemId, status: &str) -> Result<()> {
    set(conn, "status", id, &status)
}

pub(crate) fn set_question(conn: &Connection, id: DossierItemId, question: &str) -> Result<()> {
    set(conn, "question", id, &question)
}

pub(crate) fn set_title(conn: &Connection, id: DossierItemId, title: &str) -> Result<()> {
    set(conn, "title", id, &title)
}

pub(crate) fn set_closed(conn: &Connection, id: DossierItemId, closed: bool) -> Result<()> {
    set(conn, "closed", id, &closed)
}

fn set(
    conn: &Connection,
    column: &'static str,
    id: DossierItemId,
    value: &dyn ToSql,
) -> Result<()> {
    conn.prepare_cached(&format!(
        "UPDATE dossier_items SET {column} = ?2 WHERE id = ?1"
    ))?
    .execute(params![id, value])?;
    Ok(())
}
