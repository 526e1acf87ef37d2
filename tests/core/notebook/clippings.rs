//! Highlights and quotes: they follow the text, say when their words are gone, and outlive
//! what they were made in.

mod correcting;
mod finding;
mod inserting;
mod joining;
mod leaving;
mod merging;
mod numbering;
mod selecting;

use dragoman_core::Error;
use dragoman_core::domain::{
    Article, ArticleId, Change, Clipping, ClippingColour, ClippingFacts, ClippingId, ClippingQuery,
    EntityId, EntityKind, Field, HitKind, HitTarget, NewClipping, NewParty, NewQuote, NoteId,
    OriginalOf, PassageState, PrintedTime, QuoteType, Said, SearchQuery, Span, UndoAction,
};

use crate::support::{Bench, bench, span_of, words_at};

const PARAGRAPHS: &[&str] = &[
    "State media said Mr Jong Un in Monday's message praised the victory.",
    "The report by the Korean Central News Agency was short.",
    "But it said Mr Jong Un confirmed the “firm solidarity” with Russia.",
];

fn facts(speaker: NewParty) -> ClippingFacts {
    ClippingFacts {
        quote: Some(NewQuote {
            quote_type: QuoteType::Partial,
            speaker: Some(speaker),
            ..NewQuote::default()
        }),
        ..ClippingFacts::default()
    }
}

fn named(name: &str) -> NewParty {
    NewParty {
        name: name.into(),
        ..NewParty::default()
    }
}

fn of(entity: EntityId) -> NewParty {
    NewParty {
        entity: Some(entity),
        words: "Mr Jong Un".into(),
        ..NewParty::default()
    }
}

fn clip(bench: &Bench, article: &Article, span: Span, facts: &ClippingFacts) -> Clipping {
    let new = NewClipping {
        article: article.id,
        words: vec![words_at(article, span)],
        facts: facts.clone(),
    };
    bench.notebook.clippings().clip(&new).unwrap().remove(0)
}

fn solidarity(bench: &Bench, article: &Article, facts: &ClippingFacts) -> Clipping {
    clip(
        bench,
        article,
        span_of(article, 2, "firm solidarity"),
        facts,
    )
}

fn get(bench: &Bench, id: ClippingId) -> Clipping {
    bench.notebook.clippings().get(id).unwrap()
}

fn person(bench: &Bench, name: &str) -> EntityId {
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Person, name).unwrap().id
}

fn undo(bench: &Bench) -> UndoAction {
    bench.notebook.undo(None).unwrap().unwrap().action
}

fn type_text(bench: &Bench, article: ArticleId, text: &str) {
    let of = OriginalOf::Article { id: article };
    bench.notebook.texts().type_in(of, "Typed", text).unwrap();
}

/// The words that stand at the place of a clipping.
fn there(bench: &Bench, clipping: &Clipping) -> String {
    let article = bench.get(clipping.article.unwrap());
    let span = clipping.anchor.span;
    let text = &article.blocks[span.block as usize].text;
    let words = text.chars().skip(span.start as usize);
    words.take((span.end - span.start) as usize).collect()
}

/// The quotes that a search finds.
fn found(bench: &Bench, text: &str) -> Vec<ClippingId> {
    bench.notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: text.into(),
        kinds: vec![HitKind::Quote],
        limit: 100,
        ..SearchQuery::default()
    };
    let hits = bench.notebook.search(&query).unwrap().hits;
    hits.into_iter()
        .map(|hit| match hit.target {
            HitTarget::Quote { id, .. } => id,
            other => panic!("{other:?}"),
        })
        .collect()
}

fn listed(bench: &Bench, query: &ClippingQuery) -> Vec<ClippingId> {
    let page = bench.notebook.clippings().list(query, 0, 100).unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows.into_iter().map(|row| row.id).collect()
}

