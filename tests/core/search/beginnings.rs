//! `pre*`: all that begins so, however many words do.

use super::{Library, titled};

/// More than are kept of a beginning to be ranked by.
const WORDS: usize = 300;

fn letters(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    [number / 26, number].map(letter).into_iter().collect()
}

#[test]
fn a_beginning_finds_the_rarest_word_that_begins_so() {
    let text = |number: usize| {
        let word = format!("con{}", letters(number));
        // The first hundred words are in two texts each.
        let often = format!("con{} harbour", letters(number % 100));
        titled("en", "", &format!("{word} {often}"))
    };
    let mut texts: Vec<_> = (0..WORDS).map(|n| ("begins", text(n))).collect();
    let rarest = format!("A word: con{} alone.", letters(WORDS));
    texts.push(("rarest", titled("en", "", &rarest)));
    texts.push(("other", titled("en", "", "co and conc and harbour")));
    let library = Library::of(texts);

    let found = library.search("con* ");
    // "conc" begins so as well.
    assert_eq!(found.total as usize, WORDS + 2);
    let of_titles = library.search("title:con* ");
    assert_eq!(of_titles.total, 0);
    // What has a rare word only comes behind what has those that most have.
    assert_eq!(found.hits.len(), 50);
    assert!(!library.found("con* ").contains(&"rarest"));
    let rest = library.search("harbour -con* ");
    assert_eq!(rest.total, 0);
}
