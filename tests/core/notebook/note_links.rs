//! Links in notes: passages, embeds, backlinks in pages, mentions that are not linked yet.

use std::fs;

use dragoman_core::CancelToken;
use dragoman_core::ErrorCode;
use dragoman_core::domain::{
    BacklinkPlace, EntityKind, ItemPlace, ItemTarget, LinkTarget, MentionedIn, NewItem, NoteId,
    NoteQuery, UnlinkedMention,
};

use crate::support::{Bench, bench};

fn note(bench: &Bench, title: &str, body: &str) -> NoteId {
    bench.notebook.notes().create(title, body).unwrap().id
}

#[test]
fn headings_and_named_blocks_are_completed_and_embedded() {
    let bench = bench();
    let body = "# Talks\n\nOpening.\n\n## 첫 회담 | [one]\n\nThey met. ^met\n\n```\n# not a heading\n```\n\n## سطر\n\nEnd.";
    let id = note(&bench, "Geneva", body);
    let notes = bench.notebook.notes();
    let found = notes.complete_passage("geneva", "", None, 10).unwrap();
    let anchors: Vec<_> = found.iter().filter_map(|c| c.anchor.as_deref()).collect();
    assert_eq!(
        anchors,
        ["Talks", "첫 회담 (one)", "^met", "سطر"].map(|a| a.replace(['(', ')'], ""))
    );
    let found = notes.complete_passage("", "첫", Some(id), 10).unwrap();
    assert_eq!(found.len(), 1);
    let target = LinkTarget::Note { id };
    let shown = notes.embedded(target, "첫 회담 one").unwrap();
    assert!(shown.text.starts_with("## 첫 회담") && shown.text.ends_with("```") && !shown.gone);
    assert_eq!(
        notes.embedded(target, "^met").unwrap().text,
        "They met. ^met"
    );
    assert!(notes.embedded(target, "No such").unwrap().gone);
    let linking = notes
        .create("L", &format!("see [[note:{id}#첫 회담 one|Geneva]]"))
        .unwrap();
    assert_eq!(linking.links[0].title, "Geneva");
}

#[test]
fn what_is_embedded_names_what_it_links_to_as_that_is_called_now() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let port = note(&bench, "Port", "");
    let inner = note(&bench, "Inner", &format!("See [[note:{port}|Port]]."));
    let outer = note(&bench, "Outer", &format!("![[note:{inner}|Inner]]"));
    let now = notes.get(port).unwrap();
    notes.save(port, now.revision, "Harbour", "").unwrap();
    let shown = notes.embedded(LinkTarget::Note { id: outer }, "").unwrap();
    let titles: Vec<_> = shown.links.iter().map(|link| link.title.as_str()).collect();
    assert_eq!(titles, ["Harbour"]);
}

#[test]
fn embeds_of_embeds_of_itself_end() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let (a, b) = (note(&bench, "A", ""), note(&bench, "B", ""));
    let write = |id: NoteId, body: &str| {
        let now = notes.get(id).unwrap();
        notes.save(id, now.revision, &now.title, body).unwrap();
    };
    write(a, &format!("a ![[note:{b}|B]] ![[note:{a}|A]]"));
    write(b, &format!("b ![[note:{a}|A]]"));
    let shown = notes.embedded(LinkTarget::Note { id: a }, "").unwrap();
    assert_eq!(shown.text, format!("a b ![[note:{a}|A]] ![[note:{a}|A]]"));
    // Each note embeds the one after it twice: shown as deep as it is, it would never end.
    let mut last = note(&bench, "deep", &"long text ".repeat(900));
    for n in 0..30 {
        let embed = format!("![[note:{last}|x]]");
        last = note(
            &bench,
            &format!("level {n}"),
            &format!("{embed} {embed} {embed}"),
        );
    }
    let shown = notes.embedded(LinkTarget::Note { id: last }, "").unwrap();
    assert!(shown.text.len() <= 20_000);
    // Thousands of short ones are not all looked up.
    let short = note(&bench, "short", "x");
    let many = note(
        &bench,
        "many",
        &format!("![[note:{short}|x]]").repeat(3_000),
    );
    let most = note(&bench, "most", &format!("![[note:{many}|x]]").repeat(3_000));
    let shown = notes.embedded(LinkTarget::Note { id: most }, "").unwrap();
    assert!(shown.text.starts_with("xxxx") && shown.text.contains("xx![[note:"));
    assert!(shown.text.chars().take_while(|c| *c == 'x').count() <= 200);
}