#[test]
fn a_quote_keeps_its_words_and_who_said_them() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let kim = person(&bench, "Kim Jong Un");
    let said = Said {
        time: PrintedTime {
            iso: "2022-05-09".into(),
            zone: None,
        },
        phrase: Some("in Monday's message".into()),
    };
    let facts = ClippingFacts {
        comment: " Compare 2019. ".into(),
        colour: ClippingColour::Blue,
        quote: Some(NewQuote {
            quote_type: QuoteType::Translation,
            speaker: Some(of(kim)),
            via: Some(named("  Korean Central  News Agency ")),
            original: Some("굳건한 연대".into()),
            said: Some(said.clone()),
        }),
    };
    let made = solidarity(&bench, &article, &facts);
    let bench = bench.reopen();
    let kept = get(&bench, made.id);
    assert_eq!(kept, made);
    assert_eq!(kept.anchor.exact, "firm solidarity");
    assert_eq!(kept.comment, "Compare 2019.");
    assert_eq!(kept.passage, PassageState::There);
    let quote = kept.quote.unwrap();
    let speaker = quote.speaker.unwrap();
    assert_eq!(
        (speaker.entity, speaker.name.as_str()),
        (Some(kim), "Kim Jong Un")
    );
    assert_eq!(speaker.words, "Mr Jong Un");
    assert_eq!(quote.via.unwrap().name, "Korean Central News Agency");
    assert_eq!(quote.said, Some(said));
    assert_eq!(quote.original.as_deref(), Some("굳건한 연대"));
    assert_eq!(bench.notebook.counts().unwrap().quotes, 1);
}

#[test]
fn what_is_no_part_of_the_text_or_no_date_is_refused() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let clippings = bench.notebook.clippings();
    let mut new = NewClipping {
        article: article.id,
        words: vec![words_at(
            &article,
            Span {
                block: 2,
                start: 5,
                end: 5_000,
            },
        )],
        facts: ClippingFacts::default(),
    };
    assert!(matches!(clippings.clip(&new), Err(Error::Conflict { .. })));
    new.words = Vec::new();
    assert!(matches!(
        clippings.clip(&new),
        Err(Error::InvalidInput { .. })
    ));
    new.words = vec![words_at(&article, span_of(&article, 2, "firm"))];
    let mut bad = facts(named("Kim"));
    bad.quote.as_mut().unwrap().said = Some(Said {
        time: PrintedTime {
            iso: "last Monday".into(),
            zone: None,
        },
        phrase: None,
    });
    new.facts = bad;
    assert!(matches!(
        clippings.clip(&new),
        Err(Error::InvalidInput { .. })
    ));
    assert_eq!(bench.notebook.counts().unwrap().quotes, 0);
    assert!(
        bench
            .notebook
            .clippings()
            .of_article(article.id)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_changed_paragraph_before_it_leaves_a_quote_where_it_is() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let quote = solidarity(&bench, &article, &facts(named("Kim")));
    let changed = format!(
        "Another beginning.\n\nState media said nothing.\n\n{}\n\n{}",
        PARAGRAPHS[1], PARAGRAPHS[2]
    );
    type_text(&bench, article.id, &changed);
    let moved = get(&bench, quote.id);
    assert_eq!(moved.passage, PassageState::There);
    assert_eq!(moved.anchor.span.block, 3);
    assert_eq!(there(&bench, &moved), "firm solidarity");
}

#[test]
fn changed_words_are_no_longer_found_and_come_back_with_the_text() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let quote = solidarity(&bench, &article, &facts(named("Kim")));
    let changed = "But it said Mr Jong Un confirmed the “full solidarity” with Russia.\n\n\
        Elsewhere a look-alike: firm solidarity.";
    type_text(&bench, article.id, changed);
    let lost = get(&bench, quote.id);
    assert_eq!(lost.passage, PassageState::Lost);
    // The old words stay.
    assert_eq!(lost.anchor.exact, "firm solidarity");
    let query = ClippingQuery {
        lost: true,
        ..ClippingQuery::default()
    };
    assert_eq!(listed(&bench, &query), [quote.id]);
    assert_eq!(undo(&bench), UndoAction::TypeText);
    let back = get(&bench, quote.id);
    assert_eq!(back.passage, PassageState::There);
    assert_eq!(there(&bench, &back), "firm solidarity");
}

