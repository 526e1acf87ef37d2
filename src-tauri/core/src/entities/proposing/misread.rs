//! Surnames of kept persons in Cyrillic that the recogniser passes over, or takes for an
//! organisation or a place: where only a surname stands, little says what it names.

use foldhash::{HashMap, HashSet};

use super::article::Article;
use super::found::Found;
use super::identified::{ALONE, LIKELY, is_same, kept_entity, strangers};
use crate::Result;
use crate::domain::{EntityId, EntityKind, ProposalWhy, ProposedAs};
use crate::entities::linking::{InArticle, LinkedName};
use crate::text;

/// Behind these stands a place, not a person.
const INTO: &[&str] = &["в", "во", "у", "из", "із", "з", "зі", "до"];
/// What titles of firms, papers and works begin with.
const QUOTES: [char; 4] = ['«', '„', '“', '"'];
/// From this confidence on a place is one: many rivers sound like somebody. Chosen by reading
/// Russian encyclopedia paragraphs and the development set, and so was [`OFTEN`].
const SURE_PLACE: f32 = 0.9;
/// Places of a surname that is passed over at all of them.
const OFTEN: usize = 2;
/// Names that begin in one case and go on in another are met in as many rounds.
const ROUNDS: usize = 2;

/// Links such names, and adds those that were passed over.
///
/// # Errors
/// `Cancelled`, asked for about every hundred words.
pub(super) fn surnames(
    article: &Article,
    linking: &InArticle<'_>,
    all: &mut Vec<Found>,
    cancelled: &dyn Fn() -> bool,
) -> Result<()> {
    let mut present: HashSet<EntityId> = all.iter().filter_map(kept_entity).collect();
    let strangers = strangers(article, all);
    let is_strange = |words: &str| {
        let folded = text::fold(words);
        strangers.iter().any(|surname| is_same(surname, &folded))
    };
    for _ in 0..ROUNDS {
        let most = if present.is_empty() { ALONE } else { LIKELY };
        let before = present.clone();
        let has = |entity| before.contains(&entity);
        for found in all.iter_mut().filter(|found| may_be_read(article, found)) {
            let words = article.words(found.start, found.end);
            if is_strange(words) {
                continue;
            }
            if let Some(entity) = linking.whose_surname(words, &has) {
                *found = person(found.start, found.end, entity, most);
                present.insert(entity);
            }
        }
        let is_new = |name: &LinkedName| {
            let at = all.partition_point(|other| other.end <= name.start);
            let is_free = all.get(at).is_none_or(|next| next.start >= name.end);
            let words = article.words(name.start, name.end);
            is_free && !is_strange(words) && article.span(name.start, name.end).is_some()
        };
        let mut passed_over = linking.surnames(&article.text, &has, cancelled)?;
        passed_over.retain(is_new);
        // Once may be chance.
        let mut places: HashMap<EntityId, usize> = HashMap::default();
        for name in &passed_over {
            *places.entry(name.entity).or_default() += 1;
        }
        passed_over.retain(|name| {
            present.contains(&name.entity) || places.get(&name.entity) >= Some(&OFTEN)
        });
        for name in passed_over {
            all.push(person(name.start, name.end, name.entity, most));
            present.insert(name.entity);
        }
        all.sort_by_key(|found| found.start);
    }
    Ok(())
}

fn person(start: usize, end: usize, entity: EntityId, confidence: f32) -> Found {
    Found {
        start,
        end,
        kind: EntityKind::Person,
        names: ProposedAs::Kept(entity),
        why: ProposalWhy::Name,
        confidence,
    }
}

/// Whether a surname may stand here: nothing says that it is what it is taken for.
fn may_be_read(article: &Article, found: &Found) -> bool {
    let words = article.words(found.start, found.end);
    let before = article.words(0, found.start);
    let is_quoted = before.ends_with(QUOTES);
    let leads = before.trim_end().rsplit([' ', '\n', '\u{a0}']).next();
    let is_entered = leads.is_some_and(|word| INTO.contains(&word.to_lowercase().as_str()));
    let may_be = match found.kind {
        EntityKind::Organisation => true,
        EntityKind::Place => !is_entered && found.confidence < SURE_PLACE,
        _ => false,
    };
    let is_one_word = !words.contains([' ', '\u{a0}']);
    may_be
        && is_one_word
        && !is_quoted
        && found.names == ProposedAs::New
        && text::script_of(words) == "Cyrl"
}
