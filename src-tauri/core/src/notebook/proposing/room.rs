//! The longest name wins: what is accepted takes the place of what was found by a name in a part
//! of it, and leaves a place alone that is a part of a longer name. The order in which two are
//! accepted is nothing that a person chose.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::domain::{ArticleId, Mention, MentionBy, MentionStatus, Span};
use crate::notebook::undoing::MentionWas;
use crate::store::mention_table::{self, MentionRow};
use crate::store::proposal_table::{self, ProposalRow, Taken, is_part};
use crate::store::{from_json, to_json};

/// What a mention was before a decision changed it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Before {
    Gone { article: ArticleId, row: MentionRow },
    Had(MentionWas),
}

impl Before {
    pub fn read(text: &str) -> Result<Self> {
        from_json("a mention", text)
    }
}

/// Places of longer names of an article: one that waits to be decided, and one that is tagged.
pub(super) struct Longer {
    waiting: Taken,
    tagged: Taken,
}

impl Longer {
    /// Those beside what `row` proposes.
    pub fn of(conn: &Connection, row: &ProposalRow, known: &[Mention]) -> Result<Self> {
        let open = proposal_table::open_of_article(conn, row.article)?;
        let others = open.iter().filter(|other| other.grouped != row.grouped);
        let waiting = others.flat_map(|other| other.spans.iter().map(|place| place.span));
        let tagged = known.iter().filter(|mention| speaks(mention));
        Ok(Self {
            waiting: Taken::of(waiting.collect()),
            tagged: Taken::of(tagged.map(|mention| mention.anchor.span).collect()),
        })
    }

    /// Whether a place is a part of one of them. Of what waits it is tagged by name, like any
    /// other, and is free for a person's word once that is rejected.
    pub fn has(&self, place: Span) -> bool {
        self.waiting.has_longer(place) || self.tagged.has_longer(place)
    }
}

fn speaks(mention: &Mention) -> bool {
    mention.status != MentionStatus::Rejected && !mention.orphaned
}

/// Takes away what was found by a name in a part of a place that is accepted, and remembers it.
pub(super) fn make_room(
    conn: &Connection,
    decision: i64,
    article: ArticleId,
    place: Span,
    known: &mut Vec<Mention>,
) -> Result<()> {
    let goes = |mention: &Mention| {
        mention.by == MentionBy::Name && speaks(mention) && is_part(mention.anchor.span, place)
    };
    for mention in known.iter().filter(|mention| goes(mention)) {
        let Some(row) = mention_table::row(conn, mention.id)? else {
            continue;
        };
        let before = to_json("a mention", &Before::Gone { article, row })?;
        proposal_table::remember_mention(conn, decision, mention.id, Some(&before))?;
        mention_table::delete(conn, mention.id)?;
    }
    known.retain(|mention| !goes(mention));
    Ok(())
}

/// Puts back what made room, unless the place has been tagged by something else since.
pub(super) fn put_back(
    conn: &Connection,
    decision: i64,
    article: ArticleId,
    row: MentionRow,
) -> Result<()> {
    if proposal_table::is_taken_since(conn, decision, article, row.anchor.span)? {
        return Ok(());
    }
    mention_table::put_back(conn, article, &[row])
}
