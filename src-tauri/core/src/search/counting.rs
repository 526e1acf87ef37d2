//! How many documents have any of some words.
//!
//! Postings are read straight into a set of bits: that takes a tenth of going through
//! them one after the other in step, as ranking has to.

use std::collections::HashSet;

use tantivy::query::{EnableScoring, Query, TermQuery};
use tantivy::schema::Term;
use tantivy::{Searcher, SegmentReader};

use super::askers::go_on;
use super::bits::Bits;
use super::collect::KINDS;
use super::library::Library;
use super::query::OnlyWords;
use super::query::filters::kind_word;
use super::schema::Fields;
use crate::domain::HitKind;
use crate::jobs::CancelToken;

/// Finding one document in postings takes as long as reading so many of them.
const SEEKING: u64 = 64;

/// What is counted.
pub(super) struct Counting<'s> {
    pub question: &'s CancelToken,
    pub searcher: &'s Searcher,
    pub library: &'s Library,
    pub fields: &'s Fields,
    /// Copies of one agency text count once.
    pub fold_copies: bool,
    /// Articles are counted to here.
    pub most: u32,
}

/// By [`kind_number`](super::collect::kind_number), and whether there are more articles.
pub(super) struct Counted {
    pub counts: [u32; 4],
    pub more: bool,
    /// The documents of each segment that have all of several words.
    pub all: Vec<Bits>,
    /// The documents of each segment that are found, where something limits them.
    pub found: Option<Vec<Bits>>,
}

impl Counted {
    /// With the copies, of which there is one row for each group.
    fn settle(&mut self, groups: &HashSet<u64>, most: u32) {
        self.counts[0] += u32::try_from(groups.len()).unwrap_or(u32::MAX);
        if self.more {
            self.counts[0] = most;
        }
    }
}