#[test]
fn words_that_stand_twice_come_back_to_their_own_place() {
    let bench = bench();
    let article = bench.article("Talks", &["Lee left.", "Others stayed on.", "Lee left."]);
    let first = clip(
        &bench,
        &article,
        span_of(&article, 0, "Lee"),
        &facts(named("Lee")),
    );
    type_text(&bench, article.id, "Nobody left.\n\nOthers stayed on.");
    assert_eq!(get(&bench, first.id).passage, PassageState::Lost);
    undo(&bench);
    let back = get(&bench, first.id);
    assert_eq!(
        (back.passage, back.anchor.span.block),
        (PassageState::There, 0)
    );
}

#[test]
fn a_clipping_of_the_title_follows_it() {
    let bench = bench();
    let article = bench.article("Ann Poe meets envoy", PARAGRAPHS);
    let title = Span {
        block: Span::TITLE,
        start: 14,
        end: 19,
    };
    let made = clip(&bench, &article, title, &ClippingFacts::default());
    let edit = |title: &str| {
        let articles = bench.notebook.articles();
        articles
            .edit_field(article.id, Field::Title, Some(title.into()), None)
            .unwrap();
    };
    edit("Ann Poe meets envoy again");
    assert_eq!(get(&bench, made.id).passage, PassageState::There);
    edit("Yesterday Ann Poe met an envoy");
    assert_eq!(get(&bench, made.id).passage, PassageState::Lost);
    undo(&bench);
    assert_eq!(get(&bench, made.id).passage, PassageState::There);
}

#[test]
fn making_changing_and_deleting_are_taken_back_also_after_a_restart() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let made = solidarity(&bench, &article, &facts(named("Kim")));
    let bench = bench.reopen();
    let clippings = bench.notebook.clippings();
    let mut other = facts(named("Kim Jong Un"));
    other.colour = ClippingColour::Pink;
    other.comment = "Second source?".into();
    let changed = clippings.change(made.id, &other).unwrap();
    assert_eq!(changed.colour, ClippingColour::Pink);
    clippings.delete(&[made.id]).unwrap();
    assert!(get(&bench, made.id).deleted);
    assert_eq!(bench.notebook.counts().unwrap().quotes, 0);
    assert!(matches!(
        clippings.change(made.id, &other),
        Err(Error::NotFound { .. })
    ));
    let bench = bench.reopen();
    assert_eq!(undo(&bench), UndoAction::DeleteClipping);
    assert_eq!(get(&bench, made.id).quote, changed.quote);
    assert_eq!(undo(&bench), UndoAction::EditClipping);
    let before = get(&bench, made.id);
    assert_eq!(
        (before.colour, before.comment.as_str()),
        (ClippingColour::Yellow, "")
    );
    assert_eq!(before.quote, made.quote);
    assert_eq!(undo(&bench), UndoAction::Clip);
    assert!(get(&bench, made.id).deleted);
    assert_eq!(bench.notebook.counts().unwrap().quotes, 0);
}

#[test]
fn a_selection_over_paragraphs_is_one_step() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let new = NewClipping {
        article: article.id,
        words: vec![
            words_at(&article, span_of(&article, 1, "was short.")),
            words_at(&article, span_of(&article, 2, "But it said")),
        ],
        facts: ClippingFacts::default(),
    };
    bench.notebook.clippings().clip(&new).unwrap();
    let all = || bench.notebook.clippings().of_article(article.id).unwrap();
    assert_eq!(all().len(), 2);
    assert_eq!(undo(&bench), UndoAction::Highlight);
    assert!(all().is_empty());
}

#[test]
fn an_entity_that_a_quote_makes_goes_with_it() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let party = NewParty {
        make: Some(EntityKind::Person),
        ..named("Kim Jong Un")
    };
    let made = solidarity(&bench, &article, &facts(party));
    let entity = made.quote.unwrap().speaker.unwrap().entity.unwrap();
    assert_eq!(
        bench.notebook.entities().get(entity).unwrap().name,
        "Kim Jong Un"
    );
    undo(&bench);
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
}

#[test]
fn who_listens_hears_of_clippings() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let told = heard.clone();
    bench.notebook.subscribe(move |change| {
        if let Change::Clippings { ids } = change {
            told.lock().unwrap().extend(ids.clone());
        }
    });
    let quote = solidarity(&bench, &article, &facts(named("Kim")));
    bench.notebook.clippings().delete(&[quote.id]).unwrap();
    undo(&bench);
    assert_eq!(*heard.lock().unwrap(), [quote.id; 3]);
}
