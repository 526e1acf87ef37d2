//! Originals read again: in another encoding, without losing what a person did.

use dragoman_core::domain::{
    Article, ArticleId, EntityKind, Fate, Field, OutcomeCode, RereadReport, TagRequest, TagScope,
    TagTarget,
};
use dragoman_core::{CancelToken, Rereading};

use crate::support::{Bench, bench, span_of};

const TITLE: &str = "Переговоры о переправе";
const LEAD: &str = "Министры обеих стран встретились в понедельник в старой таможне и говорили о переправе через реку.";
const END: &str = "Заявления сделано не было, и журналистов в зал не пустили, сообщил представитель министерства.";

/// The same bytes in every encoding of these tests.
const PLAIN: &str =
    "No statement was made, and the press was not admitted, an official said on Monday evening.";

fn windows_1251(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match u32::from(c) {
            letter @ 0x410..=0x44F => (letter - 0x410 + 0xC0) as u8,
            other => u8::try_from(other).unwrap(),
        })
        .collect()
}

/// A page in windows-1251, as it says of itself.
fn import(bench: &Bench) -> ArticleId {
    let html = format!(
        "<html><head><meta charset=windows-1251><title>{TITLE}</title></head>\
         <body><article><h1>{TITLE}</h1><p>{LEAD}</p><p>{END}</p><p>{PLAIN}</p></article></body></html>"
    );
    let items = bench.import(&bench.file("talks.html", windows_1251(&html)));
    assert_eq!(items[0].code, OutcomeCode::Imported);
    items[0].article.unwrap()
}

fn get(bench: &Bench, id: ArticleId) -> Article {
    bench.notebook.articles().get(id).unwrap()
}

fn reread(bench: &Bench, id: ArticleId, encoding: Option<&str>) -> RereadReport {
    let articles = bench.notebook.articles();
    articles
        .reread(
            &[id],
            encoding.map_or(Rereading::AsFound, Rereading::In),
            &CancelToken::new(),
            &mut |_| {},
        )
        .unwrap()
}

#[test]
fn an_encoding_that_a_person_chose_is_read_and_can_be_taken_back() {
    let bench = bench();
    let id = import(&bench);
    let before = get(&bench, id);
    assert_eq!(before.title, TITLE);

    let report = reread(&bench, id, Some("koi8-r"));
    assert_eq!((report.done, report.changed, report.unread), (1, 1, 0));
    let wrong = get(&bench, id);
    assert_ne!(wrong.title, TITLE);

    bench.notebook.undo(None).unwrap().unwrap();
    let after = get(&bench, id);
    assert_eq!((after.title, after.blocks), (before.title, before.blocks));

    reread(&bench, id, Some("koi8-r"));
    reread(&bench, id, Some("windows-1251"));
    let right = get(&bench, id);
    assert_eq!(right.title, TITLE);
    assert_eq!(right.blocks, after_blocks(&bench, id));
    // Only readings of one saving: there are no versions to compare.
    assert_eq!(bench.notebook.articles().versions(id).unwrap().len(), 1);
}

#[test]
fn choosing_an_encoding_deals_with_its_problem_in_one_step() {
    let bench = bench();
    let page =
        format!("<meta charset=windows-1252><title>{TITLE}</title><p>{LEAD}</p><p>{END}</p>");
    let items = bench.import(&bench.file("talks.html", windows_1251(&page)));
    assert_eq!(items[0].code, OutcomeCode::EncodingUnclear);
    let id = items[0].article.unwrap();
    let open = || bench.notebook.imports().problems().unwrap().len();
    let before = get(&bench, id).blocks;
    assert_eq!(open(), 1);

    assert_eq!(reread(&bench, id, Some("koi8-r")).changed, 1);
    assert_eq!(open(), 0);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!((open(), get(&bench, id).blocks), (1, before));
}

fn after_blocks(bench: &Bench, id: ArticleId) -> Vec<dragoman_core::domain::Block> {
    let blocks = get(bench, id).blocks;
    assert_eq!(blocks[0].text, LEAD);
    assert_eq!(blocks[1].text, END);
    blocks
}

