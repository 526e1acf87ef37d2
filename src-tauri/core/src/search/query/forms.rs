//! The forms in which a language's cases put a name, from the library's own words.

use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::expand::each_beginning_with;
use crate::search::analyser::{Exact, folded_words};
use crate::search::language::{Alphabet, Language, Stemming};
use crate::search::library::Library;
use crate::search::stem::stems;
use crate::search::words::{Class, cut, is_initials};

/// Languages whose names take endings. Others only add an apostrophe to a name, or
/// nothing.
const INFLECTING: [&str; 12] = [
    "ru", "uk", "sr", "pl", "cs", "lt", "et", "fi", "hu", "tr", "el", "hy",
];
/// Words of a name, forms of one of them, and forms of the whole.
const MOST_WORDS: usize = 4;
const MOST_OF_WORD: usize = 6;
const MOST_FORMS: usize = 16;
/// Words of the library read for one word of a name.
const MOST_READ: usize = 400;
/// Letters that a stem has at least.
const SHORTEST: usize = 3;

/// The phrases that `name` may stand as, besides itself: `Зеленского` for `Зеленский`.
pub(super) fn forms(
    searcher: &Searcher,
    exact: Field,
    library: &Library,
    name: &str,
) -> tantivy::Result<Vec<Vec<Exact>>> {
    let pieces = cut(name);
    let is_plain = pieces.iter().all(|piece| piece.class == Class::Word) && !is_initials(&pieces);
    if !is_plain || pieces.len() > MOST_WORDS {
        return Ok(Vec::new());
    }
    let mut phrases: Vec<Vec<Exact>> = vec![Vec::new()];
    for (position, word) in (0..).zip(pieces.iter().flat_map(folded_words)) {
        let others = forms_of_word(searcher, exact, library, &word)?;
        let mut longer = Vec::new();
        for text in std::iter::once(word).chain(others) {
            for phrase in &phrases {
                let mut phrase = phrase.clone();
                let text = text.clone();
                phrase.push(Exact { position, text });
                longer.push(phrase);
            }
        }
        phrases = longer;
    }
    // The first one is the name itself.
    Ok(phrases.into_iter().skip(1).take(MOST_FORMS).collect())
}

/// Words of the library with the same stem, the most frequent first.
fn forms_of_word(
    searcher: &Searcher,
    exact: Field,
    library: &Library,
    word: &str,
) -> tantivy::Result<Vec<String>> {
    let mut found: Vec<(u64, String)> = Vec::new();
    for (language, _) in library.languages(Alphabet::of(word)) {
        if !INFLECTING.contains(&language.tag) || !matches!(language.stemming, Stemming::Endings(_))
        {
            continue;
        }
        let Some(stem) = stem_of(word, language) else {
            continue;
        };
        let start: String = common_start(&stem, word);
        if start.chars().count() < SHORTEST {
            continue;
        }
        for other in beginning_with(searcher, exact, &start)? {
            let is_form = other != word && stem_of(&other, language).as_ref() == Some(&stem);
            if is_form && found.iter().all(|(_, known)| *known != other) {
                let documents = searcher.doc_freq(&Term::from_field_text(exact, &other))?;
                found.push((documents, other));
            }
        }
    }
    found.sort_unstable_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.cmp(other)));
    found.truncate(MOST_OF_WORD);
    Ok(found.into_iter().map(|(_, word)| word).collect())
}

fn stem_of(word: &str, language: &Language) -> Option<String> {
    let mut found = Vec::with_capacity(1);
    stems(word, language, &mut found);
    let stem = found.pop()?;
    let (_, bare) = stem.split_once(':')?;
    Some(bare.to_owned())
}

fn common_start(one: &str, other: &str) -> String {
    let both = one.chars().zip(other.chars());
    both.map_while(|(a, b)| (a == b).then_some(a)).collect()
}

fn beginning_with(searcher: &Searcher, exact: Field, start: &str) -> tantivy::Result<Vec<String>> {
    let mut found = Vec::new();
    for segment in searcher.segment_readers() {
        each_beginning_with(segment, exact, start, MOST_READ, |word, _| {
            found.extend(std::str::from_utf8(word).map(str::to_owned));
        })?;
    }
    Ok(found)
}
