//! What reads articles in the program that ships: its gazetteer and its recogniser.

use std::sync::Arc;

use super::{KnownEntry, KnownNames, NameReader, Proposals, ReadText};
use crate::domain::ProposedName;
use crate::entities::proposing::{Kept, Recogniser, propose};
use crate::notebook::gazetteer::GazetteerFile;
use crate::notebook::indexed::searched_texts;
use crate::{Error, Result};

impl Proposals<'_> {
    /// [`Proposals::start`] with the recogniser that ships and the notebook's gazetteer.
    pub fn start_shipped(&self) {
        let gazetteer = &self.0.shared().gazetteer;
        let reader = Shipped {
            recogniser: None,
            gazetteer: Arc::clone(gazetteer),
        };
        let known = GazetteerNames(Arc::clone(gazetteer));
        self.start(Box::new(reader), Arc::new(known));
    }
}

/// The recogniser takes some hundred megabytes, so it is there only while it is needed.
struct Shipped {
    recogniser: Option<Recogniser>,
    gazetteer: Arc<GazetteerFile>,
}

impl Shipped {
    fn recogniser(&mut self) -> Result<&Recogniser> {
        let loaded = match self.recogniser.take() {
            Some(loaded) => loaded,
            None => Recogniser::shipped().map_err(|error| {
                tracing::error!(%error, "the recogniser that ships can't be loaded");
                Error::Internal {
                    what: "the recogniser can't be loaded",
                }
            })?,
        };
        Ok(self.recogniser.insert(loaded))
    }
}

impl NameReader for Shipped {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        let gazetteer = self.gazetteer.current();
        let recogniser = self.recogniser()?;
        let texts = searched_texts(text.title, text.standfirst, text.blocks);
        propose(&texts, kept, Some(&gazetteer), Some(recogniser), cancelled)
    }

    fn glance(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        let gazetteer = self.gazetteer.current();
        let texts = searched_texts(text.title, text.standfirst, text.blocks);
        propose(&texts, kept, Some(&gazetteer), None, cancelled)
    }

    fn rest(&mut self) {
        self.recogniser = None;
    }
}

struct GazetteerNames(Arc<GazetteerFile>);

impl KnownNames for GazetteerNames {
    fn entry(&self, key: &str) -> Option<KnownEntry> {
        let entry = self.0.current().by_key(key)?;
        Some(KnownEntry {
            kind: entry.kind,
            name: entry.name,
            names: entry.names,
        })
    }
}