#[test]
fn what_a_person_corrected_and_tagged_stays() {
    let bench = bench();
    let id = import(&bench);
    let articles = bench.notebook.articles();
    let title = Some("Встреча в таможне".to_owned());
    articles.edit_field(id, Field::Title, title, None).unwrap();
    let article = get(&bench, id);
    let line = article.blocks[1].line;
    articles.remove_piece(id, line).unwrap();
    let span = span_of(&get(&bench, id), 0, "Министры");
    bench
        .notebook
        .entities()
        .tag(&TagRequest {
            article: id,
            span,
            scope: TagScope::Mention,
            target: TagTarget::New {
                kind: EntityKind::Organisation,
                name: "Министры".to_owned(),
            },
        })
        .unwrap();

    // Read wrongly, then rightly: both are other readings than the first.
    reread(&bench, id, Some("koi8-r"));
    assert!(
        get(&bench, id)
            .mentions
            .iter()
            .all(|mention| mention.orphaned)
    );
    reread(&bench, id, None);

    let after = get(&bench, id);
    assert_eq!(after.title, "Встреча в таможне");
    assert_eq!(after.mentions.len(), 1);
    assert!(!after.mentions[0].orphaned);
    assert_eq!(after.blocks[0].text, LEAD);
}

#[test]
fn a_line_that_a_person_took_out_stays_out() {
    let bench = bench();
    let id = import(&bench);
    let line = get(&bench, id).blocks[2].line;
    bench.notebook.articles().remove_piece(id, line).unwrap();
    assert_eq!(reread(&bench, id, Some("koi8-r")).changed, 1);
    let after = get(&bench, id);
    assert_eq!(after.blocks.len(), 2);
    let fate = after.pieces.iter().find(|piece| piece.text == PLAIN);
    assert!(matches!(fate.unwrap().fate, Fate::Removed { .. }));
}

/// The lines with these words, in order, and whether they are in the text.
fn alike(article: &Article) -> Vec<bool> {
    let lines = article.pieces.iter().filter(|piece| piece.text == PLAIN);
    lines
        .map(|piece| matches!(piece.fate, Fate::Body { .. }))
        .collect()
}

#[test]
fn of_lines_that_read_alike_the_one_that_was_taken_out_stays_out() {
    let bench = bench();
    let text = format!("{TITLE}\n\n{LEAD}\n\n{PLAIN}\n\n{END}\n\n{PLAIN}\n\n{LEAD}\n");
    let items = bench.import(&bench.file("talks.txt", windows_1251(&text)));
    let id = items[0].article.unwrap();
    let articles = bench.notebook.articles();
    let lines: Vec<u32> = get(&bench, id)
        .pieces
        .iter()
        .filter(|piece| piece.text == PLAIN)
        .map(|piece| piece.line)
        .collect();
    // Whichever of them the rules keep, a person keeps the second alone.
    for (at, in_text) in alike(&get(&bench, id)).into_iter().enumerate() {
        match (at, in_text) {
            (0, true) => drop(articles.remove_piece(id, lines[0]).unwrap()),
            (1, false) => drop(articles.restore_piece(id, lines[1]).unwrap()),
            _ => {}
        }
    }
    assert_eq!(alike(&get(&bench, id)), [false, true]);
    assert_eq!(reread(&bench, id, Some("koi8-r")).changed, 1);
    assert_eq!(alike(&get(&bench, id)), [false, true]);
}

#[test]
fn what_is_read_the_same_again_changes_nothing() {
    let bench = bench();
    let id = import(&bench);
    reread(&bench, id, None);
    let version = get(&bench, id).text_version;
    assert_eq!(reread(&bench, id, None).changed, 0);
    assert_eq!(get(&bench, id).text_version, version);
}

