//! An entity as Markdown.

use serde_json::{Value, json};

use super::{FORMAT, front_matter, json as value, literal};
use crate::Result;
use crate::domain::{Entity, NameStrength, Relation};

/// `picture`: the name of its picture's file.
pub(super) fn markdown(entity: &Entity, picture: Option<&str>) -> Result<String> {
    let of = |strength| -> Vec<&str> {
        let names = entity.names.iter().filter(|name| name.strength == strength);
        names.map(|name| name.text.as_str()).collect()
    };
    let names: Vec<&str> = entity.names.iter().map(|name| name.text.as_str()).collect();
    let fields = entity.fields.iter();
    let fields: Vec<Value> = fields
        .map(|field| json!({ "name": field.name, "value": field.value }))
        .collect();
    let merged = entity.merged.iter();
    let merged: Vec<Value> = merged
        .map(|part| json!({ "id": part.id, "kind": part.kind, "name": part.name, "at": part.merged_at }))
        .collect();
    let relations = entity.relations.iter().map(relation);
    let mut out = front_matter(&[
        ("dragoman", value(FORMAT)?),
        ("id", value(entity.id)?),
        ("kind", value(entity.kind)?),
        ("name", value(&entity.name)?),
        ("aliases", value(names)?),
        ("weak", some(value(of(NameStrength::Weak))?)),
        ("searchOnly", some(value(of(NameStrength::SearchOnly))?)),
        ("fields", some(fields.into())),
        ("relations", some(relations.collect::<Vec<Value>>().into())),
        ("merged", some(merged.into())),
        ("articles", value(entity.articles)?),
    ]);
    out.push_str(&format!("# {}\n\n", literal(&entity.name)));
    if let Some(picture) = picture {
        out.push_str(&format!("![](../{picture})\n\n"));
    }
    out.push_str(&format!("{}\n", entity.description));
    Ok(out)
}

/// Nothing is written of an empty list.
fn some(list: Value) -> Value {
    match list.as_array().is_some_and(Vec::is_empty) {
        true => Value::Null,
        false => list,
    }
}

fn relation(one: &Relation) -> Value {
    let other = one.other.as_ref();
    json!({
        "id": one.id,
        "kind": one.kind,
        "inverse": one.inverse,
        "of": other.map(|other| other.id),
        "name": other.map(|other| &other.name),
        "role": one.role,
        "since": one.since,
        "until": one.until,
        "source": one.source,
    })
}
