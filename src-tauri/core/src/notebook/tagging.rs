//! Tagging by hand, and accepting or rejecting what was found.

use rusqlite::Connection;

use super::undoing::{self, Inverse, MentionWas};
use super::{Entities, clippings, entities, indexed::searched_texts, matching};
use crate::domain::{
    Anchor, ArticleId, Change, EntityId, Mention, MentionBy, MentionId, MentionStatus, NameId,
    NameStrength, TagOutcome, TagRequest, TagScope, TagTarget, UndoAction,
};
use crate::store::mention_table::{self, NewMention};
use crate::store::proposal_table::TOO_OFTEN;
use crate::store::{article_table, entity_table, merge_table};
use crate::text;
use crate::{Error, Result};

impl Entities<'_> {
    /// Tags words of an article as an entity, which may be a new one.
    pub fn tag(&self, request: &TagRequest) -> Result<TagOutcome> {
        let outcome = self
            .0
            .shared()
            .store
            .write("tag a mention", |tx| tag(tx, request))?;
        self.tell(request.article)?;
        Ok(outcome)
    }

    /// Takes tags away. A mention found by name becomes a rejected one, so that
    /// it is not found again.
    pub fn untag(&self, ids: &[MentionId]) -> Result<()> {
        self.set_status(ids, MentionStatus::Rejected, UndoAction::Untag)
    }

    /// Accepts suggestions.
    pub fn confirm(&self, ids: &[MentionId]) -> Result<()> {
        self.set_status(ids, MentionStatus::Confirmed, UndoAction::Tag)
    }

    /// Rejects suggestions; they are remembered and not made again.
    pub fn reject(&self, ids: &[MentionId]) -> Result<()> {
        self.set_status(ids, MentionStatus::Rejected, UndoAction::Untag)
    }

    fn set_status(
        &self,
        ids: &[MentionId],
        status: MentionStatus,
        action: UndoAction,
    ) -> Result<()> {
        let articles = self.0.shared().store.write("change mentions", |tx| {
            let mut by_article: Vec<(ArticleId, Vec<MentionWas>, Mention)> = Vec::new();
            for id in ids {
                let (article, mention) = mention_table::get(tx, *id)?;
                mention_table::set_status(tx, *id, status, MentionBy::Person)?;
                let was = was(&mention);
                match by_article.iter_mut().find(|(known, ..)| *known == article) {
                    Some((_, before, _)) => before.push(was),
                    None => by_article.push((article, vec![was], mention)),
                }
            }
            let mut articles = Vec::new();
            for (article, statuses, first) in by_article {
                mention_table::refresh_article(tx, article)?;
                let weakened = match status {
                    MentionStatus::Rejected => weaken(tx, &statuses)?,
                    MentionStatus::Confirmed | MentionStatus::Suggested => Vec::new(),
                };
                let mut inverse = Inverse::SetMentions { article, statuses };
                if !weakened.is_empty() {
                    let steps = weakened.into_iter().chain([inverse]).collect();
                    inverse = Inverse::Several { steps };
                }
                if status == MentionStatus::Confirmed {
                    let joined = clippings::join(tx, &[first.entity], &[article])?;
                    inverse = clippings::with_joined(inverse, joined);
                }
                undoing::push(tx, action, &first.name, &inverse)?;
                articles.push(article);
            }
            Ok(articles)
        })?;
        for article in articles {
            self.tell(article)?;
        }
        Ok(())
    }

    fn tell(&self, article: ArticleId) -> Result<()> {
        matching::reload(self.0.shared())?;
        self.0.0.rematcher.wake();
        for change in undoing::articles_and_entities(vec![article]) {
            self.0.changed(change);
        }
        self.0.changed(Change::Clippings { ids: Vec::new() });
        self.0.changed(Change::Proposals);
        Ok(())
    }
}

/// A name that was rejected in too many articles only suggests from now on. Returns how to
/// take that back.
fn weaken(conn: &Connection, rejected: &[MentionWas]) -> Result<Vec<Inverse>> {
    let mut steps = Vec::new();
    for mention in rejected {
        let name = mention_table::name_rejected_often(conn, mention.id, TOO_OFTEN)?;
        if let Some(name) = name {
            entity_table::set_strength(conn, name, NameStrength::Weak)?;
            steps.push(Inverse::SetStrength {
                name,
                strength: NameStrength::Strong,
            });
        }
    }
    Ok(steps)
}

fn was(mention: &Mention) -> MentionWas {
    MentionWas {
        id: mention.id,
        status: mention.status,
        by: mention.by,
    }
}

/// The words that a tag is about, with everything around them.
struct Tagged {
    article: ArticleId,
    version: u32,
    texts: Vec<(i32, String)>,
    anchor: Anchor,
}

fn tag(conn: &Connection, request: &TagRequest) -> Result<TagOutcome> {
    let tagged = find_words(conn, request)?;
    let (entity, made) = target(conn, &request.target)?;
    let name = match request.scope {
        TagScope::Always => keep_as_name(conn, entity, &tagged.anchor.exact)?,
        TagScope::Mention | TagScope::Article => None,
    };
    let places = match request.scope {
        TagScope::Mention => vec![tagged.anchor.clone()],
        TagScope::Article | TagScope::Always => same_words(&tagged),
    };
    let mut statuses = Vec::new();
    let mut mentions = Vec::new();
    // Read once: a long article may hold the words thousands of times.
    let known = mention_table::of_article(conn, tagged.article)?;
    let named = match name {
        Some(name) => Some(name),
        None => name_of(conn, entity, &tagged.anchor.exact)?,
    };
    for anchor in places {
        match clear_way(conn, &known, entity, &anchor, &mut statuses)? {
            Way::Taken => {}
            Way::Free => mentions.push(insert(conn, &tagged, entity, named, anchor)?),
        }
    }
    mention_table::refresh_article(conn, tagged.article)?;
    let preferred = entity_table::record(conn, entity)?.name;
    let added = u32::try_from(mentions.len()).unwrap_or(u32::MAX);
    let inverse = Inverse::Untag {
        article: tagged.article,
        mentions,
        statuses,
        name,
        entity: made.then_some(entity),
    };
    let joined = clippings::join(conn, &[entity], &[tagged.article])?;
    let inverse = clippings::with_joined(inverse, joined);
    undoing::push(conn, UndoAction::Tag, &preferred, &inverse)?;
    Ok(TagOutcome {
        entity,
        name: preferred,
        created: made,
        added,
    })
}

