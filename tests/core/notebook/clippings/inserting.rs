//! Quotes that are put into a note as they are clipped.

use super::*;

fn clip_into(bench: &Bench, article: &Article, note: NoteId, words: &[&str]) -> Vec<Clipping> {
    let spans = words.iter().zip(1..);
    let new = NewClipping {
        article: article.id,
        words: spans
            .map(|(words, block)| words_at(article, span_of(article, block, words)))
            .collect(),
        facts: facts(named("Kim")),
    };
    let clippings = bench.notebook.clippings();
    clippings.clip_into(&new, Some(note)).unwrap()
}

#[test]
fn taking_a_clip_back_takes_its_card_out_of_the_note_wherever_it_stands() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let article = bench.article("Message", PARAGRAPHS);
    let into = notes.create("Note", "First.").unwrap();
    let made = clip_into(&bench, &article, into.id, &["was short."]);
    let card = format!("[[quote:{}|was short.]]", made[0].id);
    let put = notes.get(into.id).unwrap();
    assert_eq!(put.body, format!("First.\n\n{card}\n"));
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(notes.get(into.id).unwrap().body, "First.");
    let clippings = bench.notebook.clippings();
    assert!(clippings.get(made[0].id).unwrap().deleted);
    bench.notebook.redo().unwrap().unwrap();
    let again = notes.get(into.id).unwrap();
    assert_eq!(again.body, put.body);
    assert!(!clippings.get(made[0].id).unwrap().deleted);
    let since = format!("Top.\n\n{card}\n\nFirst.\n\nLast.\n");
    notes.save(into.id, again.revision, "Note", &since).unwrap();
    assert!(!bench.notebook.undo(None).unwrap().unwrap().kept);
    let left = notes.get(into.id).unwrap().body;
    assert_eq!(left, "Top.\n\nFirst.\n\nLast.\n");
}

#[test]
fn several_cards_are_taken_out_one_by_one_and_one_that_was_written_into_stays() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let article = bench.article("Message", PARAGRAPHS);
    let into = notes.create("Note", "").unwrap();
    let words = ["was short.", "solidarity"];
    let made = clip_into(&bench, &article, into.id, &words);
    let cards: Vec<String> = (made.iter().zip(words))
        .map(|(one, words)| format!("[[quote:{}|{words}]]", one.id))
        .collect();
    let put = notes.get(into.id).unwrap();
    assert_eq!(put.body, format!("{}\n\n{}\n", cards[0], cards[1]));
    let since = format!("{}\n\nBetween.\n\nAs {} says.\n", cards[0], cards[1]);
    notes.save(into.id, put.revision, "Note", &since).unwrap();
    assert!(bench.notebook.undo(None).unwrap().unwrap().kept);
    let left = notes.get(into.id).unwrap().body;
    assert_eq!(left, format!("Between.\n\nAs {} says.\n", cards[1]));
    notes.delete(into.id).unwrap();
    let clippings = bench.notebook.clippings();
    let count = clippings.of_article(article.id).unwrap().len();
    let new = NewClipping {
        article: article.id,
        words: vec![words_at(&article, span_of(&article, 1, "was short."))],
        facts: facts(named("Kim")),
    };
    assert!(matches!(
        clippings.clip_into(&new, Some(into.id)),
        Err(Error::NotFound { .. })
    ));
    assert_eq!(clippings.of_article(article.id).unwrap().len(), count);
}

#[test]
fn a_note_is_written_once_when_a_clip_of_several_paragraphs_is_taken_back_or_done_again() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let article = bench.article("Message", PARAGRAPHS);
    let into = notes.create("Note", "First.").unwrap();
    clip_into(&bench, &article, into.id, &["was short.", "solidarity"]);
    let put = notes.get(into.id).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    let left = notes.get(into.id).unwrap();
    assert_eq!(
        (left.body.as_str(), left.revision),
        ("First.", put.revision + 1)
    );
    bench.notebook.redo().unwrap().unwrap();
    let again = notes.get(into.id).unwrap();
    assert_eq!((again.body, again.revision), (put.body, put.revision + 2));
}
