//! Names to review over the notebook, each with sentences that it stands in.

use rusqlite::Connection;

use super::{Proposals, is_ambiguous, kept};
use crate::Result;
use crate::domain::{
    Block, ProposalExample, ProposalGroup, ProposalPage, ProposalPlace, ProposedCandidate, Span,
};
use crate::notebook::undoing;
use crate::store::proposal_table::{self, GroupRow, ProposalRow};
use crate::store::{article_table, counter, entity_table};

/// The longest stretch of the list that is given at once.
const MAX_ROWS: u32 = 200;
/// Sentences that are shown of a name.
const EXAMPLES: u32 = 3;
/// Letters of a sentence before and after the name.
const AROUND: usize = 110;

impl Proposals<'_> {
    /// The names to review, those in most articles first.
    pub fn groups(&self, offset: u32, limit: u32) -> Result<ProposalPage> {
        let store = &self.0.shared().store;
        store.read("list names to review", |conn| {
            let groups = proposal_table::groups(conn, offset, limit.min(MAX_ROWS))?;
            let mut rows = Vec::new();
            for group in groups {
                rows.extend(described(conn, group)?);
            }
            Ok(ProposalPage {
                total: counter(conn, "proposals")?,
                offset,
                rows,
            })
        })
    }

    /// Where the first of the names stands that a step brought back by being taken back, or gave
    /// another kind or other words; none where it is about no name to review.
    pub fn place_of_step(&self, step: i64) -> Result<Option<ProposalPlace>> {
        let store = &self.0.shared().store;
        store.read("find the names of a step", |conn| {
            proposal_table::first_place(conn, &undoing::names_of(conn, step)?)
        })
    }
}

impl Proposals<'_> {
    /// Names to review of which some word starts with `typed`, for who writes one of them.
    /// Left out are those of kept entities, which are offered as such, and those that several
    /// kept entities share: which of them is meant has to be said first.
    pub fn named(&self, typed: &str, limit: u32) -> Result<Vec<ProposedCandidate>> {
        let store = &self.0.shared().store;
        store.read("complete a proposed name", |conn| {
            let most = limit.min(MAX_ROWS) as usize;
            let mut found = Vec::new();
            for (candidate, folded) in proposal_table::named(conn, typed)? {
                if found.len() == most {
                    break;
                }
                if !is_ambiguous(conn, None, &folded)? {
                    found.push(candidate);
                }
            }
            Ok(found)
        })
    }
}

fn described(conn: &Connection, group: GroupRow) -> Result<Option<ProposalGroup>> {
    let proposals = proposal_table::open_of_group(conn, &group.grouped, EXAMPLES)?;
    let Some(first) = proposals.first() else {
        return Ok(None);
    };
    let entity = kept(conn, first.entity)?;
    let name = match entity {
        Some(id) => entity_table::record(conn, id)?.name,
        None => first.name.clone(),
    };
    let mut examples = Vec::new();
    for proposal in &proposals {
        examples.extend(example(conn, proposal)?);
    }
    Ok(Some(ProposalGroup {
        ambiguous: is_ambiguous(conn, entity, &first.folded)?,
        key: group.grouped,
        kind: first.kind,
        name,
        entity,
        known: first.known_as.is_some(),
        role: proposals.iter().find_map(|proposal| proposal.role.clone()),
        articles: group.articles,
        mentions: group.mentions,
        examples,
    }))
}

/// Where an article has the name first.
fn example(conn: &Connection, proposal: &ProposalRow) -> Result<Option<ProposalExample>> {
    let tagged = proposal_table::tagged(conn, proposal.article)?;
    let free = |span: Span| !tagged.answers(span, proposal.of());
    let body = proposal
        .spans
        .iter()
        .filter(|place| free(place.span))
        // A sentence of the body says more than the headline.
        .min_by_key(|place| (place.span.block < 0, place.span));
    let Some(place) = body else { return Ok(None) };
    let article = article_table::record(conn, proposal.article)?;
    let blocks = article_table::blocks(conn, proposal.article, article.text_version)?;
    let text = match place.span.block {
        Span::TITLE => Some(article.title.as_str()),
        Span::STANDFIRST => article.standfirst.as_deref(),
        block => block_text(&blocks, block),
    };
    let Some(text) = text else { return Ok(None) };
    let (before, after) = around(text, place.span);
    Ok(Some(ProposalExample {
        article: proposal.article,
        span: place.span,
        before,
        words: place.words.clone(),
        after,
        outlet: article.outlet,
        language: article.language,
        title: article.title,
    }))
}

fn block_text(blocks: &[Block], block: i32) -> Option<&str> {
    let block = blocks.get(usize::try_from(block).ok()?)?;
    Some(&block.text)
}

/// The rest of the sentence before and after, cut between words where it is long.
fn around(text: &str, span: Span) -> (String, String) {
    let (start, end) = (span.start as usize, span.end as usize);
    let before: Vec<char> = text.chars().take(start).collect();
    let from = before.len().saturating_sub(AROUND);
    let ends = |at: usize| {
        let closes = before
            .get(at.wrapping_sub(1))
            .is_some_and(|c| matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '؟'));
        closes && before.get(at).is_some_and(|c| c.is_whitespace())
    };
    let sentence = (from..before.len()).rev().find(|at| ends(*at));
    let from = match sentence {
        Some(at) => at,
        None if from == 0 => 0,
        None => (from..before.len())
            .find(|at| before.get(*at).is_some_and(|c| c.is_whitespace()))
            .unwrap_or(from),
    };
    let cut = sentence.is_none() && from > 0;
    let left: String = before.iter().skip(from).collect();
    let left = left.trim_start();
    let before = if cut {
        format!("… {left}")
    } else {
        left.to_owned()
    };
    let rest: Vec<char> = text.chars().skip(end).take(AROUND + 1).collect();
    let mut after: String = rest.iter().take(AROUND).collect();
    if rest.len() > AROUND {
        let whole = after.rfind(char::is_whitespace).unwrap_or(after.len());
        after.truncate(whole);
        after.push_str(" …");
    }
    (before, after)
}
