//! Which names to review a step is about.

use rusqlite::Connection;

use super::Inverse;
use crate::Result;
use crate::domain::{ProposalId, UndoAction};
use crate::store::{proposal_table, undo_table};

const OF_NAMES: [UndoAction; 3] = [
    UndoAction::AcceptProposals,
    UndoAction::RejectProposals,
    UndoAction::EditProposal,
];

/// The groups of the names that a step decided and that are proposed again since it was taken
/// back, or whose kind or words it changed; none for any other step.
pub(in super::super) fn names_of(conn: &Connection, step: i64) -> Result<Vec<String>> {
    let mut keys = Vec::new();
    if let Some(data) = undo_table::data_of::<Inverse>(conn, step, &OF_NAMES)? {
        collect(conn, &data, &mut keys)?;
    }
    Ok(keys)
}

fn collect(conn: &Connection, data: &Inverse, keys: &mut Vec<String>) -> Result<()> {
    match data {
        Inverse::Several { steps } => {
            for step in steps {
                collect(conn, step, keys)?;
            }
        }
        Inverse::Resting { again, .. } => collect(conn, again, keys)?,
        Inverse::AcceptAgain(accepted) => {
            keys.extend(accepted.groups().map(str::to_owned));
            groups_of(conn, accepted.proposals(), keys)?;
        }
        Inverse::RejectAgain { ids, rejections } => {
            // One whose article is read again has another id when it is back.
            for one in rejections {
                keys.push(proposal_table::group_key(None, None, one.kind, &one.folded));
            }
            groups_of(conn, ids, keys)?;
        }
        Inverse::RestoreProposalKinds { was } => {
            for was in was {
                groups_of(conn, &[was.id()], keys)?;
            }
        }
        Inverse::RestoreProposalWords { were } => groups_of(conn, &[were.id()], keys)?,
        _ => {}
    }
    Ok(())
}

/// The groups in which these proposals are now.
fn groups_of(conn: &Connection, ids: &[ProposalId], keys: &mut Vec<String>) -> Result<()> {
    for id in ids {
        let Some(row) = proposal_table::find(conn, *id)? else {
            continue;
        };
        if !keys.contains(&row.grouped) {
            keys.push(row.grouped);
        }
    }
    Ok(())
}