#[test]
fn backlinks_come_in_pages_and_none_from_the_trash() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Seoul")
        .unwrap();
    let target = LinkTarget::Entity { id: entity.id };
    let link = format!("[[entity:{}|Seoul]]", entity.id);
    let ids: Vec<NoteId> = (0..25)
        .map(|n| {
            note(
                &bench,
                &format!("N{n}"),
                &format!("One {link}. Two {link}!"),
            )
        })
        .collect();
    let notes = bench.notebook.notes();
    notes.delete(ids[3]).unwrap();
    // What is typed into a note in the trash is not counted either.
    let trashed = notes.get(ids[3]).unwrap();
    notes
        .save(ids[3], trashed.revision, "N3", &format!("still {link}"))
        .unwrap();
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = notes.backlinks(target, after, 7).unwrap();
        assert_eq!(page.total, 48);
        let Some(last) = page.rows.last() else { break };
        after = Some(BacklinkPlace {
            note: last.note,
            position: last.position,
        });
        seen.extend(page.rows.iter().map(|row| (row.note, row.position)));
    }
    assert_eq!(seen.len(), 48);
    assert_eq!(seen[0], (ids[24], 0));
    seen.dedup();
    assert_eq!(seen.len(), 48);
    notes.restore(ids[3]).unwrap();
    assert_eq!(notes.backlinks(target, None, 1).unwrap().total, 49);
}

#[test]
fn renaming_and_merging_change_no_byte_of_a_thousand_notes_and_export_valid_links() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let entities = bench.notebook.entities();
    let odd = "A ]] | # title\u{202e}\nwith\u{200b} עברית";
    let target = note(&bench, odd, "target");
    let other = note(&bench, "Other", "other");
    let entity = entities.create(EntityKind::Person, "Kim").unwrap();
    let article = bench.article("Harbour opens", &["The quay is open."]);
    let body = format!(
        "[[note:{target}|x]] [[entity:{}|Kim]] [[article:{}|h]] [[note:{other}#Top|o]]",
        entity.id, article.id
    );
    let ids: Vec<NoteId> = (0..1000)
        .map(|n| note(&bench, &format!("N{n}"), &format!("{n} {body}")))
        .collect();
    let before: Vec<_> = ids.iter().map(|id| notes.get(*id).unwrap()).collect();
    notes.save(target, 1, "Renamed ]] here", "target").unwrap();
    entities.rename(entity.id, "김정은").unwrap();
    notes.merge(target, other).unwrap();
    for (id, was) in ids.iter().zip(&before) {
        let now = notes.get(*id).unwrap();
        assert_eq!((&now.body, now.revision), (&was.body, was.revision));
        let titles: Vec<_> = now.links.iter().map(|link| link.title.as_str()).collect();
        assert_eq!(
            titles,
            [
                "Renamed ]] here",
                "김정은",
                "Harbour opens",
                "Renamed ]] here"
            ]
        );
        assert!(now.links.iter().all(|link| !link.gone));
    }
    let folder = bench.folder.path().join("out");
    bench
        .notebook
        .export(&folder, &CancelToken::new(), &mut |_| {})
        .unwrap();
    let mut links = 0;
    for entry in fs::read_dir(folder.join("notes")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for part in text.split("](<").skip(1) {
            let path = part.split(">)").next().unwrap();
            assert!(folder.join("notes").join(path).exists(), "{path}");
            links += 1;
        }
    }
    assert_eq!(links, 4000);
}