fn find_words(conn: &Connection, request: &TagRequest) -> Result<Tagged> {
    let article = article_table::record(conn, request.article)?;
    let blocks = article_table::blocks(conn, request.article, article.text_version)?;
    let texts = searched_texts(&article.title, article.standfirst.as_deref(), &blocks);
    let span = request.span;
    let anchor = texts
        .iter()
        .find(|(block, _)| *block == span.block)
        .and_then(|(block, words)| Anchor::take(*block, words, span.start, span.end))
        .ok_or_else(|| Error::InvalidInput {
            what: "the selection".into(),
            why: "it is not a part of the article's text".into(),
        })?;
    Ok(Tagged {
        article: request.article,
        version: article.text_version,
        texts,
        anchor,
    })
}

/// The entity that is meant, and whether it was made just now.
fn target(conn: &Connection, target: &TagTarget) -> Result<(EntityId, bool)> {
    match target {
        TagTarget::Known { id } => {
            let entity = entity_table::record(conn, merge_table::root(conn, *id)?)?;
            if entity.deleted {
                return Err(Error::not_found(format_args!("entity {id}")));
            }
            Ok((entity.id, false))
        }
        TagTarget::New { kind, name } => {
            let (id, _) = entities::insert(conn, *kind, &entities::clean_name(name)?)?;
            Ok((id, true))
        }
    }
}

/// Makes the tagged words a name that suggests, unless the entity has it, and
/// queues it for everything kept. Returns the name if it is new.
fn keep_as_name(conn: &Connection, entity: EntityId, words: &str) -> Result<Option<NameId>> {
    let words = entities::clean_name(words)?;
    let folded = text::fold(&words);
    let names = entity_table::names(conn, entity)?;
    if let Some(known) = names.iter().find(|name| text::fold(&name.text) == folded) {
        entity_table::queue_match(conn, known.id)?;
        return Ok(None);
    }
    let name = NameId::new();
    entity_table::insert_name(conn, name, entity, &words, NameStrength::Weak, false)?;
    entity_table::queue_match(conn, name)?;
    Ok(Some(name))
}

/// Every place in the article with the same words as whole words, folded alike.
fn same_words(tagged: &Tagged) -> Vec<Anchor> {
    let mut finder = crate::entities::NameMatcher::new();
    let (name, entity) = (NameId::new(), EntityId::new());
    finder.add(name, entity, &tagged.anchor.exact, NameStrength::Strong);
    let mut places: Vec<Anchor> = Vec::new();
    for (block, words) in &tagged.texts {
        for found in finder.find(words) {
            places.extend(Anchor::take(*block, words, found.start, found.end));
        }
    }
    let own = tagged.anchor.span;
    let overlapping = |place: &Anchor| {
        place.span.block == own.block && place.span.start < own.end && own.start < place.span.end
    };
    // The words that the person selected are tagged exactly as selected.
    places.retain(|place| !overlapping(place));
    places.push(tagged.anchor.clone());
    places
}

pub(super) enum Way {
    /// The same entity is tagged there already.
    Taken,
    Free,
}

/// Makes room for a tag: a person's word outranks what was found there by name.
pub(super) fn clear_way(
    conn: &Connection,
    known: &[Mention],
    entity: EntityId,
    anchor: &Anchor,
    statuses: &mut Vec<MentionWas>,
) -> Result<Way> {
    for mention in known {
        let (there, here) = (mention.anchor.span, anchor.span);
        let overlaps =
            there.block == here.block && there.start < here.end && here.start < there.end;
        if mention.orphaned || !overlaps {
            continue;
        }
        let same = mention.entity == entity && there == here;
        if same {
            if mention.status != MentionStatus::Confirmed {
                statuses.push(was(mention));
                let status = MentionStatus::Confirmed;
                mention_table::set_status(conn, mention.id, status, MentionBy::Person)?;
            }
            return Ok(Way::Taken);
        }
        let told = statuses.iter().any(|was| was.id == mention.id);
        if mention.status != MentionStatus::Rejected && !told {
            statuses.push(was(mention));
            let status = MentionStatus::Rejected;
            mention_table::set_status(conn, mention.id, status, MentionBy::Person)?;
        }
    }
    Ok(Way::Free)
}

/// The entity's name that these words are.
pub(super) fn name_of(conn: &Connection, entity: EntityId, words: &str) -> Result<Option<NameId>> {
    let words = text::fold(words);
    let names = entity_table::names(conn, entity)?;
    let named = names.iter().find(|known| text::fold(&known.text) == words);
    Ok(named.map(|known| known.id))
}

fn insert(
    conn: &Connection,
    tagged: &Tagged,
    entity: EntityId,
    name: Option<NameId>,
    anchor: Anchor,
) -> Result<MentionId> {
    let id = MentionId::new();
    mention_table::insert(
        conn,
        &NewMention {
            id,
            article: tagged.article,
            entity,
            name,
            anchor,
            status: MentionStatus::Confirmed,
            by: MentionBy::Person,
            text_version: tagged.version,
        },
    )?;
    Ok(id)
}
