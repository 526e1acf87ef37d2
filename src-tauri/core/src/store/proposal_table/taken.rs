//! Places of an article that are taken, asked about one by one: a text can hold thousands of
//! each.

use crate::domain::{EntityId, Span};

/// Places in their order, each with what is known of it, and with how far it and those before it
/// in its block reach.
#[derive(Debug)]
pub(crate) struct Taken<T = ()>(Vec<(Span, T, u32)>);

impl<T> Default for Taken<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl Taken {
    pub fn of(spans: Vec<Span>) -> Self {
        Self::with(spans.into_iter().map(|span| (span, ())).collect())
    }
}

impl<T> Taken<T> {
    pub fn with(mut places: Vec<(Span, T)>) -> Self {
        places.sort_by_key(|(span, _)| *span);
        let mut reach: Option<(i32, u32)> = None;
        let places = places.into_iter().map(|(span, what)| {
            let end = match reach {
                Some((block, end)) if block == span.block => end.max(span.end),
                _ => span.end,
            };
            reach = Some((span.block, end));
            (span, what, end)
        });
        Self(places.collect())
    }

    /// Those that have letters of a place.
    fn at(&self, span: Span) -> impl Iterator<Item = (Span, &T)> {
        let before =
            |(other, ..): &(Span, T, u32)| (other.block, other.start) < (span.block, span.end);
        let (first, _) = self.0.split_at(self.0.partition_point(before));
        let reaching = first
            .iter()
            .rev()
            .take_while(move |(other, _, end)| other.block == span.block && *end > span.start);
        reaching
            .filter(move |(other, ..)| other.end > span.start)
            .map(|(other, what, _)| (*other, what))
    }

    /// Whether a place has letters of one of them.
    pub fn overlaps(&self, span: Span) -> bool {
        self.at(span).next().is_some()
    }

    /// Whether a place is a part of a longer one of them.
    pub fn has_longer(&self, span: Span) -> bool {
        self.at(span).any(|(other, _)| is_part(span, other))
    }
}

/// Whether a place is only a part of another one.
pub(crate) fn is_part(span: Span, whole: Span) -> bool {
    let inside = span.block == whole.block && whole.start <= span.start && span.end <= whole.end;
    inside && span != whole
}

/// Where an article is tagged, as far as that answers what is proposed there.
#[derive(Debug, Default)]
pub(crate) struct Tagged {
    /// What a person said.
    said: Taken,
    /// What was found by a name, and whose it is.
    found: Taken<EntityId>,
}

impl Tagged {
    pub fn of(said: Vec<Span>, found: Vec<(Span, EntityId)>) -> Self {
        Self {
            said: Taken::of(said),
            found: Taken::with(found),
        }
    }

    /// Whether nothing is left to decide of a place at which `entity` is proposed (`None`: a new
    /// one). A name that was found in a part of the place says nothing of the whole, unless it is
    /// the same entity's: the longer name wins, and it waits.
    pub fn answers(&self, place: Span, entity: Option<EntityId>) -> bool {
        let found = |(span, of): (Span, &EntityId)| !is_part(span, place) || Some(*of) == entity;
        self.said.overlaps(place) || self.found.at(place).any(found)
    }
}
