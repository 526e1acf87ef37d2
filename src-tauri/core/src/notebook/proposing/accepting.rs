//! Accepting: a proposed name becomes tags of an entity, which may be made for it.

use std::collections::HashMap;

use rusqlite::Connection;

use super::own_strength::own_strength;
use super::place::Place;
use super::room::{Longer, make_room};
use super::{KnownEntry, Proposals, articles_of, folded, is_ambiguous, meaning, rows_of, subject};
use crate::domain::{
    AcceptProposals, Anchor, ArticleId, Change, ClippingId, EntityId, MentionBy, MentionId,
    MentionStatus, NameId, NameStrength, ProposalId, ProposalOutcome, ProposalWhy, ProposalsMeant,
    Span, UndoAction,
};
use crate::notebook::tagging::{self, Way};
use crate::notebook::undoing::{self, Inverse, Subject};
use crate::notebook::{clippings, entities, matching};
use crate::store::mention_table::{self, NewMention};
use crate::store::proposal_table::{self, ProposalRow, ProposalState};
use crate::store::{entity_table, merge_table, to_json};
use crate::{Error, Result};

/// Proposals that are accepted in one transaction; further ones follow in the background.
pub(super) const AT_ONCE: u32 = 100;

impl Proposals<'_> {
    /// Accepts proposals: finds or makes the entity of each and tags its places, as one step.
    /// The same names elsewhere are taken as decided.
    ///
    /// # Errors
    /// `NotFound` when none of them is open, or there is no such entity; `InvalidInput` when
    /// several kept entities have the name and the request does not say which is meant.
    pub fn accept(&self, request: &AcceptProposals) -> Result<ProposalOutcome> {
        let store = &self.0.shared().store;
        // The gazetteer is unpacked when it is first asked: not while nobody else can write.
        let known = store.read("read proposals", |conn| self.entries_of(conn, request))?;
        let (accepted, step) = store.write("accept proposals", |tx| {
            let accepted = accept(tx, request, &known)?;
            let subject = accepted.subject.clone();
            let step = undoing::push(tx, UndoAction::AcceptProposals, subject, &accepted.inverse)?;
            Ok((accepted, step))
        })?;
        matching::reload(self.0.shared())?;
        self.0.0.rematcher.wake();
        self.0.changed(Change::Entities { ids: Vec::new() });
        self.0.changed(Change::Clippings {
            ids: accepted.quotes,
        });
        self.tell(accepted.articles);
        Ok(ProposalOutcome {
            entity: accepted.entity,
            made: accepted.made,
            mentions: accepted.mentions,
            step,
        })
    }

    /// Gets ready to accept one proposal in a transaction that does more.
    pub(in super::super) fn prepare(&self, id: ProposalId) -> Result<Prepared> {
        let request = AcceptProposals {
            which: ProposalsMeant::These { ids: vec![id] },
            to: None,
            as_new: false,
            only: None,
        };
        let known = self.0.shared().store.read("read a proposal", |conn| {
            match self.entries_of(conn, &request) {
                Err(Error::NotFound { .. }) => Ok(Known::new()),
                known => known,
            }
        })?;
        Ok(Prepared { id, request, known })
    }

    /// What the gazetteer has for the names that are accepted, by its keys.
    fn entries_of(&self, conn: &Connection, request: &AcceptProposals) -> Result<Known> {
        let mut known = Known::new();
        for row in rows_of(conn, &request.which, AT_ONCE)? {
            if let Some(key) = row.known_as
                && !known.contains_key(&key)
                && let Some(entry) = self.known_entry(&key)
            {
                known.insert(key, entry);
            }
        }
        Ok(known)
    }
}

/// Entries of the gazetteer by their keys.
type Known = HashMap<String, KnownEntry>;

/// A proposal that is about to be accepted.
pub(in super::super) struct Prepared {
    pub id: ProposalId,
    request: AcceptProposals,
    known: Known,
}

impl Prepared {
    /// Accepts it, unless it was decided meanwhile.
    pub fn accept(&self, conn: &Connection) -> Result<Option<Accepted>> {
        match accept(conn, &self.request, &self.known) {
            Err(Error::NotFound { .. }) => Ok(None),
            accepted => accepted.map(Some),
        }
    }
}

