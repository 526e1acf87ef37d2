use std::path::Path;
use std::sync::OnceLock;

use dragoman_recogniser::{Kind, Recogniser, Span, refine};

/// The model that ships, loaded once for all tests.
pub fn recogniser() -> &'static Recogniser {
    static LOADED: OnceLock<Recogniser> = OnceLock::new();
    LOADED.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("model");
        Recogniser::load(&folder).unwrap()
    })
}

/// The names of a text after the rules, with their kinds.
pub fn names(text: &str) -> Vec<(&str, Kind)> {
    let found = recogniser().recognise(text, &|| false).unwrap();
    named(text, &refine(text, found))
}

pub fn named<'a>(text: &'a str, spans: &[Span]) -> Vec<(&'a str, Kind)> {
    spans
        .iter()
        .map(|span| (&text[span.start..span.end], span.kind))
        .collect()
}

/// A span of the first place of a name, as the model would give it.
pub fn span(text: &str, name: &str, kind: Kind) -> Span {
    let start = text.find(name).unwrap();
    let end = start + name.len();
    Span {
        start,
        end,
        kind,
        confidence: 0.9,
    }
}
