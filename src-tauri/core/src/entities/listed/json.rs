//! JSON lines: entities of FollowTheMoney (<https://followthemoney.tech>), and
//! `{"entity", "type", "names"}`.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{Listed, Written, edges, table};
use crate::domain::{EntityField, EntityKind, ListedEntity, NameStrength};

pub(super) fn read(text: &str) -> Listed {
    let mut listed = Listed::default();
    for (at, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let value = serde_json::from_str::<Value>(line).ok();
        match value.as_ref().and_then(edges::read) {
            Some(relation) => listed.relate(at, relation),
            None => listed.push(at, value.as_ref().and_then(entity)),
        }
    }
    listed
}

fn entity(value: &Value) -> Option<ListedEntity> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    let (schema, id) = match value.get("properties") {
        Some(_) => (text("schema"), text("id")),
        None => (text("type"), text("id")),
    };
    let kind = table::kind(schema);
    let mut names: Vec<(String, NameStrength)> = Vec::new();
    let mut description = text("description").to_owned();
    match value.get("properties") {
        Some(properties) => {
            // What is neither of these schemas, such as a relation, is no entity here.
            kind?;
            for (key, strength) in [
                ("name", NameStrength::Strong),
                ("full", NameStrength::Strong),
                ("alias", NameStrength::Strong),
                ("previousName", NameStrength::Strong),
                ("weakAlias", NameStrength::Weak),
            ] {
                let found = texts(properties.get(key));
                names.extend(found.into_iter().map(|name| (name, strength)));
            }
            for key in ["summary", "description"] {
                if description.is_empty() {
                    description = texts(properties.get(key)).join(" ");
                }
            }
        }
        None => {
            let own = [text("entity"), text("name")];
            names.extend(own.into_iter().filter(|own| !own.is_empty()).map(strong));
            names.extend(texts(value.get("names")).iter().map(|name| strong(name)));
        }
    }
    names.retain(|(name, _)| name.chars().any(crate::text::is_word_char));
    let mut seen: HashSet<String> = HashSet::new();
    names.retain(|(name, _)| seen.insert(name.clone()));
    if names.is_empty() {
        return None;
    }
    let (name, _) = names.remove(0);
    Some(ListedEntity {
        id: id.parse().ok(),
        kind,
        unknown_kind: table::unknown_kind(schema),
        name,
        names,
        description,
        fields: fields(value.get(FIELDS)),
        merged_into: text(MERGED).parse().ok(),
    })
}

/// Keys of what FollowTheMoney has no property for.
const FIELDS: &str = "fields";
const MERGED: &str = "mergedInto";

/// `[["Born", "1984"]]`.
fn fields(value: Option<&Value>) -> Vec<EntityField> {
    let pair = |field: &Value| {
        let text = |at: usize| field.get(at)?.as_str().map(str::to_owned);
        Some(EntityField {
            name: text(0)?,
            value: text(1)?,
        })
    };
    let fields = value.and_then(Value::as_array).into_iter().flatten();
    fields.filter_map(pair).collect()
}

fn strong(name: &str) -> (String, NameStrength) {
    (name.to_owned(), NameStrength::Strong)
}

/// A text or a list of them.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(all)) => {
            let texts = all.iter().filter_map(Value::as_str);
            texts.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn write(written: &Written<'_>) -> String {
    let entity = written.entity;
    let of = |strengths: &[NameStrength]| -> Vec<&str> {
        let names = entity.names.iter();
        let names = names.filter(|name| strengths.contains(&name.strength) && !name.preferred);
        names.map(|name| name.text.as_str()).collect()
    };
    let mut properties = json!({ "name": [entity.name] });
    for (key, values) in [
        ("alias", of(&[NameStrength::Strong])),
        (
            "weakAlias",
            of(&[NameStrength::Weak, NameStrength::SearchOnly]),
        ),
        (
            "summary",
            match entity.description.as_str() {
                "" => Vec::new(),
                text => vec![text],
            },
        ),
    ] {
        if !values.is_empty()
            && let Some(properties) = properties.as_object_mut()
        {
            properties.insert(key.to_owned(), json!(values));
        }
    }
    let mut line = json!({
        "id": entity.id.to_string(),
        "schema": schema(entity.kind),
        "properties": properties,
    });
    if let Some(line) = line.as_object_mut() {
        if let Some(holder) = written.merged_into {
            line.insert(MERGED.to_owned(), json!(holder.to_string()));
        }
        let fields = entity
            .fields
            .iter()
            .map(|field| [&field.name, &field.value]);
        let fields: Vec<[&String; 2]> = fields.collect();
        if !fields.is_empty() {
            line.insert(FIELDS.to_owned(), json!(fields));
        }
    }
    let mut lines = format!("{line}\n");
    lines.extend(written.relations.iter().map(edges::write));
    lines
}

/// The schema whose entities are of this kind; the model has none for places but addresses.
fn schema(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organization",
        EntityKind::Place => "Address",
        EntityKind::Event => "Event",
    }
}
