//! Names that a quote says more of: proposals that are accepted with it, entities that it makes.

use rusqlite::Connection;

use super::{Clippings, keep_parties, marks_of};
use crate::Result;
use crate::domain::{ArticleId, Change, ClippingFacts, ClippingId, NewParty};
use crate::notebook::matching;
use crate::notebook::proposing::Prepared;
use crate::notebook::undoing::Inverse;
use crate::store::clipping_table::ClippingMarks;
use crate::store::proposal_table;

/// What is kept of a clipping, and what that does to names.
pub(super) struct Marked {
    pub marks: ClippingMarks,
    /// How what was done to names is taken back.
    pub back: Vec<Inverse>,
    pub named: Named,
}

/// What was done to names.
#[derive(Default)]
pub(super) struct Named {
    /// A name is known that was not, or an entity has it now.
    is_new: bool,
    /// Their proposals have changed.
    articles: Vec<ArticleId>,
}

impl Clippings<'_> {
    /// The proposals that are accepted with a quote: a person who names the speaker says
    /// whose name it is.
    pub(super) fn prepared(&self, facts: &ClippingFacts) -> Result<Vec<Prepared>> {
        let quote = facts.quote.iter();
        let parties = quote.flat_map(|quote| quote.speaker.iter().chain(&quote.via));
        let ids = parties.filter_map(|party: &NewParty| party.proposal);
        ids.map(|id| self.0.proposals().prepare(id)).collect()
    }

    /// Tells of clippings that have changed, and of names.
    pub(super) fn tell(&self, ids: Vec<ClippingId>, named: Named) -> Result<()> {
        if named.is_new {
            matching::reload(self.0.shared())?;
            self.0.0.rematcher.wake();
            self.0.changed(Change::Entities { ids: Vec::new() });
        }
        if !named.articles.is_empty() {
            self.0.proposals().tell(named.articles);
        }
        self.0.changed(Change::Clippings { ids });
        Ok(())
    }
}

/// What is to be kept of what a person says, of a clipping that had marks `before`.
pub(super) fn mark(
    conn: &Connection,
    facts: &ClippingFacts,
    prepared: &[Prepared],
    before: Option<&ClippingMarks>,
) -> Result<Marked> {
    let mut facts = facts.clone();
    let mut accepted = Vec::new();
    let mut named = Named::default();
    if let Some(quote) = &mut facts.quote {
        for party in [&mut quote.speaker, &mut quote.via].into_iter().flatten() {
            let Some(id) = party.proposal.take() else {
                continue;
            };
            let known = prepared.iter().find(|one| one.id == id);
            party.entity = match known.map(|one| one.accept(conn)).transpose()?.flatten() {
                Some(one) => {
                    accepted.push(one.inverse);
                    named.articles.extend(one.articles);
                    one.entity
                }
                // One that was decided meanwhile, for nobody, says nothing.
                None => proposal_table::find(conn, id)?.and_then(|row| row.entity),
            };
        }
    }
    let (mut marks, mut back) = marks_of(conn, &facts)?;
    if let Some(before) = before {
        keep_parties(conn, before, &mut marks)?;
    }
    back.extend(accepted);
    named.is_new = !back.is_empty();
    Ok(Marked { marks, back, named })
}