#[test]
fn what_was_read_before_a_failure_can_be_taken_back() {
    let bench = bench();
    let id = import(&bench);
    let damaged = bench.article("Damaged", &["Words of it."]).id;
    let conn = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    let sql = "UPDATE article_provenance SET fields = '{' WHERE article_id = ?1";
    conn.execute(sql, [damaged]).unwrap();
    // One batch of readings that is kept, and one that fails.
    let mut ids = vec![id; 16];
    ids.push(damaged);
    let articles = bench.notebook.articles();
    let failed = articles.reread(
        &ids,
        Rereading::In("koi8-r"),
        &CancelToken::new(),
        &mut |_| {},
    );
    assert!(failed.is_err());
    assert_ne!(get(&bench, id).title, TITLE);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(get(&bench, id).title, TITLE);
}

#[test]
fn an_article_that_is_gone_is_counted_and_stops_nothing() {
    let bench = bench();
    let id = import(&bench);
    let ids = [ArticleId::new(), id];
    let articles = bench.notebook.articles();
    let report = articles
        .reread(
            &ids,
            Rereading::In("koi8-r"),
            &CancelToken::new(),
            &mut |_| {},
        )
        .unwrap();
    assert_eq!((report.done, report.changed, report.unread), (2, 1, 1));
}

#[test]
fn an_unknown_encoding_is_refused() {
    let bench = bench();
    let id = import(&bench);
    let articles = bench.notebook.articles();
    let martian = Rereading::In("martian");
    let refused = articles.reread(&[id], martian, &CancelToken::new(), &mut |_| {});
    assert!(refused.is_err());
}

#[test]
fn no_article_is_not_every_article() {
    let bench = bench();
    import(&bench);
    let articles = bench.notebook.articles();
    let refused = articles.reread(&[], Rereading::AsFound, &CancelToken::new(), &mut |_| {});
    assert!(refused.is_err());
}

#[test]
fn all_articles_are_read_again_in_the_encoding_that_a_person_chose() {
    let bench = bench();
    let id = import(&bench);
    bench.import(&bench.file(
        "other.txt",
        "A headline\n\nIt rained for two days in the hills, the office said.",
    ));
    reread(&bench, id, Some("koi8-r"));
    let wrong = get(&bench, id).title;

    let mut heard = Vec::new();
    let articles = bench.notebook.articles();
    let report = articles
        .reread_all(&CancelToken::new(), &mut |report| heard.push(report))
        .unwrap();
    assert_eq!((report.total, report.done, report.changed), (2, 2, 0));
    assert_eq!(heard.last(), Some(&report));
    assert_eq!(get(&bench, id).title, wrong);

    let cancelled = CancelToken::new();
    cancelled.cancel();
    let report = articles.reread_all(&cancelled, &mut |_| {}).unwrap();
    assert_eq!((report.total, report.done), (2, 0));
}

#[test]
fn a_dispatch_with_place_and_agency_is_read_the_same_again() {
    let bench = bench();
    let path = std::path::Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/formats/eml/wire.eml"
    ));
    let items = bench.import(path);
    assert!(!items.is_empty());
    let articles = bench.notebook.articles();
    let report = articles
        .reread_all(&CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!((report.done as usize, report.changed), (items.len(), 0));
}

#[test]
fn more_readings_than_one_step_holds_are_taken_back_in_one() {
    const MANY: usize = 270;
    let bench = bench();
    for n in 0..MANY {
        let text = format!("Переправа {n}\n\n{LEAD} {n}\n\n{END}\n");
        bench.file(&format!("drop/{n}.txt"), windows_1251(&text));
    }
    let items = bench.import(&bench.folder.path().join("drop"));
    let ids: Vec<ArticleId> = items.iter().filter_map(|item| item.article).collect();
    assert_eq!(ids.len(), MANY);
    let texts =
        |bench: &Bench| -> Vec<String> { ids.iter().map(|id| get(bench, *id).title).collect() };
    let before = texts(&bench);
    let articles = bench.notebook.articles();
    let wrong = Rereading::In("koi8-r");
    let report = articles
        .reread(&ids, wrong, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(report.changed as usize, MANY);
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.subject, MANY.to_string());
    assert_eq!(texts(&bench), before);
}
