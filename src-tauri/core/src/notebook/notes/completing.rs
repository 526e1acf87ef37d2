//! What `[[` and `@` offer.

use super::Notes;
use crate::domain::{HitKind, LinkCandidate, LinkTarget, NoteId, SearchQuery};
use crate::notebook::dossiers;
use crate::notebook::labels::label;
use crate::search::query::NoNames;
use crate::search::{DocumentKey, IndexResults};
use crate::store::{article_table, clipping_table, entity_table, note_table};
use crate::text::fold;
use crate::{Result, notes};

impl Notes<'_> {
    /// What `[[` and then `typed` may link to: entities by any name, notes, dossiers and
    /// articles by what they are called, quotes by their words and by who said them.
    pub fn complete_link(&self, typed: &str, limit: u32) -> Result<Vec<LinkCandidate>> {
        let (entities, notes, dossiers) =
            self.0.shared().store.read("complete a link", |conn| {
                let entities = entity_table::complete(conn, typed, limit)?;
                let entities = entities.into_iter().map(|entity| LinkCandidate {
                    target: LinkTarget::Entity { id: entity.id },
                    title: entity.name,
                    anchor: None,
                    kind: Some(entity.kind),
                    matched: entity.matched,
                    detail: None,
                });
                let notes = note_table::complete(conn, typed, limit)?;
                let notes = notes.into_iter().map(|(id, title)| LinkCandidate {
                    target: LinkTarget::Note { id },
                    matched: title.clone(),
                    title,
                    anchor: None,
                    kind: None,
                    detail: None,
                });
                let dossiers = dossiers::named(conn, typed, limit)?;
                let dossiers = dossiers.into_iter().map(|dossier| LinkCandidate {
                    target: LinkTarget::Dossier { id: dossier.id },
                    matched: dossier.name.clone(),
                    title: dossier.name,
                    anchor: None,
                    kind: None,
                    detail: None,
                });
                Ok((entities.collect(), notes.collect(), dossiers.collect()))
            })?;
        let articles = self.articles_titled(typed, limit)?;
        let quotes = self.quotes_found(typed, limit)?;
        let mut offered = share(
            limit as usize,
            [entities, notes, dossiers, articles, quotes],
        );
        // What is called exactly so is meant, of whatever sort it is.
        let wanted = fold(typed.trim());
        offered.sort_by_key(|one| fold(&one.title) != wanted && fold(&one.matched) != wanted);
        Ok(offered)
    }

    /// What is called exactly `title`, as far as letters tell: notes, entities by any of their
    /// names, dossiers and articles. Words that were said are no name.
    pub fn named(&self, title: &str) -> Result<Vec<LinkCandidate>> {
        /// So many of each sort at most: whether there is one or more is what is asked.
        const OF_ALL_SORTS: u32 = 15;
        let wanted = fold(title.trim());
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = self.complete_link(title.trim(), OF_ALL_SORTS)?;
        found.retain(|one| {
            let is_quote = matches!(one.target, LinkTarget::Quote { .. });
            !is_quote && (fold(&one.title) == wanted || fold(&one.matched) == wanted)
        });
        let mut seen: Vec<LinkTarget> = Vec::new();
        found.retain(|one| {
            let new = !seen.contains(&one.target);
            seen.push(one.target);
            new
        });
        Ok(found)
    }

    fn found(&self, kind: HitKind, typed: &str, limit: u32) -> Result<IndexResults> {
        let query = SearchQuery {
            text: typed.trim_end().to_owned(),
            kinds: vec![kind],
            limit,
            ..SearchQuery::default()
        };
        self.0.0.indexer.ask(|index| index.search(&query, &NoNames))
    }

    fn quotes_found(&self, typed: &str, limit: u32) -> Result<Vec<LinkCandidate>> {
        if typed.trim().is_empty() {
            return Ok(Vec::new());
        }
        let results = self.found(HitKind::Quote, typed, limit)?;
        self.0.shared().store.read("complete a link", |conn| {
            let mut candidates = Vec::new();
            for hit in results.hits {
                let DocumentKey::Quote(id) = hit.key else {
                    continue;
                };
                let Some(row) = clipping_table::find(conn, id)? else {
                    continue;
                };
                let speaker = match row.marks.quote.and_then(|quote| quote.speaker) {
                    Some(party) => Some(match party.entity {
                        Some(id) => label(conn, LinkTarget::Entity { id }, &party.name)?.title,
                        None => party.name,
                    }),
                    None => None,
                };
                let said = match &speaker {
                    Some(speaker) => format!("{} {speaker}", row.anchor.exact),
                    None => row.anchor.exact.clone(),
                };
                if !has_all_words(&said, &results.marker.mark(&said, None), typed) {
                    continue;
                }
                let words = notes::excerpt(&row.anchor.exact);
                candidates.push(LinkCandidate {
                    target: LinkTarget::Quote { id },
                    matched: words.clone(),
                    title: words,
                    anchor: None,
                    kind: None,
                    detail: speaker,
                });
            }
            Ok(candidates)
        })
    }

    fn articles_titled(&self, typed: &str, limit: u32) -> Result<Vec<LinkCandidate>> {
        if typed.trim().is_empty() {
            return Ok(Vec::new());
        }
        let results = self.found(HitKind::Article, typed, limit)?;
        self.0.shared().store.read("complete a link", |conn| {
            let mut candidates = Vec::new();
            for hit in results.hits {
                let DocumentKey::Article(id) = hit.key else {
                    continue;
                };
                let Some(article) = article_table::find_record(conn, id)? else {
                    continue;
                };
                let language = article.language.as_deref();
                let marks = results.marker.mark(&article.title, language);
                if marks.is_empty() || !has_all_words(&article.title, &marks, typed) {
                    continue;
                }
                let year = article
                    .published
                    .map(|time| time.iso.chars().take(4).collect());
                let detail: Vec<String> = article.outlet.into_iter().chain(year).collect();
                candidates.push(LinkCandidate {
                    target: LinkTarget::Article { id },
                    matched: article.title.clone(),
                    title: article.title,
                    anchor: None,
                    kind: None,
                    detail: (!detail.is_empty()).then(|| detail.join(", ")),
                });
            }
            Ok(candidates)
        })
    }

    /// What `title#typed` may link to: headings of the note that is called so, and blocks
    /// that have a name. Without a title those of `within`.
    pub fn complete_passage(
        &self,
        title: &str,
        typed: &str,
        within: Option<NoteId>,
        limit: u32,
    ) -> Result<Vec<LinkCandidate>> {
        self.0.shared().store.read("complete a link", |conn| {
            let note = match title.trim() {
                "" => within,
                title => note_table::complete(conn, title, limit)?
                    .into_iter()
                    .min_by_key(|(_, found)| fold(found) != fold(title))
                    .map(|(id, _)| id),
            };
            let Some(note) = note else {
                return Ok(Vec::new());
            };
            let note = note_table::record(conn, note)?;
            let typed = fold(typed.trim().trim_start_matches('^'));
            let found = notes::passages(&note.body)
                .into_iter()
                .filter(|passage| {
                    fold(passage.words).contains(&typed) || fold(&passage.anchor).contains(&typed)
                })
                .take(limit as usize)
                .map(|passage| LinkCandidate {
                    target: LinkTarget::Note { id: note.id },
                    title: note.title.clone(),
                    kind: None,
                    matched: notes::excerpt(passage.words),
                    detail: None,
                    anchor: Some(passage.anchor),
                });
            Ok(found.collect())
        })
    }
}

