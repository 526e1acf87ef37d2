//! Collects where each field's value was read, with its rivals.

use crate::domain::{Candidate, Field, FieldProvenance, Origin, PrintedTime};

/// Rivals kept for a field beside the one in use.
const MOST_CANDIDATES: usize = 8;

/// Values offered for the fields of one article, best first.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<FieldProvenance>);

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
        if candidate.value.is_empty() {
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
            && candidates
                .iter()
                .all(|known| known.value != candidate.value)
        {
            candidates.push(candidate);
        }
    }

    /// Puts a time before all others.
    pub(crate) fn replace_time(&mut self, field: Field, time: &PrintedTime, origin: Origin) {
        if let Some(entry) = self.0.iter_mut().find(|entry| entry.field == field) {
            entry.candidates.insert(
                0,
                Candidate {
                    value: time.iso.clone(),
                    zone: time.zone.clone(),
                    origin,
                },
            );
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
