//! Copies of one agency text are one group, and what a person says of them stays.

use dragoman_core::CancelToken;
use dragoman_core::domain::{
    ArticleId, ArticleQuery, ArticleRow, ArticleScope, ImportItem, OutcomeKind, UndoAction,
    WireSummary,
};

use crate::support::{Bench, bench};

const TEXT: &str = "Parliament voted on Thursday to close the two oldest coal mines of the north \
    by the end of next year, after a debate that went on until the early morning.\n\
    The minister of energy, Tom Hale, told members that the mines had lost 40 million crowns in \
    each of the past three years and that nobody would buy them.\n\
    Miners who had waited in front of the building whistled when the result was read to them, \
    and some threw their helmets on the steps.\n\
    Their union said it would take the matter to the courts, because the law on the closing of \
    state companies had not been followed in every point.\n\
    About 2,300 people work in the mines and in the railway that carries the coal to the port, \
    the office of statistics says.\n\
    The opposition wants to keep the younger mine open until a factory for wind turbines is \
    built beside it, which was promised four years ago.";

fn other_text() -> String {
    "The river rose above its banks in three provinces on Friday and carried away a bridge that \
     had been repaired only last month, the governor said.\n\
     Farmers drove their cattle to the hills during the night while soldiers filled sacks with \
     sand along the dike, and schools stayed closed.\n\
     Forecasters see more rain coming from the sea before the weekend is over, though less than \
     in the spring, when the water stood in the cathedral."
        .to_owned()
}

fn ready(bench: &Bench, name: &str, text: &str, outlet: &str, day: u32) -> ImportItem {
    let line = serde_json::json!({
        "title": name, "text": text, "outlet": outlet,
        "published": format!("2022-05-{day:02}T08:00Z"),
    });
    let path = bench.file(&format!("{name}.jsonl"), line.to_string());
    let mut items = Vec::new();
    bench
        .notebook
        .imports()
        .run_ready(&path, &CancelToken::new(), &mut |progress| {
            items.extend(progress.items)
        })
        .unwrap();
    items[0].clone()
}

/// The same text as another outlet prints it.
fn printed(lead: &str, cut: usize) -> String {
    let mut paragraphs: Vec<&str> = TEXT.split('\n').collect();
    paragraphs.truncate(cut);
    let mut text = paragraphs.join("\n");
    text.replace_range(..TEXT.find(" on Thursday").unwrap(), lead);
    text
}

fn three(bench: &Bench) -> [ArticleId; 3] {
    let first = ready(bench, "Mines to close", TEXT, "Coastal Agency", 10);
    let second = ready(
        bench,
        "Coal is over",
        &printed("Lawmakers decided", 5),
        "The Post",
        11,
    );
    let third = ready(
        bench,
        "End of the pits",
        &printed("The house voted", 6),
        "Le Phare",
        12,
    );
    assert_eq!(first.outcome, OutcomeKind::Imported);
    assert_eq!(second.outcome, OutcomeKind::WireCopy);
    assert_eq!(third.outcome, OutcomeKind::WireCopy);
    assert_eq!(second.copy_of.as_ref().unwrap().id, first.article.unwrap());
    [first, second, third].map(|item| item.article.unwrap())
}

fn rows(bench: &Bench, scope: ArticleScope) -> (Vec<ArticleRow>, u32) {
    let query = ArticleQuery {
        scope,
        ..ArticleQuery::default()
    };
    let page = bench.notebook.articles().list(&query, 0, 100).unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    (page.rows, page.articles)
}

fn group_of(bench: &Bench, id: ArticleId) -> Option<WireSummary> {
    bench.get(id).wire
}

#[test]
fn three_outlets_are_one_row() {
    let bench = bench();
    let [first, ..] = three(&bench);
    ready(&bench, "Flood", &other_text(), "The Post", 12);
    let (rows, articles) = rows(&bench, ArticleScope::Library);
    assert_eq!((rows.len(), articles), (2, 4));
    let row = rows.iter().find(|row| row.wire.is_some()).unwrap();
    assert_eq!(row.id, first);
    let wire = row.wire.as_ref().unwrap();
    assert_eq!(wire.copies, 3);
    assert_eq!(wire.outlets, ["Coastal Agency", "The Post", "Le Phare"]);
    assert_eq!(bench.notebook.counts().unwrap().articles, 4);
}

#[test]
fn each_copy_says_what_its_outlet_changed() {
    let bench = bench();
    let [first, second, _] = three(&bench);
    let group = bench
        .notebook
        .wire()
        .group(group_of(&bench, second).unwrap().group)
        .unwrap();
    assert_eq!(group.reference, first);
    let member = group
        .members
        .iter()
        .find(|member| member.article == second)
        .unwrap();
    assert!(member.removed > 20, "{member:?}");
    let diff = bench.notebook.wire().diff(second).unwrap();
    let inserted: String = diff
        .parts
        .iter()
        .flat_map(|part| &part.runs)
        .filter(|run| run.kind == dragoman_core::domain::RunKind::Inserted)
        .map(|run| run.text.as_str())
        .collect();
    assert!(inserted.contains("Lawmakers decided"), "{inserted}");
}