fn in_notes(mentions: &[UnlinkedMention]) -> Vec<&str> {
    mentions.iter().map(|one| one.words.as_str()).collect()
}

#[test]
fn names_that_are_not_linked_are_found_and_linked() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Kim Jong Un")
        .unwrap();
    let strong = dragoman_core::domain::NameStrength::Strong;
    bench
        .notebook
        .entities()
        .add_name(entity.id, "김정은", strong)
        .unwrap();
    let target = LinkTarget::Entity { id: entity.id };
    let linked = format!("Only [[entity:{}|Kim Jong Un]] here.", entity.id);
    note(&bench, "Linked", &linked);
    let latin = note(&bench, "Latin", "Yesterday Kim Jong-un spoke.");
    note(&bench, "Korean", "어제 김정은이 말했다.");
    bench.notebook.finish_indexing().unwrap();
    let found = notes.unlinked_mentions(target).unwrap();
    let mut words = in_notes(&found);
    words.sort_unstable();
    assert_eq!(words, ["Kim Jong-un", "김정은"]);
    let one = found.iter().find(|one| one.title == "Latin").unwrap();
    let MentionedIn::Note { id, start, end } = one.from else {
        panic!("{one:?}");
    };
    assert_eq!((id, one.before.as_str()), (latin, "Yesterday "));
    let other = notes.link_mention(target, id, (start, end), "other words");
    assert_eq!(other.unwrap_err().code(), ErrorCode::Conflict);
    notes
        .link_mention(target, id, (start, end), &one.words)
        .unwrap();
    assert_eq!(
        notes.get(latin).unwrap().body,
        format!("Yesterday [[entity:{}|Kim Jong-un]] spoke.", entity.id)
    );
    // What was written since stays.
    let now = notes.get(latin).unwrap();
    let since = format!("New. {} More.", now.body);
    notes.save(latin, now.revision, "Latin", &since).unwrap();
    assert!(!bench.notebook.undo(None).unwrap().unwrap().kept);
    assert_eq!(
        notes.get(latin).unwrap().body,
        "New. Yesterday Kim Jong-un spoke. More."
    );
}

#[test]
fn first_words_in_lists_have_what_links_are_called_now() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let four = note(&bench, "Small four", "");
    let kim = bench.notebook.entities();
    let kim = kim.create(EntityKind::Person, "Kim").unwrap();
    let links = format!(
        "**Daily** [[note:{four}|Small four]] [[entity:{}|Kim]]",
        kim.id
    );
    let short = note(&bench, "Short", &format!("{links}."));
    // Letters of several bytes stand where the beginning of a long one ends.
    let long = note(
        &bench,
        "Long",
        &format!("{links}{}", " 한국어".repeat(3_000)),
    );
    let dossiers = bench.notebook.dossiers();
    let dossier = dossiers.create("Case").unwrap().id;
    let item = NewItem {
        target: ItemTarget::Note { id: short },
        title: String::new(),
    };
    let end = ItemPlace::Last { parent: None };
    dossiers.add(dossier, &[item], end).unwrap();
    let revision = notes.get(four).unwrap().revision;
    notes.save(four, revision, "Renamed four", "").unwrap();
    bench
        .notebook
        .entities()
        .rename(kim.id, "Kim Jong Un")
        .unwrap();
    let page = notes.list(&NoteQuery::default(), 0, 10).unwrap();
    let excerpt = |id| {
        let row = page.rows.iter().find(|row| row.id == id).unwrap();
        row.excerpt.clone()
    };
    assert_eq!(excerpt(short), "Daily Renamed four Kim Jong Un.");
    assert!(excerpt(long).starts_with("Daily Renamed four Kim Jong Un 한국어"));
    assert_eq!(excerpt(long).chars().count(), 140);
    let outline = dossiers.page(dossier, None, 0, 10).unwrap();
    let shown = outline.rows[0].excerpt.as_deref();
    assert_eq!(shown, Some("Daily Renamed four Kim Jong Un."));
}

