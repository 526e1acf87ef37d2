//! The name that an entity has in the script of its own country: 김정은 of Kim Jong Un.

use super::entities::Entities;
use crate::Result;
use crate::domain::{Entity, EntityName, NameId, NameStrength};
use crate::store::proposal_table;

impl Entities<'_> {
    /// The entity with what the gazetteer tells of it.
    pub(super) fn with_own_name(&self, mut entity: Entity) -> Result<Entity> {
        let preferred = entity.names.iter().find(|name| name.preferred);
        let script = preferred.map(|name| name.script.clone());
        if (entity.names.iter()).all(|name| Some(&name.script) == script.as_ref()) {
            return Ok(entity);
        }
        let shared = self.0.shared();
        let key = (shared.store).read("ask which entry an entity is", |conn| {
            proposal_table::known_as(conn, entity.id)
        })?;
        let entry = key.and_then(|key| shared.gazetteer.current().by_key(&key));
        let country = entry.and_then(|entry| entry.country);
        entity.own_name = country.and_then(|country| own_name(&country, &entity.names));
        Ok(entity)
    }
}

/// The name that is found most in a script of the country, of several the shortest; nothing
/// where the preferred name is in one.
fn own_name(country: &str, names: &[EntityName]) -> Option<NameId> {
    let scripts = scripts_of(country);
    let own = |name: &&EntityName| scripts.contains(&name.script.as_str());
    if (names.iter()).any(|name| name.preferred && own(&name)) {
        return None;
    }
    (names.iter().filter(own))
        .filter(|name| name.strength != NameStrength::SearchOnly)
        .min_by_key(|name| {
            let letters = name.text.chars().count();
            (std::cmp::Reverse(name.mentions), letters, name.text.clone())
        })
        .map(|name| name.id)
}

/// ISO 15924 codes of what is written in the country, by its ISO 3166-1 code, where that is
/// not Latin (Unicode CLDR, likely subtags of its official languages).
fn scripts_of(country: &str) -> &'static [&'static str] {
    match country {
        "KP" | "KR" => &["Hang"],
        "CN" | "TW" | "HK" | "MO" => &["Hani"],
        "JP" => &["Hani", "Hira", "Kana"],
        "RU" | "UA" | "BY" | "BG" | "MK" | "RS" | "KZ" | "KG" | "TJ" | "MN" => &["Cyrl"],
        "AE" | "AF" | "BH" | "DJ" | "DZ" | "EG" | "IQ" | "IR" | "JO" | "KW" | "LB" | "LY"
        | "MA" | "MR" | "OM" | "PK" | "PS" | "QA" | "SA" | "SD" | "SY" | "TN" | "YE" => &["Arab"],
        "IL" => &["Hebr"],
        "GR" | "CY" => &["Grek"],
        "GE" => &["Geor"],
        "AM" => &["Armn"],
        "IN" | "NP" => &["Deva"],
        "BD" => &["Beng"],
        "LK" => &["Sinh"],
        "TH" => &["Thai"],
        "LA" => &["Laoo"],
        "KH" => &["Khmr"],
        "MM" => &["Mymr"],
        "ET" | "ER" => &["Ethi"],
        "MV" => &["Thaa"],
        "BT" => &["Tibt"],
        _ => &[],
    }
}
