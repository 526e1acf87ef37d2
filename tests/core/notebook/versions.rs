//! An article saved again with another text is a version of it, and nothing is lost.

use dragoman_core::domain::{
    Article, ArticleId, EntityKind, Field, ImportItem, MentionBy, OutcomeCode, OutcomeKind,
    PartChange, RunKind, TagRequest, TagScope, TagTarget, Warning,
};

use crate::support::{Bench, bench, span_of};

/// A page of the same address; `updated` as ISO 8601.
fn page(title: &str, updated: &str, paragraphs: &[&str]) -> String {
    let body: String = paragraphs
        .iter()
        .map(|text| format!("<p>{text}</p>"))
        .collect();
    format!(
        "<html lang=en><head><title>{title}</title>\
         <link rel=canonical href='https://example.org/port'>\
         <meta property='og:title' content='{title}'>\
         <meta property='article:published_time' content='2022-05-10T09:00:00+00:00'>\
         <meta property='article:modified_time' content='{updated}'>\
         </head><body><article><h1>{title}</h1>{body}</article></body></html>"
    )
}

const LEAD: &str = "The minister visited the eastern port on Monday, officials said, and spoke \
    with workers there about the new quay and about their wages.";
const DEAD: &str = "At least 12 people were killed when a crane fell on the quay in March, and \
    the harbour master Ann Poe was dismissed for it.";
const DEAD_LATER: &str = "At least 15 people were killed when a crane fell on the quay in March, \
    and the harbour master was dismissed for it.";
const END: &str = "She promised that work on it would begin before the winter, and that the \
    town would be asked whether it wants it.";

fn save(bench: &Bench, file: &str, html: &str) -> ImportItem {
    let items = bench.import(&bench.file(file, html));
    assert_eq!(items.len(), 1);
    items[0].clone()
}

fn first(bench: &Bench) -> (ImportItem, ArticleId) {
    let html = page(
        "Minister visits port",
        "2022-05-10T10:00:00+00:00",
        &[LEAD, DEAD, END],
    );
    let item = save(bench, "one.html", &html);
    let id = item.article.unwrap();
    (item, id)
}

fn second(bench: &Bench) -> ImportItem {
    let html = page(
        "Minister visits port after crane fall",
        "2022-05-10T15:00:00+00:00",
        &[LEAD, DEAD_LATER, END],
    );
    save(bench, "two.html", &html)
}

fn texts(article: &Article) -> Vec<&str> {
    article
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect()
}

#[test]
fn another_text_under_the_same_link_is_a_version_that_is_shown() {
    let bench = bench();
    let (_, id) = first(&bench);
    let item = second(&bench);
    assert_eq!(item.outcome, OutcomeKind::NewVersion);
    assert_eq!(item.code, OutcomeCode::NewVersion);
    assert_eq!(item.article, Some(id));
    assert_eq!(bench.library(), ["Minister visits port after crane fall"]);
    let article = bench.get(id);
    assert_eq!(texts(&article)[1], DEAD_LATER);
    assert_eq!(article.versions, 2);
    let versions = bench.notebook.articles().versions(id).unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[0].title, "Minister visits port");
    assert!(!versions[0].shown && versions[1].shown);
    assert!(versions[1].added >= 1 && versions[1].removed >= 2);
    // Each has its own original.
    let sha = |n: usize| versions[n].original.as_ref().unwrap().sha256.clone();
    assert_ne!(sha(0), sha(1));
    let old = bench
        .notebook
        .articles()
        .version_original(id, versions[0].version)
        .unwrap();
    assert!(old.html.contains("At least 12"));
    let shown = bench.notebook.articles().original(id).unwrap();
    assert!(shown.html.contains("At least 15"));
}