#[test]
fn the_words_around_a_mention_have_no_marks_and_links_show_their_titles() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let seoul = entities.create(EntityKind::Place, "Seoul").unwrap();
    let kim = entities.create(EntityKind::Person, "Kim Jong Un").unwrap();
    let body = format!(
        "# Plan\n\n- [ ] ==urgent==: [[entity:{}|Kim]] on **Seoul** and `code`, *soon*",
        kim.id
    );
    note(&bench, "Talks", &body);
    bench.notebook.finish_indexing().unwrap();
    let target = LinkTarget::Entity { id: seoul.id };
    let found = bench.notebook.notes().unlinked_mentions(target).unwrap();
    let [one] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(
        [&one.before, &one.words, &one.after],
        ["urgent: Kim Jong Un on ", "Seoul", " and code, soon"]
    );
}

#[test]
fn a_note_is_mentioned_by_notes_and_articles_that_have_its_title() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let title = "Hormuz timeline";
    let id = note(&bench, title, "Hormuz timeline is this very note.");
    note(&bench, "Plan", "Add to the Hormuz timeline tomorrow.");
    bench.article("Ships", &["A Hormuz timeline was published."]);
    bench.notebook.finish_indexing().unwrap();
    let found = notes.unlinked_mentions(LinkTarget::Note { id }).unwrap();
    let mut titles: Vec<_> = found.iter().map(|one| one.title.as_str()).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["Plan", "Ships"]);
}

#[test]
fn names_in_pictures_addresses_and_code_are_no_mentions() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let seoul = bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Seoul")
        .unwrap();
    let target = LinkTarget::Entity { id: seoul.id };
    let taken = [
        format!("![Seoul at night](image:{})", "1".repeat(64)),
        "[Seoul talks](https://example.org/Seoul)".into(),
        "https://example.org/Seoul/talks".into(),
        "`Seoul`".into(),
        "```\nSeoul\n```".into(),
        format!("[[entity:{}|Seoul]]", seoul.id),
    ];
    let body = format!("Höhe\n\n{}\n\nThen Seoul spoke.", taken.join("\n\n"));
    let id = note(&bench, "Talks", &body);
    bench.notebook.finish_indexing().unwrap();
    let found = notes.unlinked_mentions(target).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    let at = body.find("Seoul spoke").unwrap();
    let at = body[..at].chars().count() as u32;
    let place = |start: u32| MentionedIn::Note {
        id,
        start,
        end: start + 5,
    };
    assert_eq!(found[0].from, place(at));
    for (byte, _) in body.match_indices("Seoul") {
        let start = body[..byte].chars().count() as u32;
        if start != at {
            let refused = notes.link_mention(target, id, (start, start + 5), "Seoul");
            assert_eq!(refused.unwrap_err().code(), ErrorCode::Conflict);
        }
    }
    notes
        .link_mention(target, id, (at, at + 5), "Seoul")
        .unwrap();
    let linked = format!("Then [[entity:{}|Seoul]] spoke.", seoul.id);
    assert!(notes.get(id).unwrap().body.ends_with(&linked));
}

#[test]
fn a_line_of_very_many_links_is_not_looked_through_for_each() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let target = notes.create("Port", "").unwrap().id;
    // Whoever reads the line from its beginning for each is busy for minutes.
    let body = format!("[[note:{target}|the port]] and ").repeat(20_000);
    notes.create("Line", &body).unwrap();
    let linking = notes.backlinks(LinkTarget::Note { id: target }, None, 10);
    let linking = linking.unwrap();
    assert_eq!(linking.total, 20_000);
    let context = &linking.rows[0].context;
    assert!(context.chars().count() < 400, "{context}");
}
