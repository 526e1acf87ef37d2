//! Collects where each field's value was read, with its rivals.

use super::words;
use crate::domain::{Candidate, Field, FieldProvenance, Origin, PrintedTime};

/// Rivals kept for a field beside the one in use.
const MOST_CANDIDATES: usize = 8;

/// Values offered for the fields of one article, best first.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<FieldProvenance>);

impl From<Vec<FieldProvenance>> for Fields {
    fn from(known: Vec<FieldProvenance>) -> Self {
        Self(known)
    }
}

impl Fields {
    /// Adds a value; one that is there already keeps its better place.
    pub(crate) fn offer(&mut self, field: Field, value: &str, origin: Origin) {
        self.add(
            field,
            Candidate {
                value: value.to_owned(),
                zone: None,
                origin,
            },
        );
    }

    pub(crate) fn offer_time(&mut self, field: Field, time: &PrintedTime, origin: Origin) {
        self.add(
            field,
            Candidate {
                value: time.iso.clone(),
                zone: time.zone.clone(),
                origin,
            },
        );
    }

    fn add(&mut self, field: Field, candidate: Candidate) {
        if candidate.value.trim().is_empty() {
            return;
        }
        let at = match self.0.iter().position(|entry| entry.field == field) {
            Some(at) => at,
            None => {
                self.0.push(FieldProvenance {
                    field,
                    candidates: Vec::new(),
                });
                self.0.len() - 1
            }
        };
        let candidates = &mut self.0[at].candidates;
        if candidates.len() < MOST_CANDIDATES
            && !candidates
                .iter()
                .any(|known| agrees(field, known, &candidate))
        {
            candidates.push(candidate);
        }
    }

    /// Puts a time before all others.
    pub(crate) fn replace_time(&mut self, field: Field, time: &PrintedTime, origin: Origin) {
        let first = Candidate {
            value: time.iso.clone(),
            zone: time.zone.clone(),
            origin,
        };
        match self.0.iter_mut().find(|entry| entry.field == field) {
            Some(entry) => {
                entry.candidates.retain(|known| known.value != first.value);
                entry.candidates.insert(0, first);
            }
            None => self.add(field, first),
        }
    }

    /// What was offered for a field, best first.
    pub(crate) fn candidates(&self, field: Field) -> &[Candidate] {
        self.0
            .iter()
            .find(|entry| entry.field == field)
            .map_or(&[], |entry| &entry.candidates)
    }

    /// Puts the candidate at `at` before all others.
    pub(crate) fn promote(&mut self, field: Field, at: usize) {
        if let Some(entry) = self.0.iter_mut().find(|entry| entry.field == field)
            && at < entry.candidates.len()
        {
            let chosen = entry.candidates.remove(at);
            entry.candidates.insert(0, chosen);
        }
    }

    /// Takes back all that was offered for a field.
    pub(crate) fn withdraw(&mut self, field: Field) {
        self.0.retain(|entry| entry.field != field);
    }

    /// The value in use.
    pub(crate) fn best(&self, field: Field) -> Option<&Candidate> {
        self.0
            .iter()
            .find(|entry| entry.field == field)?
            .candidates
            .first()
    }

    pub(crate) fn value(&self, field: Field) -> Option<String> {
        self.best(field).map(|candidate| candidate.value.clone())
    }

    pub(crate) fn time(&self, field: Field) -> Option<PrintedTime> {
        self.best(field).map(|best| PrintedTime {
            iso: best.value.clone(),
            zone: best.zone.clone(),
        })
    }

    pub(crate) fn finish(self) -> Vec<FieldProvenance> {
        self.0
    }
}

/// Whether two candidates say the same, so that the better one is enough: the same instant,
/// the same words apart from case and marks, the same people in any order.
fn agrees(field: Field, known: &Candidate, new: &Candidate) -> bool {
    if known.value == new.value {
        return true;
    }
    match field {
        Field::Published | Field::Updated => {
            let instant = |candidate: &Candidate| {
                let time = PrintedTime {
                    iso: candidate.value.clone(),
                    zone: None,
                };
                time.sort_key()
            };
            let whole = |candidate: &Candidate| candidate.value.len() > 16;
            whole(known) && whole(new) && instant(known) == instant(new)
        }
        Field::Byline | Field::Agencies => {
            let people = |candidate: &Candidate| {
                let mut names: Vec<String> =
                    candidate.value.split(", ").map(words::same_key).collect();
                names.sort();
                names
            };
            people(known) == people(new)
        }
        Field::CanonicalUrl | Field::Language => false,
        _ => {
            let key = words::same_key(&known.value);
            !key.is_empty() && key == words::same_key(&new.value)
        }
    }
}
