//! What reads articles in the program that ships: the gazetteer that comes with it.

use std::sync::Arc;

use super::{KnownEntry, KnownNames, NameReader, Proposals, ReadText};
use crate::domain::{NameStrength, ProposalWhy, ProposedAs, ProposedName, Span};
use crate::entities::{Gazetteer, NameMatcher};
use crate::notebook::indexed::searched_texts;
use crate::{Error, Result};

impl Proposals<'_> {
    /// [`Proposals::start`] with what ships with the program.
    pub fn start_shipped(&self) {
        self.start(Box::new(Shipped), Arc::new(Shipped));
    }
}

struct Shipped;

impl NameReader for Shipped {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        _: &NameMatcher,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        let gazetteer = Gazetteer::shipped();
        let mut names: Vec<(u32, ProposedName)> = Vec::new();
        for (block, words) in searched_texts(text.title, text.standfirst, text.blocks) {
            if cancelled() {
                return Err(Error::Cancelled);
            }
            for found in gazetteer.find(&words) {
                if found.strength == NameStrength::SearchOnly || found.ambiguous {
                    continue;
                }
                let span = Span {
                    block,
                    start: found.start,
                    end: found.end,
                };
                match names.iter_mut().find(|(entry, _)| *entry == found.entry) {
                    Some((_, name)) => name.spans.push(span),
                    None => names.push((found.entry, named(gazetteer, found.entry, span))),
                }
            }
        }
        Ok(names.into_iter().map(|(_, name)| name).collect())
    }

    fn rest(&mut self) {}
}

fn named(gazetteer: &Gazetteer, entry: u32, span: Span) -> ProposedName {
    let entry = gazetteer.entry(entry);
    ProposedName {
        kind: entry.kind,
        name: entry.name,
        names: ProposedAs::Known(entry.key),
        role: None,
        spans: vec![span],
        confidence: 0.9,
        why: ProposalWhy::Gazetteer,
    }
}

impl KnownNames for Shipped {
    fn entry(&self, key: &str) -> Option<KnownEntry> {
        let entry = Gazetteer::shipped().by_key(key)?;
        Some(KnownEntry {
            kind: entry.kind,
            name: entry.name,
            names: entry.names,
        })
    }
}
