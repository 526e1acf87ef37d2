//! The language of a page: what its text is in against what it declares.

use super::facts::Facts;
use super::json_ld::Described;
use super::metadata::{element, ld, meta_origin};
use super::page::PageBlock;
use crate::domain::{Field, Origin};
use crate::extract::provenance::Fields;
use crate::extract::{SourceHints, declared, language, words};

/// The language: what the text is in, when that is certain; else what the page declares.
pub(super) fn offer(
    facts: &Facts,
    described: Option<&Described>,
    body: &str,
    hints: &SourceHints,
    fields: &mut Fields,
) {
    let detected = language::detect(body);
    let declared = facts.language.as_deref().and_then(language::primary);
    let offer_detected = |fields: &mut Fields| {
        if let Some((code, _)) = detected {
            fields.offer(
                Field::Language,
                code,
                Origin::Inferred {
                    from: words::shorten(body.trim(), 60),
                },
            );
        }
    };
    let contradicted = detected
        .is_some_and(|(code, certain)| certain && declared.as_deref().is_some_and(|d| d != code))
        && words::count(body) >= 40;
    if contradicted {
        offer_detected(fields);
    }
    if let Some(code) = declared {
        fields.offer(Field::Language, &code, element("html lang"));
    }
    if let Some(described) = described
        && let Some(code) = described.language.as_deref().and_then(language::primary)
    {
        fields.offer(Field::Language, &code, ld(described, "inLanguage"));
    }
    if let Some((name, value)) =
        facts.meta(&["og:locale", "content-language", "language", "dc.language"])
        && let Some(code) = language::primary(value)
        && detected.is_none()
    {
        fields.offer(Field::Language, &code, meta_origin(name));
    }
    declared::offer(Field::Language, hints, fields);
    offer_detected(fields);
}

/// The language that dates near the headline are printed in: what the text is in, else
/// what the page declares.
pub(super) fn for_dates(facts: &Facts, blocks: &[PageBlock], chosen: &[bool]) -> Option<String> {
    let body = blocks
        .iter()
        .zip(chosen)
        .filter(|(block, chosen)| **chosen && block.running)
        .map(|(block, _)| block.text.as_str())
        .take(3)
        .collect::<Vec<_>>()
        .join("\n");
    language::detect(&body)
        .filter(|(_, certain)| *certain)
        .map(|(code, _)| code.to_owned())
        .or_else(|| facts.language.as_deref().and_then(language::primary))
}
