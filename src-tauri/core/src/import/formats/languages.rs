//! Languages as programs name them.

use crate::extract;

/// Names of languages, those of BibLaTeX among them, and their codes.
#[rustfmt::skip]
const LANGUAGES: &[(&str, &str)] = &[
    ("english", "en"), ("american", "en"), ("usenglish", "en"), ("british", "en"), ("ukenglish", "en"), ("australian", "en"),
    ("canadian", "en"), ("french", "fr"), ("german", "de"), ("ngerman", "de"), ("austrian", "de"), ("naustrian", "de"),
    ("swissgerman", "de"), ("nswissgerman", "de"), ("spanish", "es"), ("portuguese", "pt"), ("brazilian", "pt"), ("italian", "it"),
    ("russian", "ru"), ("ukrainian", "uk"), ("arabic", "ar"), ("persian", "fa"), ("farsi", "fa"), ("hebrew", "he"), ("turkish", "tr"),
    ("chinese", "zh"), ("japanese", "ja"), ("korean", "ko"), ("hindi", "hi"), ("polish", "pl"), ("czech", "cs"), ("dutch", "nl"),
    ("swedish", "sv"), ("danish", "da"), ("norwegian", "nb"), ("finnish", "fi"), ("greek", "el"), ("hungarian", "hu"), ("romanian", "ro"),
    ("serbian", "sr"), ("croatian", "hr"), ("bulgarian", "bg"),
];

/// The code of a language that is given as one (`en-GB`, `eng`) or by its name.
pub(super) fn language(given: &str) -> Option<String> {
    let named = LANGUAGES
        .iter()
        .find(|(name, _)| given.trim().eq_ignore_ascii_case(name))
        .map(|(_, code)| (*code).to_owned());
    named.or_else(|| extract::primary_language(given))
}