#[test]
fn the_inbox_shows_a_group_as_long_as_one_copy_is_unread() {
    let bench = bench();
    let [first, second, third] = three(&bench);
    let inbox = |bench: &Bench| -> Vec<ArticleId> {
        rows(bench, ArticleScope::Inbox)
            .0
            .iter()
            .map(|row| row.id)
            .collect()
    };
    assert_eq!(inbox(&bench), [first]);
    bench.notebook.articles().mark_read(&[first], true).unwrap();
    assert_eq!(inbox(&bench), [second]);
    bench
        .notebook
        .articles()
        .mark_read(&[second, third], true)
        .unwrap();
    assert!(inbox(&bench).is_empty());
    bench
        .notebook
        .articles()
        .mark_read(&[first], false)
        .unwrap();
    assert_eq!(inbox(&bench), [first]);
}

#[test]
fn a_split_sticks() {
    let bench = bench();
    let [first, second, third] = three(&bench);
    bench.notebook.wire().split(second).unwrap();
    assert!(group_of(&bench, second).is_none());
    assert_eq!(group_of(&bench, first).unwrap().copies, 2);
    assert_eq!(rows(&bench, ArticleScope::Library).0.len(), 2);
    let bench = bench.reopen();
    // A new copy is like both: it joins the group and does not bring the other back.
    let fourth = ready(
        &bench,
        "Fourth",
        &printed("The chamber ruled", 6),
        "Kanal 4",
        13,
    );
    assert_eq!(fourth.outcome, OutcomeKind::WireCopy);
    assert_eq!(group_of(&bench, third).unwrap().copies, 3);
    assert!(group_of(&bench, second).is_none());
    // Taken back, it is as it was.
    let steps: Vec<_> = std::iter::from_fn(|| bench.notebook.undo(None).unwrap())
        .take(2)
        .collect();
    assert_eq!(steps[1].action, UndoAction::SplitWire);
    assert_eq!(group_of(&bench, second).unwrap().copies, 3);
}

#[test]
fn a_pair_that_was_split_can_be_put_together_again() {
    let bench = bench();
    let [first, second, third] = three(&bench);
    let flood = ready(&bench, "Flood", &other_text(), "The Post", 12)
        .article
        .unwrap();
    bench.notebook.wire().split(third).unwrap();
    bench.notebook.wire().merge(third, first).unwrap();
    assert_eq!(group_of(&bench, first).unwrap().copies, 3);
    bench.notebook.wire().merge(flood, second).unwrap();
    assert_eq!(group_of(&bench, flood).unwrap().copies, 4);
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(group_of(&bench, flood).is_none());
    assert_eq!(group_of(&bench, second).unwrap().copies, 3);
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(group_of(&bench, third).is_none());
    assert_eq!(group_of(&bench, first).unwrap().copies, 2);
}

#[test]
fn two_groups_that_a_person_put_together_stay_so() {
    let bench = bench();
    let [first, ..] = three(&bench);
    let flood = |name: &str, outlet: &str, day| {
        let item = ready(&bench, name, &other_text(), outlet, day);
        item.article.unwrap()
    };
    let (river, dike) = (
        flood("River", "The Post", 12),
        flood("Dike", "Le Phare", 13),
    );
    assert_eq!(group_of(&bench, dike).unwrap().copies, 2);
    bench.notebook.wire().merge(first, river).unwrap();
    assert_eq!(group_of(&bench, dike).unwrap().copies, 5);
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    // Another text, another copy, the trash and a restart part nothing.
    let line = bench.get(first).blocks[0].line;
    bench.notebook.articles().remove_piece(first, line).unwrap();
    let rain = flood("Rain", "Delta", 14);
    bench.notebook.articles().delete(&[river]).unwrap();
    bench.notebook.articles().restore(&[river]).unwrap();
    let bench = bench.reopen();
    bench.notebook.finish_backlog();
    assert_eq!(group_of(&bench, first).unwrap().copies, 6);
    bench.notebook.undo(Some(step.id)).unwrap().unwrap();
    assert_eq!(group_of(&bench, first).unwrap().copies, 3);
    assert_eq!(group_of(&bench, rain).unwrap().copies, 3);
}

#[test]
fn deleting_and_undoing_leave_no_group_of_one() {
    let bench = bench();
    let [first, second, third] = three(&bench);
    bench.notebook.articles().delete(&[first]).unwrap();
    assert_eq!(rows(&bench, ArticleScope::Library).0[0].id, second);
    assert_eq!(group_of(&bench, second).unwrap().copies, 2);
    bench.notebook.articles().delete(&[third]).unwrap();
    assert!(group_of(&bench, second).is_none());
    assert_eq!(rows(&bench, ArticleScope::Trash).0.len(), 2);
    bench.notebook.undo(None).unwrap().unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(rows(&bench, ArticleScope::Library).0[0].id, first);
    assert_eq!(group_of(&bench, second).unwrap().copies, 3);
}

