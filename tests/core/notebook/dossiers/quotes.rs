//! Quotes as items of a dossier, and notes that link to one.

use std::fs;

use dragoman_core::CancelToken;
use dragoman_core::domain::{
    Article, Clipping, ClippingFacts, DossierId, ItemTarget, LinkTarget, NewClipping, NewItem,
    NewParty, NewQuote, OriginalOf, PassageState, QuoteType, SearchQuery, UndoAction,
};

use super::{END, article, of, rows};
use crate::support::{Bench, bench, span_of, words_at};

const PARAGRAPHS: &[&str] = &[
    "The message was short.",
    "It confirmed the firm solidarity with the islands.",
];

fn quote(bench: &Bench, article: &Article, comment: &str) -> Clipping {
    let speaker = NewParty {
        name: "Orlan".into(),
        ..NewParty::default()
    };
    let new = NewClipping {
        article: article.id,
        words: vec![words_at(article, span_of(article, 1, "firm solidarity"))],
        facts: ClippingFacts {
            comment: comment.into(),
            quote: Some(NewQuote {
                quote_type: QuoteType::Partial,
                speaker: Some(speaker),
                ..NewQuote::default()
            }),
            ..ClippingFacts::default()
        },
    };
    bench.notebook.clippings().clip(&new).unwrap().remove(0)
}

fn item(clipping: &Clipping) -> NewItem {
    of(ItemTarget::Quote { id: clipping.id })
}

fn passage(bench: &Bench, dossier: DossierId) -> PassageState {
    let row = rows(&bench.notebook, dossier).remove(0);
    row.quote.unwrap().passage
}

fn found(bench: &Bench, text: &str) -> u32 {
    bench.notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: text.into(),
        ..SearchQuery::default()
    };
    bench.notebook.search(&query).unwrap().total
}

#[test]
fn a_quote_stands_in_an_outline_with_who_said_it_and_says_when_its_passage_is_gone() {
    let bench = bench();
    let message = bench.article("Message", PARAGRAPHS);
    let clipping = quote(&bench, &message, "");
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Letters").unwrap().id;
    dossiers.add(id, &[item(&clipping)], END).unwrap();
    assert_eq!(
        dossiers.add(id, &[item(&clipping)], END).unwrap().already,
        1
    );
    let row = rows(&bench.notebook, id).remove(0);
    assert_eq!((row.title.as_str(), row.gone), ("firm solidarity", false));
    let shown = row.quote.unwrap();
    assert_eq!(shown.quote.unwrap().speaker.unwrap().name, "Orlan");
    assert_eq!(shown.source.title, "Message");
    let target = ItemTarget::Quote { id: clipping.id };
    assert_eq!(dossiers.of(target).unwrap()[0].name, "Letters");

    let (typed, of_article) = ("Other words.", OriginalOf::Article { id: message.id });
    let texts = bench.notebook.texts();
    texts.type_in(of_article, "Message", typed).unwrap();
    assert_eq!(passage(&bench, id), PassageState::Lost);
    let markdown = dossiers.markdown(id).unwrap();
    let line = "- “firm solidarity” — Orlan. Message";
    assert!(markdown.contains(line), "{markdown}");
    assert!(markdown.contains("(no longer found)"), "{markdown}");
}

#[test]
fn a_quote_in_a_dossier_goes_and_comes_back_as_other_items_do() {
    let bench = bench();
    let message = bench.article("Message", PARAGRAPHS);
    let clipping = quote(&bench, &message, "");
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Letters").unwrap().id;
    dossiers
        .add(id, &[item(&clipping), of(article(&bench, "Beside"))], END)
        .unwrap();

    // Taken out, and put back.
    let first = rows(&bench.notebook, id)[0].id;
    dossiers.remove_items(&[first]).unwrap();
    assert_eq!(rows(&bench.notebook, id).len(), 1);
    bench.notebook.undo(None).unwrap();
    assert_eq!(rows(&bench.notebook, id)[0].id, first);

    // Its article goes for good: the quote stays, and says so.
    bench.notebook.articles().delete(&[message.id]).unwrap();
    assert_eq!(passage(&bench, id), PassageState::ArticleInTrash);
    let trash = bench.notebook.trash();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap();
    assert_eq!(passage(&bench, id), PassageState::ArticleGone);
    assert!(!rows(&bench.notebook, id)[0].gone);

    // It goes itself: its words stay.
    let clippings = bench.notebook.clippings();
    clippings.delete(&[clipping.id]).unwrap();
    assert!(rows(&bench.notebook, id)[0].gone);
    let undone = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(undone.action, UndoAction::DeleteClipping);
    assert!(!rows(&bench.notebook, id)[0].gone);
    clippings.delete(&[clipping.id]).unwrap();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap();
    let row = rows(&bench.notebook, id).remove(0);
    assert_eq!((row.title.as_str(), row.gone), ("firm solidarity", true));
    assert!(row.quote.is_none());
}