impl Counting<'_> {
    /// Counts what has all of the words, and nothing else is found.
    pub fn count_all(&self, found: &[Bits]) -> tantivy::Result<Counted> {
        let mut counted = Counted {
            counts: [0; 4],
            more: false,
            all: found.to_vec(),
            found: None,
        };
        let mut groups = HashSet::new();
        for (segment, found) in self.searcher.segment_readers().iter().zip(found) {
            if counted.more {
                break;
            }
            self.count_in(segment, found, &mut groups, &mut counted.counts)?;
            let copies = u32::try_from(groups.len()).unwrap_or(u32::MAX);
            counted.more = counted.counts[0].saturating_add(copies) >= self.most;
        }
        counted.settle(&groups, self.most);
        Ok(counted)
    }

    /// Counts what has any of the words.
    pub fn count(&self, words: &OnlyWords) -> tantivy::Result<Counted> {
        let finding = words.all.iter().flat_map(|word| &word.finds);
        let finding = finding.chain(&words.finds);
        let mut counted = Counted {
            counts: [0; 4],
            more: !words.is_limited() && self.has_most(finding)?,
            all: Vec::new(),
            found: words.is_limited().then(Vec::new),
        };
        let mut groups = HashSet::new();
        for segment in self.searcher.segment_readers() {
            let mut found = Bits::new(segment.max_doc());
            let mut all: Option<Bits> = None;
            for word in &words.all {
                let mut present = self.found_in(segment, &word.finds)?;
                if !counted.more || counted.found.is_some() {
                    found.join(&present);
                }
                if !word.more.is_empty() {
                    present.join(&self.found_in(segment, &word.more)?);
                }
                match &mut all {
                    Some(all) => all.limit_to(&present),
                    None => all = Some(present),
                }
            }
            let allowed = self.allowed_in(segment, words)?;
            if let (Some(all), Some(allowed)) = (&mut all, &allowed) {
                all.limit_to(allowed);
            }
            if !counted.more || counted.found.is_some() {
                found.join(&self.found_in(segment, &words.finds)?);
                if let Some(allowed) = &allowed {
                    found.limit_to(allowed);
                }
            }
            if !counted.more {
                self.count_in(segment, &found, &mut groups, &mut counted.counts)?;
            }
            counted.all.extend(all);
            counted
                .found
                .iter_mut()
                .for_each(|all| all.push(std::mem::take(&mut found)));
            if counted.more {
                continue;
            }
            let copies = u32::try_from(groups.len()).unwrap_or(u32::MAX);
            counted.more = counted.counts[0].saturating_add(copies) >= self.most;
        }
        counted.settle(&groups, self.most);
        Ok(counted)
    }

    /// Those of `documents`, segment by segment, that `query` finds.
    pub fn among(&self, documents: &[Bits], query: &dyn Query) -> tantivy::Result<Vec<Bits>> {
        let segments = self.searcher.segment_readers().iter().zip(documents);
        segments
            .map(|(segment, documents)| {
                let mut found = self.found_in(segment, &[query.box_clone()])?;
                found.limit_to(documents);
                Ok(found)
            })
            .collect()
    }

    /// The documents of each segment that are found.
    pub fn found(&self, words: &OnlyWords) -> tantivy::Result<Vec<Bits>> {
        let segments = self.searcher.segment_readers().iter();
        segments
            .map(|segment| {
                let mut found = match words.needs_all {
                    true => self.having_all(segment, words)?,
                    false => {
                        let mut found = self.found_in(segment, &words.finds)?;
                        for word in &words.all {
                            found.join(&self.found_in(segment, &word.finds)?);
                        }
                        found
                    }
                };
                if let Some(allowed) = self.allowed_in(segment, words)? {
                    found.limit_to(&allowed);
                }
                Ok(found)
            })
            .collect()
    }

    /// What has each of the words. The rarest is read first: of a frequent one, only those
    /// blocks of postings are read then that may hold something.
    fn having_all(&self, segment: &SegmentReader, words: &OnlyWords) -> tantivy::Result<Bits> {
        let mut rarest_first = Vec::new();
        for word in &words.all {
            rarest_first.push((reading(segment, &word.finds)?, &word.finds));
        }
        rarest_first.sort_by_key(|(documents, _)| *documents);
        let mut found: Option<Bits> = None;
        for (documents, finds) in rarest_first {
            found = Some(match found {
                None => self.found_in(segment, finds)?,
                Some(found) if found.is_empty() => found,
                Some(found) if u64::from(found.count()) * SEEKING < documents => {
                    found.having(segment, finds)?
                }
                Some(mut found) => {
                    found.limit_to(&self.found_in(segment, finds)?);
                    found
                }
            });
        }
        Ok(found.unwrap_or_else(|| Bits::new(segment.max_doc())))
    }

    /// What may be found at all; `None` where that is everything.
    fn allowed_in(
        &self,
        segment: &SegmentReader,
        words: &OnlyWords,
    ) -> tantivy::Result<Option<Bits>> {
        if !words.is_limited() {
            return Ok(None);
        }
        let mut allowed = Bits::all(segment.max_doc());
        for query in &words.within {
            allowed.limit_to(&self.found_in(segment, std::slice::from_ref(query))?);
        }
        allowed.remove(&self.found_in(segment, &words.without)?);
        Ok(Some(allowed))
    }

    /// The documents of each segment that any of these finds.
    pub fn documents(&self, finds: &[Box<dyn Query>]) -> tantivy::Result<Vec<Bits>> {
        let segments = self.searcher.segment_readers().iter();
        segments
            .map(|segment| self.found_in(segment, finds))
            .collect()
    }

    /// One of the words alone is in more documents than are counted.
    fn has_most<'q>(
        &self,
        finds: impl Iterator<Item = &'q Box<dyn Query>>,
    ) -> tantivy::Result<bool> {
        let segments = self.searcher.segment_readers().iter();
        let deleted: u64 = segments
            .map(|segment| u64::from(segment.num_deleted_docs()))
            .sum();
        for query in finds {
            if let Some(term) = query.downcast_ref::<TermQuery>() {
                let documents = self.searcher.doc_freq(term.term())?;
                if documents.saturating_sub(deleted) >= u64::from(self.most) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn found_in(&self, segment: &SegmentReader, finds: &[Box<dyn Query>]) -> tantivy::Result<Bits> {
        let mut found = Bits::new(segment.max_doc());
        for query in finds {
            go_on(self.question)?;
            match query.downcast_ref::<TermQuery>() {
                Some(query) => found.add_term(segment, query.term())?,
                None => {
                    let scoring = EnableScoring::disabled_from_searcher(self.searcher);
                    let mut documents = query.weight(scoring)?.scorer(segment, 1.0)?;
                    found.add(documents.as_mut());
                }
            }
        }
        if let Some(alive) = segment.alive_bitset() {
            found.retain(|document| alive.is_alive(document));
        }
        Ok(found)
    }

    fn count_in(
        &self,
        segment: &SegmentReader,
        found: &Bits,
        groups: &mut HashSet<u64>,
        counts: &mut [u32; 4],
    ) -> tantivy::Result<()> {
        let mut articles = found.count();
        let columns = self.library.columns(segment)?;
        for (kind, count) in KINDS.into_iter().zip(counts.iter_mut()) {
            if kind == HitKind::Article || columns.has_only_articles {
                continue;
            }
            // Of these there are few.
            let term = Term::from_field_text(self.fields.state, kind_word(kind));
            let mut of_kind = Bits::new(segment.max_doc());
            of_kind.add_term(segment, &term)?;
            let both = of_kind.count_both(found);
            *count += both;
            articles -= both;
        }
        if let Some(group) = columns.group.as_ref().filter(|_| self.fold_copies) {
            found.each(|document| {
                if let Some(group) = group.first(document) {
                    groups.insert(group);
                    articles -= 1;
                }
            });
        }
        counts[0] += articles;
        Ok(())
    }
}

/// How many postings are read for these; 0 where something else than words is asked for,
/// which is not to be looked up for single documents.
fn reading(segment: &SegmentReader, finds: &[Box<dyn Query>]) -> tantivy::Result<u64> {
    let mut documents = 0;
    for query in finds {
        let Some(query) = query.downcast_ref::<TermQuery>() else {
            return Ok(0);
        };
        let term = query.term();
        documents += u64::from(segment.inverted_index(term.field())?.doc_freq(term)?);
    }
    Ok(documents)
}
