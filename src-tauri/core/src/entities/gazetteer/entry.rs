//! One entity that the gazetteer knows.

use crate::domain::{EntityKind, NameStrength};

/// An entity with all its names, and where these are from.
#[derive(Debug, Clone, PartialEq)]
pub struct GazetteerEntry {
    /// Stays the same from one gazetteer to the next: `country:KP`, `person:kim-jong-un`.
    pub key: String,
    pub kind: EntityKind,
    /// The English name.
    pub name: String,
    /// All names, `name` among them. Nationality words (`North Korean`) are names of the
    /// country that are only searched for.
    pub names: Vec<(String, NameStrength)>,
    /// Latitude and longitude in degrees.
    pub place: Option<(f32, f32)>,
    /// The ISO 3166-1 code of the country that it is or belongs to.
    pub country: Option<String>,
    pub source: GazetteerSource,
    /// When the source was of, as year or year and month: `2025-10`.
    pub as_of: String,
}

impl GazetteerEntry {
    /// Whether it is a country or territory, whose place is about its middle.
    pub fn is_country(&self) -> bool {
        self.key.starts_with("country:")
    }
}

impl Default for GazetteerEntry {
    fn default() -> Self {
        Self {
            key: String::new(),
            kind: EntityKind::Place,
            name: String::new(),
            names: Vec::new(),
            place: None,
            country: None,
            source: GazetteerSource::default(),
            as_of: String::new(),
        }
    }
}

/// Where an entry is from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GazetteerSource {
    pub name: String,
    /// An SPDX identifier, or `public domain`.
    pub licence: String,
}