#[test]
fn the_difference_between_versions_is_said() {
    let bench = bench();
    let (_, id) = first(&bench);
    second(&bench);
    let versions = bench.notebook.articles().versions(id).unwrap();
    let diff = bench
        .notebook
        .articles()
        .diff(id, versions[0].version, versions[1].version)
        .unwrap();
    let changed: Vec<_> = diff
        .parts
        .iter()
        .filter(|part| part.change == PartChange::Changed)
        .collect();
    let words = |kind| -> Vec<String> {
        changed
            .iter()
            .flat_map(|part| &part.runs)
            .filter(|run| run.kind == kind)
            .map(|run| run.text.trim().to_owned())
            .collect()
    };
    assert!(
        words(RunKind::Inserted).contains(&"15".to_owned()),
        "{diff:?}"
    );
    assert!(
        words(RunKind::Deleted).contains(&"12".to_owned()),
        "{diff:?}"
    );
    assert!(
        words(RunKind::Deleted).contains(&"Ann Poe".to_owned()),
        "{diff:?}"
    );
}

#[test]
fn the_same_text_under_the_same_link_is_a_duplicate() {
    let bench = bench();
    let (_, id) = first(&bench);
    let spaced = LEAD.replace(' ', "\n ");
    let html = page(
        "Minister visits port",
        "2022-05-10T10:00:00+00:00",
        &[&spaced, DEAD, END],
    );
    let item = save(&bench, "again.html", &html);
    assert_eq!(item.code, OutcomeCode::SameLink);
    assert_eq!(item.article, Some(id));
    assert_eq!(bench.get(id).versions, 1);
    assert!(item.original);
    // The bytes of any version are known, not only of the one that is shown.
    second(&bench);
    let html = page(
        "Minister visits port",
        "2022-05-10T10:00:00+00:00",
        &[LEAD, DEAD, END],
    );
    let item = save(&bench, "copied.html", &html);
    assert_eq!(item.code, OutcomeCode::SameBytes);
    assert_eq!(item.article, Some(id));
}

#[test]
fn an_older_save_that_comes_later_is_not_shown() {
    let bench = bench();
    let id = second(&bench).article.unwrap();
    let (item, same) = first(&bench);
    assert_eq!(same, id);
    assert_eq!(item.outcome, OutcomeKind::NewVersion);
    assert_eq!(item.code, OutcomeCode::OtherVersion);
    let article = bench.get(id);
    assert_eq!(article.title, "Minister visits port after crane fall");
    assert_eq!(texts(&article)[1], DEAD_LATER);
    let versions = bench.notebook.articles().versions(id).unwrap();
    assert_eq!(versions[0].title, "Minister visits port");
    assert!(versions[1].shown);
}

#[test]
fn a_text_that_comes_back_is_a_version_of_its_own() {
    let bench = bench();
    let (_, id) = first(&bench);
    second(&bench);
    let html = page(
        "Minister visits port",
        "2022-05-10T18:00:00+00:00",
        &[LEAD, DEAD, END],
    );
    assert_eq!(
        save(&bench, "three.html", &html).code,
        OutcomeCode::NewVersion
    );
    assert_eq!(bench.get(id).versions, 3);
}

#[test]
fn what_a_person_edited_stays() {
    let bench = bench();
    let (_, id) = first(&bench);
    let edit = |field, value: &str| {
        bench
            .notebook
            .articles()
            .edit_field(id, field, Some(value.into()), None)
            .unwrap();
    };
    edit(Field::Title, "My title");
    edit(Field::Outlet, "The Harbour Post");
    second(&bench);
    let article = bench.get(id);
    assert_eq!(article.title, "My title");
    assert_eq!(article.outlet.as_deref(), Some("The Harbour Post"));
    assert_eq!(article.updated.unwrap().iso, "2022-05-10T15:00:00+00:00");
    // What was read beside it is still there to be picked.
    let title = article
        .provenance
        .iter()
        .find(|known| known.field == Field::Title)
        .unwrap();
    assert!(
        title
            .candidates
            .iter()
            .any(|other| other.value == "Minister visits port after crane fall")
    );
}

fn tag(bench: &Bench, article: &Article, block: usize, words: &str) {
    bench
        .notebook
        .entities()
        .tag(&TagRequest {
            article: article.id,
            span: span_of(article, block, words),
            target: TagTarget::New {
                kind: EntityKind::Person,
                name: words.into(),
            },
            scope: TagScope::Mention,
        })
        .unwrap();
}

