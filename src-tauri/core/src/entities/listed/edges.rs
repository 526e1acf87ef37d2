//! Relations as FollowTheMoney has them: entities of their own, with both ends by id.

use serde_json::{Value, json};

use crate::domain::{EntityId, ListedRelation, NewRelation, RelationKind};

/// Schemata of relations with the properties that have their ends
/// (<https://followthemoney.tech/explorer/schemata/>). What has no schema is a link of a role.
const EDGES: [(&str, &str, &str, RelationKind); 3] = [
    (
        "Membership",
        "member",
        "organization",
        RelationKind::MemberOf,
    ),
    (
        "Succession",
        "successor",
        "predecessor",
        RelationKind::SuccessorOf,
    ),
    ("Employment", "employee", "employer", RelationKind::Holds),
];
const LINK: &str = "UnknownLink";
const PART: &str = "part of";
const PLACE: &str = "located in";

pub(super) fn write(relation: &ListedRelation) -> String {
    let NewRelation {
        from,
        kind,
        to,
        role,
        since,
        until,
        source,
    } = &relation.relation;
    let edge = EDGES.iter().find(|(.., of)| of == kind);
    let (schema, one, other) = edge
        .map_or((LINK, "subject", "object"), |(schema, one, other, _)| {
            (*schema, *one, *other)
        });
    let role = match kind {
        RelationKind::PartOf => PART,
        RelationKind::LocatedIn => PLACE,
        _ => role,
    };
    let mut properties = json!({ one: [from.to_string()] });
    let to = to.map(|to| to.to_string());
    for (key, value) in [
        (other, to.as_deref()),
        ("role", Some(role)),
        ("startDate", since.as_deref()),
        ("endDate", until.as_deref()),
        ("publisher", Some(source.as_str())),
    ] {
        if let (Some(value), Some(properties)) = (value, properties.as_object_mut())
            && !value.is_empty()
        {
            properties.insert(key.to_owned(), json!([value]));
        }
    }
    let id = relation.id.map(|id| id.to_string());
    let line = json!({ "id": id, "schema": schema, "properties": properties });
    format!("{line}\n")
}

/// A relation, where the line is one and its ends have ids of a notebook.
pub(super) fn read(value: &Value) -> Option<ListedRelation> {
    let schema = value.get("schema")?.as_str()?;
    let properties = value.get("properties")?;
    let text = |key: &str| {
        let value = properties.get(key)?;
        value.as_str().or_else(|| value.get(0)?.as_str())
    };
    let end = |key: &str| text(key)?.parse::<EntityId>().ok();
    let (from, to, kind) = match EDGES.iter().find(|(known, ..)| *known == schema) {
        Some((_, one, other, kind)) => (end(one)?, end(other), *kind),
        None if schema == LINK => {
            let kind = match text("role")? {
                PART => RelationKind::PartOf,
                PLACE => RelationKind::LocatedIn,
                _ => return None,
            };
            (end("subject")?, end("object"), kind)
        }
        None => return None,
    };
    let role = match kind {
        RelationKind::Holds => text("role").unwrap_or_default(),
        _ => "",
    };
    Some(ListedRelation {
        id: value
            .get("id")
            .and_then(Value::as_str)
            .and_then(|id| id.parse().ok()),
        relation: NewRelation {
            from,
            kind,
            to,
            role: role.to_owned(),
            since: text("startDate").map(str::to_owned),
            until: text("endDate").map(str::to_owned),
            source: text("publisher").unwrap_or_default().to_owned(),
        },
    })
}
