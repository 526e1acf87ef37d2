//! What a whole document tells that no window does: rules over the model's spans, each
//! of which leaves spans in order and none inside another.

mod acronyms;
mod events;
mod same_names;
mod stops;
mod words;

use crate::span::Span;

/// Spans after all rules: names that are no one's are left out, acronyms follow their
/// definitions, a surname follows the full name, the same name is the same kind
/// everywhere, and events are added.
#[must_use]
pub fn refine(text: &str, spans: Vec<Span>) -> Vec<Span> {
    let words = words::words(text);
    let mut spans = stops::without(text, spans);
    acronyms::define(text, &words, &mut spans);
    same_names::spread(text, &words, &mut spans);
    events::find(text, &words, &mut spans);
    spans
}

/// The spans that meet a range, as a range of the list.
fn meeting(spans: &[Span], start: usize, end: usize) -> std::ops::Range<usize> {
    let first = spans.partition_point(|span| span.end <= start);
    let last = spans.partition_point(|span| span.start < end);
    first..last.max(first)
}

/// Puts a span in its place, instead of all that it meets.
fn put(spans: &mut Vec<Span>, span: Span) {
    let met = meeting(spans, span.start, span.end);
    spans.splice(met, [span]);
}