#[test]
fn an_import_that_linked_two_groups_is_taken_back_with_its_link() {
    let bench = bench();
    let paragraphs: Vec<&str> = TEXT.split('\n').collect();
    let head = ready(&bench, "Head", &paragraphs[..4].join("\n"), "The Post", 10)
        .article
        .unwrap();
    let tail = ready(&bench, "Tail", &paragraphs[3..].join("\n"), "Le Phare", 11);
    let tail_id = tail.article.unwrap();
    assert_eq!(tail.outcome, OutcomeKind::Imported);
    let all = ready(&bench, "All", TEXT, "Coastal Agency", 12);
    assert_eq!(group_of(&bench, head).unwrap().copies, 3);
    bench.notebook.imports().undo(all.import).unwrap();
    assert!(group_of(&bench, head).is_none());
    assert!(group_of(&bench, tail_id).is_none());
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(group_of(&bench, tail_id).unwrap().copies, 3);
}

#[test]
fn a_page_of_two_texts_links_nothing() {
    let bench = bench();
    let mines = ready(&bench, "Mines", TEXT, "Coastal Agency", 10)
        .article
        .unwrap();
    let flood = ready(&bench, "Flood", &other_text(), "Coastal Agency", 10)
        .article
        .unwrap();
    ready(
        &bench,
        "Morning news",
        &format!("{}\n{TEXT}", other_text()),
        "Kanal 4",
        11,
    );
    let together = [mines, flood].map(|id| group_of(&bench, id).map(|wire| wire.group));
    assert!(together[0].is_none() || together[0] != together[1]);
}

#[test]
fn a_page_of_two_texts_that_came_first_links_nothing_either() {
    let bench = bench();
    ready(
        &bench,
        "Morning news",
        &format!("{}\n{TEXT}", other_text()),
        "Kanal 4",
        10,
    );
    let one = |name: &str, text: &str, outlet: &str| {
        ready(&bench, name, text, outlet, 11).article.unwrap()
    };
    let mines = one("Mines", TEXT, "Coastal Agency");
    let flood = one("Flood", &other_text(), "Coastal Agency");
    let pits = one("Pits", &printed("Lawmakers decided", 5), "The Post");
    let high_water = one("High water", &other_text(), "Le Phare");
    let groups =
        [mines, pits, flood, high_water].map(|id| group_of(&bench, id).map(|wire| wire.group));
    assert!(groups[0].is_some() && groups[0] == groups[1], "{groups:?}");
    assert!(groups[2].is_some() && groups[2] == groups[3], "{groups:?}");
    assert_ne!(groups[0], groups[2]);
}

#[test]
fn articles_of_before_are_looked_at_after_opening() {
    let bench = bench();
    let [first, ..] = three(&bench);
    let db = bench.path().join("notebook.db");
    let Bench { folder, notebook } = bench;
    drop(notebook);
    // As a notebook that was written before copies were looked for.
    let conn = rusqlite::Connection::open(&db).unwrap();
    conn.execute_batch(
        "DELETE FROM wire_members; DELETE FROM wire_bands; DELETE FROM wire_texts;
         UPDATE articles SET folded = 0, inbox_folded = 0;",
    )
    .unwrap();
    drop(conn);
    let notebook = dragoman_core::Notebook::open(folder.path().join("Desk")).unwrap();
    notebook.finish_backlog();
    let bench = Bench { folder, notebook };
    assert_eq!(group_of(&bench, first).unwrap().copies, 3);
    assert_eq!(rows(&bench, ArticleScope::Library).0.len(), 1);
}

#[test]
fn copies_are_found_among_the_latest_texts_and_among_all_before() {
    let bench = bench();
    let first = ready(
        &bench,
        "Mines to close",
        &printed("MPs voted", 6),
        "Post",
        5,
    );
    assert_eq!(numbers(&bench), (40, 0));
    // As if this were the last that the small index takes.
    let db = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    db.execute("UPDATE counters SET n = 2047 WHERE name = 'wireRecent'", [])
        .unwrap();
    let other = ready(&bench, "Flood", &other_text(), "Post", 5);
    assert_eq!(numbers(&bench), (0, 80));
    let copy = ready(
        &bench,
        "End of coal",
        &printed("Members voted", 5),
        "Times",
        6,
    );
    assert_eq!(numbers(&bench), (40, 80));
    let again = ready(
        &bench,
        "Water",
        &other_text().replace("Farmers", "Peasants"),
        "Times",
        6,
    );
    for (copy, of) in [(&copy, &first), (&again, &other)] {
        assert_eq!(copy.outcome, OutcomeKind::WireCopy);
        assert_eq!(copy.copy_of.as_ref().map(|copied| copied.id), of.article);
        let found = bench
            .notebook
            .wire()
            .look_up(copy.article.unwrap())
            .unwrap();
        assert_eq!(found, [of.article.unwrap()]);
    }
}

/// How many numbers of sketches are in the small index and in the large one.
fn numbers(bench: &Bench) -> (u32, u32) {
    let db = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        db.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    (count("wire_recent"), count("wire_bands"))
}
