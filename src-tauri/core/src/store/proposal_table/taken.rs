//! Places of an article that are taken, asked about one by one: a text can hold thousands of
//! each.

use crate::domain::Span;

/// Places in their order, each with how far it and those before it in its block reach.
#[derive(Debug, Default)]
pub(crate) struct Taken(Vec<(Span, u32)>);

impl Taken {
    pub fn of(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let mut reach: Option<(i32, u32)> = None;
        let places = spans.into_iter().map(|span| {
            let end = match reach {
                Some((block, end)) if block == span.block => end.max(span.end),
                _ => span.end,
            };
            reach = Some((span.block, end));
            (span, end)
        });
        Self(places.collect())
    }

    /// Whether a place has letters of one of them.
    pub fn overlaps(&self, span: Span) -> bool {
        let before = |(other, _): &(Span, u32)| (other.block, other.start) < (span.block, span.end);
        let last = self.0.partition_point(before).checked_sub(1);
        last.and_then(|at| self.0.get(at))
            .is_some_and(|(other, end)| other.block == span.block && *end > span.start)
    }
}