/// What was accepted, and how it is taken back: who accepts keeps that as a step.
pub(in super::super) struct Accepted {
    /// The entity of the first of them.
    pub entity: Option<EntityId>,
    /// New entities, and places that are tagged.
    made: u32,
    mentions: u32,
    pub articles: Vec<ArticleId>,
    /// Quotes that are theirs now.
    quotes: Vec<ClippingId>,
    subject: Subject,
    pub inverse: Inverse,
}

fn accept(conn: &Connection, request: &AcceptProposals, known: &Known) -> Result<Accepted> {
    let rows = rows_of(conn, &request.which, AT_ONCE)?;
    if let Some(id) = request.to
        && entity_table::record(conn, id)?.deleted
    {
        return Err(Error::not_found(format_args!("entity {id}")));
    }
    let mut step = Step {
        decision: proposal_table::begin_decision(conn)?,
        entities: Vec::new(),
        names: Vec::new(),
        known_as: Vec::new(),
    };
    let mut decided: HashMap<String, EntityId> = HashMap::new();
    let mut mentions = 0;
    for row in &rows {
        let entity = match decided.get(&row.grouped) {
            Some(entity) => *entity,
            None => {
                let entity = entity_of(conn, row, request, known, &mut step)?;
                decided.insert(row.grouped.clone(), entity);
                entity
            }
        };
        mentions += accept_one(conn, row, entity, step.decision, request.only)?;
    }
    // Of one article, what is only suggested elsewhere decides nothing there.
    let one_article = matches!(request.which, ProposalsMeant::These { .. });
    let is_sure = |row: &ProposalRow| -> Result<bool> {
        let entry = row.known_as.as_ref().and_then(|key| known.get(key));
        Ok(!one_article || own_strength(conn, row, entry)? == NameStrength::Strong)
    };
    if request.only.is_none() {
        for (grouped, entity) in &decided {
            for row in rows.iter().filter(|row| row.grouped == *grouped) {
                if is_sure(row)? {
                    proposal_table::decide_group(conn, step.decision, grouped, *entity)?;
                    break;
                }
            }
        }
    }
    let first = rows.first().and_then(|row| decided.get(&row.grouped));
    let articles = articles_of(&rows);
    let entities: Vec<EntityId> = decided.values().copied().collect();
    let joined = clippings::join(conn, &entities, &articles)?;
    let quotes = joined.iter().map(|one| one.id).collect();
    Ok(Accepted {
        entity: first.copied(),
        made: u32::try_from(step.entities.len()).unwrap_or(u32::MAX),
        mentions,
        articles,
        quotes,
        subject: subject(&rows),
        inverse: clippings::with_joined(step.inverse(), joined),
    })
}

/// The entity that a proposed name is of; it has the name from now on.
fn entity_of(
    conn: &Connection,
    row: &ProposalRow,
    request: &AcceptProposals,
    known: &Known,
    step: &mut Step,
) -> Result<EntityId> {
    let (to, here_only) = (request.to, request.only.is_some());
    let known_as = row.known_as.as_deref();
    let found = match to {
        Some(id) => Some(merge_table::root(conn, id)?),
        None if request.as_new => None,
        None => meaning(conn, row.kind, &row.folded, row.entity, known_as)?,
    };
    if !request.as_new && is_ambiguous(conn, found, &row.folded)? {
        return Err(Error::InvalidInput {
            what: row.name.clone(),
            why: "several entities have this name; say which is meant".into(),
        });
    }
    let meant = known_as.and_then(|key| known.get(key));
    let own = own_strength(conn, row, meant)?;
    // Of an entity that a person names, the gazetteer says nothing but how sure the words are.
    let entry = meant.filter(|_| to.is_none());
    let id = match found {
        Some(id) => id,
        None => {
            let name = entry.as_ref().map_or(&row.name, |entry| &entry.name);
            let name = entities::clean_name(name)?;
            let (id, name) = entities::insert(conn, row.kind, &name)?;
            match here_only {
                // What was accepted at one place says nothing of others.
                true => entity_table::set_strength(conn, name, NameStrength::SearchOnly)?,
                false if entry.is_none() && own == NameStrength::Weak => {
                    entity_table::set_strength(conn, name, own)?;
                    // Of all articles, what was proposed is accepted in the background: to
                    // suggest the name there would be quicker.
                    if matches!(request.which, ProposalsMeant::These { .. }) {
                        entity_table::queue_match(conn, name)?;
                    }
                }
                false => entity_table::queue_match(conn, name)?,
            }
            step.entities.push(id);
            id
        }
    };
    if to.is_none()
        && let Some(key) = known_as
        && proposal_table::set_known_as(conn, id, key)?
    {
        step.known_as.push(id);
    }
    let strength = |strength| match here_only {
        true => NameStrength::SearchOnly,
        false => strength,
    };
    if row.why != ProposalWhy::ShortForm {
        add_name(conn, id, &row.name, strength(own), step)?;
    }
    for (text, known) in entry.iter().flat_map(|entry| &entry.names) {
        add_name(conn, id, text, strength(*known), step)?;
    }
    Ok(id)
}

