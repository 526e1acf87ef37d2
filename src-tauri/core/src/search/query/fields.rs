//! The fields that a query can name, and what their values mean.

use jiff::civil::Date;

use super::dates::days;
use crate::domain::{EntityKind, HitKind, QueryField};
use crate::text::TagPath;

/// What a field asks for. A value that means nothing is text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    Title(String),
    By(String),
    Outlet(String),
    /// ISO 639-1 or -3.
    Language(String),
    Kind(HitKind),
    EntityKind(EntityKind),
    /// An entity of this kind, by one of its names.
    Entity(EntityKind, String),
    /// What is tagged with an entity of this kind that is called so, and nothing else that
    /// has one of its names: what the counts beside the results are of.
    Tagged(EntityKind, String),
    /// Published from the first day on, before the last one.
    Published {
        from: Option<Date>,
        until: Option<Date>,
    },
    State(State),
    /// A person's own tag or a part of it, folded.
    Tag(String),
    /// In a dossier with this name.
    Dossier(String),
    /// Who said a quote.
    Speaker(String),
    /// Nothing in a notebook has it yet.
    Nothing,
}

/// What an article is or has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Read,
    Unread,
    Starred,
    /// Put away.
    Archived,
    /// A copy of an agency text that others print too.
    Wire,
    Original,
    Link,
    Date,
    Byline,
    Entity,
    Tag,
    Dossier,
    Quote,
    /// Words that a person marked and commented on, and that are no quote.
    Highlight,
}

impl State {
    /// The term that says so in the index.
    pub(in crate::search) fn term(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Unread => "unread",
            Self::Starred => "starred",
            Self::Archived => "archived",
            Self::Wire => "wire",
            Self::Original => "with-original",
            Self::Link => "with-link",
            Self::Date => "with-date",
            Self::Byline => "with-byline",
            Self::Entity => "with-entity",
            Self::Tag => "with-tag",
            Self::Dossier => "with-dossier",
            Self::Quote => "with-quote",
            Self::Highlight => "highlight",
        }
    }
}

pub(super) fn field_named(name: &str) -> Option<QueryField> {
    const LONGEST: usize = 16;
    if name.len() > LONGEST {
        return None;
    }
    Some(match name.to_ascii_lowercase().as_str() {
        "title" => QueryField::Title,
        "by" => QueryField::By,
        "in" | "outlet" => QueryField::Outlet,
        "lang" | "language" => QueryField::Lang,
        "type" => QueryField::Type,
        "tag" => QueryField::Tag,
        "dossier" => QueryField::Dossier,
        "person" => QueryField::Person,
        "org" | "organisation" | "organization" => QueryField::Org,
        "place" => QueryField::Place,
        "event" => QueryField::Event,
        "speaker" => QueryField::Speaker,
        "before" => QueryField::Before,
        "after" => QueryField::After,
        "on" => QueryField::On,
        "has" => QueryField::Has,
        "is" => QueryField::Is,
        _ => return None,
    })
}

pub(super) fn takes_a_date(field: QueryField) -> bool {
    matches!(
        field,
        QueryField::Before | QueryField::After | QueryField::On
    )
}

/// What `field:value` asks for; `None` when the value means nothing to the field.
pub(super) fn filter(field: QueryField, value: &str, today: Date) -> Option<Filter> {
    let value = value.trim();
    let name = || value.to_owned();
    Some(match field {
        QueryField::Title => Filter::Title(name()),
        QueryField::By => Filter::By(name()),
        QueryField::Outlet => Filter::Outlet(name()),
        QueryField::Lang => Filter::Language(language_code(value)?),
        QueryField::Type => kind(value)?,
        QueryField::Person => entity(EntityKind::Person, value),
        QueryField::Org => entity(EntityKind::Organisation, value),
        QueryField::Place => entity(EntityKind::Place, value),
        QueryField::Event => entity(EntityKind::Event, value),
        QueryField::Tag => Filter::Tag(TagPath::read(value)?.folded()),
        QueryField::Dossier => Filter::Dossier(name()),
        QueryField::Speaker => Filter::Speaker(name()),
        QueryField::Before => Filter::Published {
            from: None,
            until: Some(days(value, today)?.0),
        },
        QueryField::After => Filter::Published {
            from: Some(days(value, today)?.0),
            until: None,
        },
        QueryField::On => {
            let (from, until) = days(value, today)?;
            Filter::Published {
                from: Some(from),
                until: Some(until),
            }
        }
        QueryField::Has => Filter::State(match value.to_lowercase().as_str() {
            "original" => State::Original,
            "link" => State::Link,
            "date" => State::Date,
            "byline" | "author" => State::Byline,
            "entity" | "entities" => State::Entity,
            "tag" | "tags" => State::Tag,
            "dossier" | "dossiers" => State::Dossier,
            "quote" | "quotes" => State::Quote,
            _ => return None,
        }),
        QueryField::Is => Filter::State(match value.to_lowercase().as_str() {
            "read" => State::Read,
            "unread" => State::Unread,
            "starred" => State::Starred,
            "archived" => State::Archived,
            "wire" => State::Wire,
            _ => return None,
        }),
    })
}

