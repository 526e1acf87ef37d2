//! Words of saying, of pointing back and of days, language by language. Data, not rules.

mod eastern;
mod latin;
mod slavic;

use crate::text::script_of;

/// How a language says who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// `X said`, `said X`: words with spaces.
    Verb,
    /// `X-topic … said`: words with spaces, the subject told by a particle (Korean).
    Particle,
    /// `X表示`: without spaces, the verb after the name (Chinese).
    Chinese,
    /// `Xは…と述べた`: without spaces, the subject told by a particle (Japanese).
    Japanese,
}

/// All words are in lower case, with spaces between them; a phrase is its own entry.
pub(crate) struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    pub order: Order,
    /// Forms of verbs that report what somebody says, with those that stand alone before
    /// quoted words (`praised`).
    pub verbs: &'static str,
    /// Those whose object is who said it: `KCNA quoted Kim as saying`.
    pub citing: &'static str,
    /// Those whose subject passes on what another said: `reported`.
    pub passing: &'static str,
    pub auxiliaries: &'static str,
    /// What begins the clause that is said.
    pub that: &'static str,
    /// Before who said it: `according to`.
    pub according: &'static [&'static str],
    /// By whom that was said who was spoken of: `selon lui`.
    pub by_them: &'static [&'static str],
    /// Whose, at the head of words that name nobody: `her` brother.
    pub owners: &'static str,
    /// Before who passed it on, after a verb that cites: quoted `by`.
    pub by: &'static str,
    /// What an outlet is spoken to in: an `interview`.
    pub interviews: &'static str,
    /// After who said it: `에 따르면`.
    pub after: &'static [&'static str],
    /// Before who was told: `to`; an agency that was told passes it on.
    pub hearers: &'static str,
    /// Told by the verb alone: `told Reuters`.
    pub telling: &'static str,
    /// Words at which a name that is no known one ends.
    pub breaks: &'static str,
    /// Words that begin a sentence and are no part of a name.
    pub leads: &'static str,
    /// He and she.
    pub persons: &'static str,
    pub things: &'static str,
    /// They, we, I: they lead to nobody.
    pub others: &'static str,
    /// Monday first; forms with spaces between them.
    pub weekdays: [&'static str; 7],
    pub today: &'static str,
    pub yesterday: &'static str,
    /// January first; empty where days are written with figures.
    pub months: [&'static str; 12],
    /// What somebody says something in: a message, a statement.
    pub speeches: &'static str,
    /// Before a day: `on`, `in`.
    pub before_day: &'static str,
}

/// Whether a table has this word.
pub(crate) fn has(table: &str, word: &str) -> bool {
    !word.is_empty() && table.split(' ').any(|known| known == word)
}

pub(super) static ALL: &[&Language] = &[
    &latin::ENGLISH,
    &latin::FRENCH,
    &latin::GERMAN,
    &latin::SPANISH,
    &slavic::RUSSIAN,
    &slavic::UKRAINIAN,
    &eastern::ARABIC,
    &eastern::CHINESE,
    &eastern::KOREAN,
    &eastern::JAPANESE,
];

impl Language {
    /// The tables to read a text by: that of its language, or all that have its script.
    /// None where no rules are known: then a person is asked.
    pub fn of(code: Option<&str>, text: &str) -> Vec<&'static Self> {
        if let Some(code) = code {
            let primary = code.split(['-', '_']).next().unwrap_or_default();
            let primary = primary.to_ascii_lowercase();
            return ALL
                .iter()
                .copied()
                .filter(|one| one.code == primary)
                .collect();
        }
        let codes: &[&str] = match script_of(text) {
            "Latn" => &["en", "fr", "de", "es"],
            "Cyrl" => &["ru", "uk"],
            "Arab" => &["ar"],
            "Hang" => &["ko"],
            "Hira" | "Kana" => &["ja"],
            "Hani" if text.chars().any(|c| ('\u{3041}'..='\u{30FF}').contains(&c)) => &["ja"],
            "Hani" => &["zh"],
            _ => &[],
        };
        let known = codes
            .iter()
            .filter_map(|code| ALL.iter().find(|one| one.code == *code));
        known.copied().collect()
    }

    pub fn is_pronoun(&self, word: &str) -> bool {
        has(self.persons, word) || has(self.things, word) || has(self.others, word)
    }
}