#[test]
fn a_highlight_in_a_dossier_stays_when_its_article_goes() {
    let bench = bench();
    let message = bench.article("Message", PARAGRAPHS);
    let new = NewClipping {
        article: message.id,
        words: vec![words_at(&message, span_of(&message, 0, "short"))],
        facts: ClippingFacts::default(),
    };
    let clipping = bench.notebook.clippings().clip(&new).unwrap().remove(0);
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Letters").unwrap().id;
    dossiers.add(id, &[item(&clipping)], END).unwrap();
    bench.notebook.articles().delete(&[message.id]).unwrap();
    let trash = bench.notebook.trash();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap();
    assert_eq!(passage(&bench, id), PassageState::ArticleGone);
}

#[test]
fn quotes_are_found_within_their_dossier() {
    let bench = bench();
    let message = bench.article("Message", PARAGRAPHS);
    let clipping = quote(&bench, &message, "Ask her twice.");
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Letters").unwrap().id;
    assert_eq!(found(&bench, "solidarity dossier:letters"), 0);
    dossiers.add(id, &[item(&clipping)], END).unwrap();
    assert_eq!(found(&bench, "solidarity dossier:letters"), 1);
    assert_eq!(found(&bench, "twice has:dossier type:quote"), 1);
    dossiers.delete(id).unwrap();
    assert_eq!(found(&bench, "solidarity dossier:letters"), 0);
    dossiers.restore(id).unwrap();
    assert_eq!(found(&bench, "solidarity dossier:letters"), 1);

    // With all else that a search finds.
    let all = dossiers.create("All").unwrap().id;
    let query = SearchQuery {
        text: "solidarity".into(),
        ..SearchQuery::default()
    };
    let added = dossiers
        .add_results(all, &query, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(added.done, 2);
    let has_quote = |row: &dragoman_core::domain::DossierItem| row.quote.is_some();
    assert!(rows(&bench.notebook, all).iter().any(has_quote));
}

#[test]
fn a_link_to_a_dossier_shows_its_name_now_and_leads_there_when_exported() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Letters").unwrap().id;
    let notes = bench.notebook.notes();
    let offered = notes.complete_link("lett", 8).unwrap();
    let target = LinkTarget::Dossier { id };
    assert_eq!(
        (offered[0].target, offered[0].title.as_str()),
        (target, "Letters")
    );
    let body = format!("See [[dossier:{id}|Letters]] first.");
    let note = notes.create("Plan", &body).unwrap();

    dossiers.rename(id, "Island letters").unwrap();
    let read = notes.get(note.id).unwrap();
    assert_eq!(read.body, body);
    assert_eq!(read.links[0].title, "Island letters");
    // Notes are searched with what a link is called now.
    assert_eq!(found(&bench, "see island type:note"), 1);
    let links = notes.backlinks(target, None, 10).unwrap();
    assert_eq!((links.total, links.rows[0].note), (1, note.id));
    assert_eq!(links.rows[0].context, "See Island letters first.");

    let out = bench.folder.path().join("out");
    let export = |folder: &std::path::Path| {
        let cancel = CancelToken::new();
        bench.notebook.export(folder, &cancel, &mut |_| {}).unwrap();
        fs::read_to_string(folder.join(format!("notes/Plan {}.md", note.id))).unwrap()
    };
    let file = format!("dossiers/Island letters {id}.md");
    assert!(export(&out).contains(&format!("[Island letters](<../{file}>)")));
    assert!(out.join(file).is_file());

    dossiers.delete(id).unwrap();
    let read = notes.get(note.id).unwrap();
    assert!(read.links[0].gone);
    assert_eq!(read.links[0].title, "Island letters");
    assert!(notes.complete_link("lett", 8).unwrap().is_empty());
    let again = export(&bench.folder.path().join("again"));
    assert!(again.contains("See Island letters first."), "{again}");
    // Gone for good, the words that were written are left.
    let trash = bench.notebook.trash();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap();
    let read = notes.get(note.id).unwrap();
    assert_eq!(
        (read.links[0].title.as_str(), read.links[0].gone),
        ("Letters", true)
    );
}