/// What accepting has made, so that it can be taken back.
struct Step {
    decision: i64,
    entities: Vec<EntityId>,
    names: Vec<NameId>,
    known_as: Vec<EntityId>,
}

impl Step {
    fn inverse(self) -> Inverse {
        Inverse::Unaccept {
            decision: self.decision,
            entities: self.entities,
            names: self.names,
            known_as: self.known_as,
        }
    }
}

/// Gives an entity a name, unless it has it.
fn add_name(
    conn: &Connection,
    entity: EntityId,
    text: &str,
    strength: NameStrength,
    step: &mut Step,
) -> Result<()> {
    let clean = match entities::clean_name(text) {
        // The gazetteer may have what is no name for a person.
        Err(Error::InvalidInput { .. }) => return Ok(()),
        clean => clean?,
    };
    let alike = folded(&clean);
    let names = entity_table::names(conn, entity)?;
    if names.iter().any(|known| folded(&known.text) == alike) {
        return Ok(());
    }
    let name = NameId::new();
    entity_table::insert_name(conn, name, entity, &clean, strength, false)?;
    if strength != NameStrength::SearchOnly {
        entity_table::queue_match(conn, name)?;
    }
    step.names.push(name);
    Ok(())
}

/// Tags the places of a proposal as a person's word. Returns how many mentions were added.
fn accept_one(
    conn: &Connection,
    row: &ProposalRow,
    entity: EntityId,
    decision: i64,
    only: Option<Span>,
) -> Result<u32> {
    let text = Place::of(conn, row.article)?;
    let mut known = mention_table::of_article(conn, row.article)?;
    let longer = Longer::of(conn, row, &known)?;
    let mut added = 0;
    for place in &row.spans {
        let is_meant = match only {
            Some(only) => only == place.span,
            None => !longer.has(place.span),
        };
        let Some(anchor) = text.anchor(place).filter(|_| is_meant) else {
            continue;
        };
        make_room(conn, decision, row.article, place.span, &mut known)?;
        let mut statuses = Vec::new();
        let way = tagging::clear_way(conn, &known, entity, &anchor, &mut statuses)?;
        for was in &statuses {
            let before = to_json("a mention", was)?;
            proposal_table::remember_mention(conn, decision, was.id, Some(&before))?;
        }
        if matches!(way, Way::Free) {
            insert(
                conn,
                row,
                &text,
                entity,
                anchor,
                MentionBy::Person,
                decision,
            )?;
            added += 1;
        }
    }
    if only.is_none() {
        proposal_table::set_state(conn, row.id, ProposalState::Accepted, Some(decision))?;
    }
    mention_table::refresh_article(conn, row.article)?;
    Ok(added)
}

pub(super) fn insert(
    conn: &Connection,
    row: &ProposalRow,
    text: &Place,
    entity: EntityId,
    anchor: Anchor,
    by: MentionBy,
    decision: i64,
) -> Result<()> {
    let id = MentionId::new();
    let name = tagging::name_of(conn, entity, &anchor.exact)?;
    mention_table::insert(
        conn,
        &NewMention {
            id,
            article: row.article,
            entity,
            name,
            anchor,
            status: MentionStatus::Confirmed,
            by,
            text_version: text.version,
        },
    )?;
    proposal_table::remember_mention(conn, decision, id, None)
}