/// Whether `text` has every word that was typed: as it was typed, or in another form, which
/// is marked in it. A search also finds what has one of the words; who types a title wants it.
fn has_all_words(text: &str, marks: &[(u32, u32)], typed: &str) -> bool {
    let (text, typed) = (text.chars().collect::<Vec<_>>(), fold(typed));
    let whole = fold(&text.iter().collect::<String>());
    // A single letter says little, and has no other form.
    let is_letter = |word: &str| word.chars().count() == 1 && word.contains(char::is_alphabetic);
    let words: Vec<&str> = typed
        .split_whitespace()
        .filter(|word| !is_letter(word))
        .collect();
    let missing = words.iter().filter(|word| !whole.contains(**word));
    let marked: String = marks
        .iter()
        .filter_map(|(start, end)| text.get(*start as usize..*end as usize))
        .flat_map(|mark| mark.iter().chain(&[' ']))
        .collect();
    let marked = fold(&marked);
    let other_forms = marked
        .split_whitespace()
        .filter(|form| !is_letter(form) && !words.iter().any(|word| form.starts_with(word)));
    missing.count() <= other_forms.count()
}

/// The best of each list, in the order of the lists, so that many of one sort
/// leave room for the others.
fn share(limit: usize, lists: [Vec<LinkCandidate>; 5]) -> Vec<LinkCandidate> {
    let mut room = limit;
    let mut taken = [0; 5];
    while room > 0 && (0..5).any(|n| taken[n] < lists[n].len()) {
        for (n, list) in lists.iter().enumerate() {
            if room > 0 && taken[n] < list.len() {
                taken[n] += 1;
                room -= 1;
            }
        }
    }
    let parts = lists.into_iter().zip(taken);
    parts
        .flat_map(|(list, n)| list.into_iter().take(n))
        .collect()
}