#[test]
fn tags_follow_their_words_or_are_orphaned() {
    let bench = bench();
    let (_, id) = first(&bench);
    bench
        .notebook
        .entities()
        .create(EntityKind::Event, "winter")
        .unwrap();
    bench.notebook.finish_matching();
    let article = bench.get(id);
    tag(&bench, &article, 0, "workers");
    tag(&bench, &article, 1, "Ann Poe");
    second(&bench);
    let after = bench.get(id);
    let by_person: Vec<(&str, bool)> = after
        .mentions
        .iter()
        .filter(|mention| mention.by == MentionBy::Person)
        .map(|mention| (mention.anchor.exact.as_str(), mention.orphaned))
        .collect();
    assert!(by_person.contains(&("workers", false)), "{by_person:?}");
    assert!(by_person.contains(&("Ann Poe", true)), "{by_person:?}");
    // Names are looked for anew: nothing that was only found is left behind.
    let winter: Vec<_> = after
        .mentions
        .iter()
        .filter(|mention| mention.by == MentionBy::Name)
        .collect();
    assert_eq!(winter.len(), 1);
    assert!(!winter[0].orphaned);
}

#[test]
fn undo_puts_the_former_version_back_as_it_was() {
    let bench = bench();
    let (_, id) = first(&bench);
    bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Ann Poe")
        .unwrap();
    bench.notebook.finish_matching();
    tag(&bench, &bench.get(id), 0, "workers");
    let line = bench.get(id).blocks[2].line;
    bench.notebook.articles().remove_piece(id, line).unwrap();
    let before = bench.get(id);
    let item = second(&bench);
    assert_ne!(bench.get(id), before);
    bench.notebook.imports().undo(item.import).unwrap();
    assert_eq!(bench.get(id), before);
    // And that can be taken back.
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.get(id).versions, 2);
    assert_eq!(bench.get(id).title, "Minister visits port after crane fall");
    // The step that the import left does the same.
    let bench = bench.reopen();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    bench.notebook.undo(Some(step.id)).unwrap().unwrap();
    assert_eq!(bench.get(id), before);
}

#[test]
fn search_finds_the_version_that_is_shown() {
    let bench = bench();
    let (_, _) = first(&bench);
    let item = second(&bench);
    let found = |words: &str| {
        bench.notebook.finish_indexing().unwrap();
        let query = dragoman_core::domain::SearchQuery {
            text: words.into(),
            ..Default::default()
        };
        bench.notebook.search(&query).unwrap().total
    };
    assert_eq!((found("\"At least 15\""), found("\"At least 12\"")), (1, 0));
    bench.notebook.imports().undo(item.import).unwrap();
    assert_eq!((found("\"At least 15\""), found("\"At least 12\"")), (0, 1));
}

#[test]
fn taking_the_first_import_back_leaves_what_the_second_added() {
    let bench = bench();
    let (item, id) = first(&bench);
    let later = second(&bench);
    bench.notebook.imports().undo(item.import).unwrap();
    assert_eq!(bench.library().len(), 1);
    assert_eq!(bench.get(id).versions, 1);
    bench.notebook.imports().undo(later.import).unwrap();
    assert!(bench.library().is_empty());
}

#[test]
fn a_page_that_names_the_link_of_another_is_an_article_of_its_own() {
    let bench = bench();
    first(&bench);
    let other = page(
        "Bread dearer again",
        "2022-05-11T10:00:00+00:00",
        &[
            "Bakers in the capital asked for more money for every loaf this week, and nobody was \
             surprised by that after such a harvest.",
            "Flour had cost twice as much as a year ago since the mills in the south were closed \
             for repairs, the guild wrote to its members.",
        ],
    );
    let item = save(&bench, "other.html", &other);
    assert_eq!(item.outcome, OutcomeKind::Imported);
    let article = bench.get(item.article.unwrap());
    assert!(article.warnings.contains(&Warning::LinkOfAnother));
    assert_eq!(bench.library().len(), 2);
    // A later save of either goes to the one that it is a version of.
    assert_ne!(second(&bench).article, item.article);
}