/// `=China` is what is tagged with it, `China` is anything that has one of its names.
fn entity(kind: EntityKind, value: &str) -> Filter {
    match value.strip_prefix('=').map(str::trim) {
        Some(name) if !name.is_empty() => Filter::Tagged(kind, name.to_owned()),
        _ => Filter::Entity(kind, value.to_owned()),
    }
}

fn kind(value: &str) -> Option<Filter> {
    Some(match value.to_lowercase().as_str() {
        "article" | "articles" => Filter::Kind(HitKind::Article),
        "note" | "notes" => Filter::Kind(HitKind::Note),
        "entity" | "entities" => Filter::Kind(HitKind::Entity),
        "person" | "people" => Filter::EntityKind(EntityKind::Person),
        "org" | "organisation" | "organization" => Filter::EntityKind(EntityKind::Organisation),
        "place" => Filter::EntityKind(EntityKind::Place),
        "event" => Filter::EntityKind(EntityKind::Event),
        "quote" | "quotes" => Filter::Kind(HitKind::Quote),
        "highlight" | "highlights" => Filter::State(State::Highlight),
        _ => return None,
    })
}

/// `ru` of `ru`, `RU`, `ru-RU`, `Russian` and `русский`.
fn language_code(value: &str) -> Option<String> {
    let lower = value.to_lowercase();
    let named = NAMES
        .iter()
        .find(|(_, names)| names.split(' ').any(|name| name == lower));
    if let Some((code, _)) = named {
        return Some((*code).to_owned());
    }
    let code = lower.split(['-', '_']).next().unwrap_or_default();
    let is_code = matches!(code.len(), 2 | 3) && code.chars().all(|c| c.is_ascii_lowercase());
    is_code.then(|| code.to_owned())
}

/// The English name and the language's own, in lower case, for a code; empty for one
/// without a name here.
pub(crate) fn language_names(code: &str) -> &'static str {
    let named = NAMES.iter().find(|(known, _)| *known == code);
    named.map_or("", |(_, names)| names)
}

/// English names and the languages' own (CLDR).
const NAMES: &[(&str, &str)] = &[
    ("ar", "arabic العربية"),
    ("bg", "bulgarian български"),
    ("cs", "czech čeština"),
    ("da", "danish dansk"),
    ("de", "german deutsch"),
    ("el", "greek ελληνικά"),
    ("en", "english"),
    ("es", "spanish español castellano"),
    ("fa", "persian farsi فارسی"),
    ("fi", "finnish suomi"),
    ("fr", "french français"),
    ("he", "hebrew עברית"),
    ("hi", "hindi हिन्दी"),
    ("hu", "hungarian magyar"),
    ("hy", "armenian հայերեն"),
    ("id", "indonesian indonesia"),
    ("it", "italian italiano"),
    ("ja", "japanese 日本語"),
    ("ka", "georgian ქართული"),
    ("ko", "korean 한국어"),
    ("nl", "dutch nederlands"),
    ("no", "norwegian norsk"),
    ("pl", "polish polski"),
    ("pt", "portuguese português"),
    ("ro", "romanian română"),
    ("ru", "russian русский"),
    ("sr", "serbian српски srpski"),
    ("sv", "swedish svenska"),
    ("th", "thai ไทย"),
    ("tr", "turkish türkçe"),
    ("uk", "ukrainian українська"),
    ("ur", "urdu اردو"),
    ("vi", "vietnamese việt"),
    ("zh", "chinese 中文 汉语 漢語"),
];
