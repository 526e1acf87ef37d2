//! What reads articles in the program that ships: its gazetteer and its recogniser.

use std::sync::Arc;

use super::{KnownEntry, KnownNames, NameReader, Proposals, ReadText};
use crate::domain::ProposedName;
use crate::entities::Gazetteer;
use crate::entities::proposing::{Kept, Recogniser, propose};
use crate::notebook::indexed::searched_texts;
use crate::{Error, Result};

impl Proposals<'_> {
    /// [`Proposals::start`] with what ships with the program.
    pub fn start_shipped(&self) {
        self.start(Box::new(Shipped::default()), Arc::new(ShippedNames));
    }
}

/// The recogniser takes some hundred megabytes, so it is there only while it is needed.
#[derive(Default)]
struct Shipped(Option<Recogniser>);

impl Shipped {
    fn recogniser(&mut self) -> Result<&Recogniser> {
        let loaded = match self.0.take() {
            Some(loaded) => loaded,
            None => Recogniser::shipped().map_err(|error| {
                tracing::error!(%error, "the recogniser that ships can't be loaded");
                Error::Internal {
                    what: "the recogniser can't be loaded",
                }
            })?,
        };
        Ok(self.0.insert(loaded))
    }
}

impl NameReader for Shipped {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        let recogniser = self.recogniser()?;
        let texts = searched_texts(text.title, text.standfirst, text.blocks);
        let gazetteer = Some(Gazetteer::shipped());
        propose(&texts, kept, gazetteer, Some(recogniser), cancelled)
    }

    fn rest(&mut self) {
        self.0 = None;
    }
}

struct ShippedNames;

impl KnownNames for ShippedNames {
    fn entry(&self, key: &str) -> Option<KnownEntry> {
        let entry = Gazetteer::shipped().by_key(key)?;
        Some(KnownEntry {
            kind: entry.kind,
            name: entry.name,
            names: entry.names,
        })
    }
}
