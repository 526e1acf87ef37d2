//! Words that were looked at already: the texts of one page of results say the same ones
//! again and again.

use foldhash::{HashMap, HashMapExt};

/// A word as a query's marker reads it.
#[derive(Debug, Clone, Default)]
pub(super) struct ReadWord {
    pub folded: String,
    /// Which of the query's words it is.
    pub which: Option<usize>,
}

/// What the words of texts are to one query; for [`Marker::show`](super::Marker::show), row
/// after row.
#[derive(Debug, Default)]
pub struct Seen(Vec<(Option<String>, SeenWords)>);

/// Words of texts in one language, as they are written.
#[derive(Debug, Default)]
pub(super) struct SeenWords {
    places: HashMap<Box<str>, usize>,
    read: Vec<Vec<ReadWord>>,
}

/// Words and languages kept: more than a page of results has, and no more than some 10 MB.
const MOST_WORDS: usize = 50_000;
const MOST_LANGUAGES: usize = 32;

impl Seen {
    /// Of texts in this language, as it is declared.
    pub(super) fn of(&mut self, language: Option<&str>) -> &mut SeenWords {
        let known = self
            .0
            .iter()
            .position(|(known, _)| known.as_deref() == language);
        let place = known.unwrap_or_else(|| {
            if self.0.len() == MOST_LANGUAGES {
                self.0.clear();
            }
            self.0.push((language.map(str::to_owned), SeenWords::new()));
            self.0.len() - 1
        });
        &mut self.0[place].1
    }
}

impl SeenWords {
    fn new() -> Self {
        Self {
            places: HashMap::new(),
            read: Vec::new(),
        }
    }

    /// What `written` is; read where it was not seen before. A compatibility character may
    /// hold several words.
    pub fn word(&mut self, written: &str, read: impl FnOnce() -> Vec<ReadWord>) -> &[ReadWord] {
        let place = match self.places.get(written) {
            Some(place) => *place,
            None => {
                if self.read.len() == MOST_WORDS {
                    *self = Self::new();
                }
                self.places.insert(written.into(), self.read.len());
                self.read.push(read());
                self.read.len() - 1
            }
        };
        self.read.get(place).map_or(&[], Vec::as_slice)
    }
}
