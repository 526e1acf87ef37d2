//! Saying what a query asks for.

use super::fields::Filter;
use super::function::FunctionWords;
use super::names::Names;
use super::parser::{Clause, Prefix, Query};
use super::plan::Quoted;
use crate::domain::Explained;
use crate::search::words::{Class, cut, groups};

/// What `query` asks for, in the order of its parts.
pub(in crate::search) fn explain(
    query: &Query,
    quoted: Quoted,
    names: &dyn Names,
) -> Vec<Explained> {
    let mut parts = explain_parts(query, quoted, names);
    parts.extend(query.as_words.iter().map(|(field, typed)| {
        let typed = typed.clone();
        Explained::AsWords {
            field: *field,
            typed,
        }
    }));
    if let Some(word) = going_on(query) {
        parts.push(Explained::GoesOn { word });
    }
    if query.cut_short {
        parts.push(Explained::LeftOut);
    }
    parts
}

fn explain_parts(query: &Query, quoted: Quoted, names: &dyn Names) -> Vec<Explained> {
    let function = FunctionWords::of(&query.wanted);
    let (mut words, mut beside) = (Vec::new(), Vec::new());
    let mut parts = Vec::new();
    for clause in &query.wanted {
        match clause {
            Clause::Word { text, prefix } if *prefix != Prefix::Asked => {
                let pieces = cut(text);
                let is_function = groups(&pieces).all(|group| function.has(group));
                if is_function { &mut beside } else { &mut words }.push(text.clone());
            }
            other => parts.push(part(other, quoted, names)),
        }
    }
    for (place, list) in [words, beside].into_iter().enumerate() {
        if list.is_empty() {
            continue;
        }
        let explained = match place {
            0 if query.wanted.iter().any(|one| is_needed(one, quoted)) => {
                Explained::Ranking { words: list }
            }
            0 => Explained::Words { words: list },
            _ => Explained::FunctionWords { words: list },
        };
        parts.insert(place.min(parts.len()), explained);
    }
    for clause in &query.unwanted {
        parts.push(Explained::Without {
            part: Box::new(part(clause, Quoted::Needed, names)),
        });
    }
    parts
}

/// Every result has it, so that words beside it only rank; fields narrow, whatever ranks.
fn is_needed(clause: &Clause, quoted: Quoted) -> bool {
    match clause {
        Clause::Word { .. } | Clause::Fuzzy(_) | Clause::Field { .. } => false,
        Clause::Phrase(_) => quoted == Quoted::Needed,
        Clause::Or(sides) => !sides
            .iter()
            .all(|side| matches!(side, Clause::Field { .. })),
        Clause::Near { .. } | Clause::Group(_) => true,
    }
}

/// The end of what was typed, where words that begin so are found too.
fn going_on(query: &Query) -> Option<String> {
    let mut last = query.wanted.last()?;
    while let Clause::Or(sides) = last {
        last = sides.last()?;
    }
    match last {
        Clause::Word {
            text,
            prefix: Prefix::Typing,
        } => {
            let pieces = cut(text);
            let piece = pieces.last().filter(|piece| piece.class == Class::Word)?;
            Some(piece.text.to_owned())
        }
        Clause::Group(query) => going_on(query),
        _ => None,
    }
}

fn part(clause: &Clause, quoted: Quoted, names: &dyn Names) -> Explained {
    match clause {
        Clause::Word {
            text,
            prefix: Prefix::Asked,
        } => Explained::Prefix { text: text.clone() },
        Clause::Word { text, .. } => Explained::Words {
            words: vec![text.clone()],
        },
        Clause::Fuzzy(text) => Explained::Fuzzy { text: text.clone() },
        Clause::Phrase(text) => Explained::Phrase {
            text: text.clone(),
            needed: quoted == Quoted::Needed,
        },
        Clause::Near { text, within } => Explained::Near {
            text: text.clone(),
            within: *within,
        },
        Clause::Field {
            field,
            value,
            filter,
        } => match filter {
            Filter::Dossier(name) if !names.dossiers(name).is_empty() => Explained::Field {
                field: *field,
                value: value.clone(),
            },
            Filter::Tagged(kind, name) if !names.tagged(*kind, name).is_empty() => {
                Explained::Tagged { name: name.clone() }
            }
            Filter::Nothing | Filter::Dossier(_) | Filter::Tagged(..) => Explained::NothingHas {
                field: *field,
                value: value.clone(),
            },
            // Any name of it may have been typed.
            Filter::Language(code) => Explained::Field {
                field: *field,
                value: code.clone(),
            },
            Filter::Published { from, until } => Explained::Dates {
                from: from.map(|day| day.to_string()),
                until: until.map(|day| day.to_string()),
            },
            Filter::Entity(kind, name) => match names.entities(Some(*kind), name).as_slice() {
                [] => Explained::UnknownEntity {
                    field: *field,
                    name: name.clone(),
                },
                entities => {
                    let mut sides = entities.iter().map(|entity| Explained::Entity {
                        id: entity.id,
                        kind: entity.kind,
                        name: entity.name.clone(),
                        names: entity.names.clone(),
                    });
                    match (entities.len(), sides.next()) {
                        (1, Some(only)) => only,
                        (_, first) => Explained::Either {
                            sides: first.into_iter().chain(sides).collect(),
                        },
                    }
                }
            },
            _ => Explained::Field {
                field: *field,
                value: value.clone(),
            },
        },
        Clause::Or(sides) => Explained::Either {
            sides: sides.iter().map(|side| part(side, quoted, names)).collect(),
        },
        Clause::Group(query) => Explained::Group {
            parts: explain_parts(query, quoted, names),
        },
    }
}
