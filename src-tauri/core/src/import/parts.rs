//! Articles that need no reading: from what is given to parts, each with where it is from.

use crate::domain::{
    ArticleParts, Block, BlockKind, Candidate, Facts, Fate, Field, FieldProvenance, Origin,
    PrintedTime, RemovalReason, SourcePiece,
};
use crate::extract;

/// One paragraph of what is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// `None`: it is shown as removed, and is no part of the text.
    pub kind: Option<BlockKind>,
    /// Not empty, white space collapsed.
    pub text: String,
}

/// The article that `facts` and `lines` make. Without a title it is called by its first words.
pub(super) fn ready(facts: Facts, lines: Vec<Line>) -> ArticleParts {
    let given = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    let time = |iso: Option<String>| {
        let time = PrintedTime {
            iso: iso?,
            zone: None,
        };
        time.sort_key().map(|_| time)
    };
    let mut parts = ArticleParts {
        title: given(facts.title).unwrap_or_default(),
        standfirst: given(facts.standfirst),
        byline: facts.byline,
        outlet: given(facts.outlet),
        published: time(facts.published),
        updated: time(facts.updated),
        language: given(facts.language),
        canonical_url: given(facts.url),
        section: given(facts.section),
        tags: facts.tags,
        ..ArticleParts::default()
    };
    if !parts.title.is_empty() {
        add(&mut parts, Fate::Title, |parts| parts.title.clone());
    }
    for line in lines {
        let Some(kind) = line.kind else {
            let fate = Fate::Removed {
                reason: RemovalReason::PageNote,
                repeats: None,
            };
            add(&mut parts, fate, |_| line.text);
            continue;
        };
        let block = u32::try_from(parts.blocks.len()).unwrap_or(u32::MAX);
        let number = add(&mut parts, Fate::Body { block }, |_| line.text.clone());
        parts.blocks.push(Block {
            kind,
            text: line.text,
            credit: None,
            line: number,
            lang: None,
        });
    }
    if parts.title.is_empty() {
        let first = parts.blocks.first();
        parts.title = first
            .map(|block| block.text.chars().take(100).collect())
            .unwrap_or_default();
    }
    parts.provenance = provenance(&parts);
    parts
}

/// Finds out from the text which language it is in, where that is not given.
pub(super) fn tell_language(parts: &mut ArticleParts) {
    if parts.language.is_some() {
        return;
    }
    let text = parts.body_text();
    if let Some((code, true)) = extract::detect_language(&text) {
        parts.language = Some(code.to_owned());
        parts.provenance.push(FieldProvenance {
            field: Field::Language,
            candidates: vec![Candidate {
                value: code.to_owned(),
                zone: None,
                origin: Origin::Inferred {
                    from: text.chars().take(60).collect(),
                },
            }],
        });
    }
}

/// Adds a piece of the source behind the others; its number.
fn add(parts: &mut ArticleParts, fate: Fate, text: impl FnOnce(&ArticleParts) -> String) -> u32 {
    let line = u32::try_from(parts.pieces.len() + 1).unwrap_or(u32::MAX);
    let text = text(parts);
    parts.pieces.push(SourcePiece { line, text, fate });
    line
}

fn provenance(parts: &ArticleParts) -> Vec<FieldProvenance> {
    let iso = |time: &Option<PrintedTime>| time.as_ref().map(|time| time.iso.clone());
    let byline = Some(parts.byline.join(", ")).filter(|byline| !byline.is_empty());
    let given = [
        (Field::Title, Some(parts.title.clone())),
        (Field::Standfirst, parts.standfirst.clone()),
        (Field::Byline, byline),
        (Field::Outlet, parts.outlet.clone()),
        (Field::Published, iso(&parts.published)),
        (Field::Updated, iso(&parts.updated)),
        (Field::Language, parts.language.clone()),
        (Field::CanonicalUrl, parts.canonical_url.clone()),
        (Field::Section, parts.section.clone()),
    ];
    given
        .into_iter()
        .filter_map(|(field, value)| {
            Some(FieldProvenance {
                field,
                candidates: vec![Candidate {
                    value: value?,
                    zone: None,
                    origin: Origin::Import,
                }],
            })
        })
        .collect()
}
