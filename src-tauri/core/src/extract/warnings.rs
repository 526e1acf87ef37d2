//! What a person should know about how a source was read.

use super::{cues, text, words};
use crate::domain::{ArticleParts, BlockKind, Fate, RemovalReason, Warning};

/// A stub behind a paywall rarely shows more words than this.
const STUB_WORDS: usize = 220;
/// An error page says little.
const ERROR_WORDS: usize = 120;

/// Adds the warnings that the parts themselves give rise to. `declared_paid` is true
/// when the page says `isAccessibleForFree: false`.
pub(super) fn add(parts: &mut ArticleParts, declared_paid: bool) {
    let body: Vec<&str> = parts
        .blocks
        .iter()
        .filter(|b| b.kind != BlockKind::Caption)
        .map(|b| b.text.as_str())
        .collect();
    let count: usize = body.iter().map(|text| words::count(text)).sum();
    if body.is_empty() {
        push(parts, Warning::NoText);
    }
    if count < ERROR_WORDS && text::says_error(&parts.title) {
        push(parts, Warning::ErrorPage);
    }
    let removed = |wanted: RemovalReason| {
        parts
            .pieces
            .iter()
            .filter(move |p| matches!(p.fate, Fate::Removed { reason, .. } if reason == wanted))
    };
    let consent: usize = removed(RemovalReason::Consent)
        .map(|p| words::count(&p.text))
        .sum();
    if count < 40 && consent > 10 && consent > count {
        push(parts, Warning::ConsentOnly);
    }
    if count < STUB_WORDS && (declared_paid || says_paywall(parts)) {
        push(parts, Warning::PaywallStub);
    }
}

/// True when the page says that the rest is for subscribers.
fn says_paywall(parts: &ArticleParts) -> bool {
    parts
        .pieces
        .iter()
        .filter(|piece| words::count(&piece.text) <= 40)
        .any(|piece| {
            let key = words::cue_key(&piece.text);
            cues::PAYWALL.iter().any(|phrase| key.contains(phrase))
        })
}

pub(super) fn push(parts: &mut ArticleParts, warning: Warning) {
    if !parts.warnings.contains(&warning) {
        parts.warnings.push(warning);
    }
}
