//! Whatever is done to entities in whatever order: counts, links and search are what a
//! rebuild from scratch makes of the mentions.

use std::collections::{BTreeMap, BTreeSet};

use dragoman_core::domain::{
    Article, EntityId, EntityKind, EntityQuery, Field, LinkTarget, NameStrength, NoteQuery,
    SearchQuery, TagRequest, TagScope, TagTarget,
};
use dragoman_core::{Error, Result};
use rusqlite::Connection;

use crate::support::{Bench, bench, span_of};

const NAMES: [&str; 6] = [
    "Alpha",
    "Beta",
    "Gamma",
    "Alpha Beta",
    "Delta",
    "Gamma Delta",
];

/// A sequence of numbers that is the same each time (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }
}

struct Desk {
    bench: Bench,
    articles: Vec<Article>,
    entities: Vec<EntityId>,
    dice: Dice,
}

impl Desk {
    fn new(seed: u64) -> Self {
        let bench = bench();
        let articles = vec![
            bench.article("One", &["Alpha Beta met Gamma and Delta."]),
            bench.article(
                "Two",
                &["Gamma Delta spoke. Alpha left. Alpha Beta stayed."],
            ),
            bench.article("Three", &["Beta, Gamma and Alpha."]),
            bench.article("Four", &["Delta was there before Gamma Delta."]),
        ];
        // Two days of one month, the day before the first that computers count, and none.
        let days = ["2022-05-09", "2022-05-11", "1969-12-31"];
        for (article, day) in articles.iter().zip(days) {
            date(&bench, article, day);
        }
        let mut desk = Self {
            bench,
            articles,
            entities: Vec::new(),
            dice: Dice(seed),
        };
        for name in &NAMES[..3] {
            desk.create(name);
        }
        let links: Vec<String> = (desk.entities.iter())
            .map(|id| format!("[[entity:{id}|was]]"))
            .collect();
        let notes = desk.bench.notebook.notes();
        notes
            .create("Links", &format!("Zzz {}.", links.join(" ")))
            .unwrap();
        desk
    }

    fn create(&mut self, name: &str) {
        let entities = self.bench.notebook.entities();
        let made = entities.create(EntityKind::Person, name).unwrap();
        self.entities.push(made.id);
    }

    /// One thing that a person could do; what is refused changes nothing.
    fn act(&mut self) -> String {
        let what = self.dice.roll(16);
        let (one, other) = (
            self.dice.pick(&self.entities),
            self.dice.pick(&self.entities),
        );
        let name = self.dice.pick(&NAMES);
        let entities = self.bench.notebook.entities();
        let (told, done): (String, Result<()>) = match what {
            0 => {
                self.create(name);
                (format!("create {name}"), Ok(()))
            }
            1 | 2 => {
                let scope =
                    self.dice
                        .pick(&[TagScope::Mention, TagScope::Article, TagScope::Always]);
                let article = self.dice.pick(&self.articles);
                let word =
                    self.dice
                        .pick(&["met", "spoke", "Alpha", "Gamma", "Delta", "Gamma Delta"]);
                if !article.blocks[0].text.contains(word) {
                    return "tag nothing".into();
                }
                let request = TagRequest {
                    article: article.id,
                    span: span_of(&article, 0, word),
                    target: TagTarget::Known { id: one },
                    scope,
                };
                let done = entities.tag(&request).map(drop);
                (
                    format!("tag {word} in {} {scope:?} {one}", article.title),
                    done,
                )
            }
            3 | 4 => {
                let strength = self.dice.pick(&[NameStrength::Strong, NameStrength::Weak]);
                let done = entities.add_name(one, name, strength).map(drop);
                (format!("add {name} to {one}"), done)
            }
            5..=7 => (
                format!("merge {other} into {one}"),
                entities.merge(one, &[other]).map(drop),
            ),
            8 | 9 => (format!("split {one}"), entities.split(one).map(drop)),
            10 => (
                format!("rename {one} {name}"),
                entities.rename(one, name).map(drop),
            ),
            11 => {
                let known = entities.get(one).map(|entity| entity.names);
                let known = known.unwrap_or_default();
                if known.is_empty() {
                    return "no name".into();
                }
                let name = self.dice.pick(&known);
                (
                    format!("remove {}", name.text),
                    entities.remove_name(name.id).map(drop),
                )
            }
            12 if self.dice.roll(2) == 0 => (format!("delete {one}"), entities.delete(one)),
            13 => {
                let article = self.dice.pick(&self.articles);
                let articles = self.bench.notebook.articles();
                match articles.get(article.id).unwrap().deleted {
                    true => (
                        format!("restore {}", article.title),
                        articles.restore(&[article.id]),
                    ),
                    false => (
                        format!("trash {}", article.title),
                        articles.delete(&[article.id]),
                    ),
                }
            }
            14 => {
                let article = self.dice.pick(&self.articles);
                let day = self.dice.pick(&["2022-05-11", "2023-01-01"]);
                date(&self.bench, &article, day);
                (format!("{} is of {day}", article.title), Ok(()))
            }
            _ => ("undo".into(), self.bench.notebook.undo(None).map(drop)),
        };
        match done {
            Ok(())
            | Err(Error::InvalidInput { .. } | Error::NotFound { .. } | Error::Conflict { .. }) => {
            }
            Err(error) => panic!("{told}: {error}"),
        }
        self.bench.notebook.finish_matching();
        told
    }

    fn database(&self) -> Connection {
        Connection::open(self.bench.path().join("notebook.db")).unwrap()
    }

    /// What searching each entity by its name finds, and what finds the note by the names
    /// of its links.
    fn searched(&self) -> BTreeMap<String, BTreeSet<String>> {
        let notebook = &self.bench.notebook;
        notebook.finish_indexing().unwrap();
        let mut all = BTreeMap::new();
        for text in NAMES
            .iter()
            .flat_map(|name| [format!("person:\"{name}\""), format!("\"{name}\"")])
        {
            let query = SearchQuery {
                text: text.clone(),
                limit: 100,
                ..SearchQuery::default()
            };
            let hits = notebook.search(&query).unwrap().hits;
            all.insert(
                text,
                hits.into_iter().map(|hit| hit.title.concat()).collect(),
            );
        }
        all
    }

    fn check(&self, told: &[String]) {
        let conn = self.database();
        let shown = shown_by_rule(&conn);
        let entities = self.bench.notebook.entities();
        let rows = entities.list(&EntityQuery::default(), 0, 500).unwrap().rows;
        let mut listed = BTreeMap::new();
        for row in &rows {
            let entity = entities.get(row.id).unwrap();
            assert_eq!(entity.id, row.id, "{told:#?}");
            let counts = (entity.articles, entity.mentions);
            if counts != (0, 0) {
                listed.insert(row.id.to_string(), counts);
            }
            let preferred: Vec<_> = entity.names.iter().filter(|name| name.preferred).collect();
            assert_eq!(preferred.len(), 1, "{:?} {told:#?}", entity.names);
            assert_eq!(preferred[0].text, entity.name, "{told:#?}");
            let told_by_names: u32 = entity.names.iter().map(|name| name.mentions).sum();
            assert!(told_by_names <= entity.mentions, "{entity:?} {told:#?}");
        }
        assert_eq!(listed, shown, "{told:#?}");
        for (counted, rule) in COUNTED {
            let differ: u32 = conn
                .query_row(
                    &format!("SELECT count(*) FROM (SELECT * FROM ({counted} EXCEPT {rule}) UNION ALL SELECT * FROM ({rule} EXCEPT {counted}))"),
                    [],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(differ, 0, "{counted} {told:#?}");
        }
        self.check_links(told);
        let left: u32 = conn
            .query_row("SELECT count(*) FROM pending_settlings", [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(left, 0, "{told:#?}");
    }

    /// A link is called what its entity is called, and that one knows of it.
    fn check_links(&self, told: &[String]) {
        let notes = self.bench.notebook.notes();
        let row = &notes.list(&NoteQuery::default(), 0, 1).unwrap().rows[0];
        for link in notes.get(row.id).unwrap().links {
            let LinkTarget::Entity { id } = link.target else {
                panic!("a link to something else");
            };
            let entity = self.bench.notebook.entities().get(id).unwrap();
            assert_eq!(
                (link.title, link.gone),
                (entity.name, entity.deleted),
                "{told:#?}"
            );
            let target = LinkTarget::Entity { id: entity.id };
            let back = notes.backlinks(target, None, 500).unwrap().rows;
            assert!(!back.is_empty(), "{told:#?}");
        }
    }
}

fn date(bench: &Bench, article: &Article, day: &str) {
    let articles = bench.notebook.articles();
    articles
        .edit_field(article.id, Field::Published, Some(day.into()), None)
        .unwrap();
}

/// What is kept ready for an entity's page, and how it is made from scratch.
const COUNTED: [(&str, &str); 2] = [
    (
        "SELECT id, mentions FROM names WHERE mentions <> 0",
        "SELECT m.name_id, count(*) FROM mentions m JOIN articles a ON a.id = m.article_id
         WHERE m.name_id IS NOT NULL AND m.status <> 'rejected' AND m.orphaned = 0
           AND a.deleted_ms IS NULL GROUP BY m.name_id",
    ),
    (
        "SELECT entity_id, day, articles FROM entity_days",
        "SELECT entity_id, CASE WHEN listed_ms < 0 THEN (listed_ms + 1) / 86400000 - 1
           ELSE listed_ms / 86400000 END AS day, count(*)
         FROM article_entities WHERE dated = 1 GROUP BY entity_id, day",
    ),
];

/// Entity, article, block, start and end.
type Place = (String, String, i64, i64, i64);

/// Articles and mentions of each entity, from the mentions alone: each belongs to its own
/// entity, and is shown by the one that holds that now. Of those at one place a person's
/// word counts before a guess, and a sure one before an unsure one.
fn shown_by_rule(conn: &Connection) -> BTreeMap<String, (u32, u32)> {
    let text = |row: &rusqlite::Row<'_>, at: usize| row.get::<_, Option<String>>(at).unwrap();
    let mut holders = BTreeMap::new();
    let mut deleted = BTreeSet::new();
    let mut statement = conn
        .prepare("SELECT lower(hex(id)), lower(hex(merged_into)), merged_into IS NULL, deleted_ms IS NULL FROM entities")
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let id = text(row, 0).unwrap();
        if !row.get::<_, bool>(2).unwrap() {
            holders.insert(id, text(row, 1).unwrap());
        } else if !row.get::<_, bool>(3).unwrap() {
            deleted.insert(id);
        }
    }
    let mut best: BTreeMap<Place, (bool, u8)> = BTreeMap::new();
    let mut statement = conn
        .prepare(
            "SELECT lower(hex(coalesce(home, entity_id))), lower(hex(article_id)), block, start,
               \"end\", status, by
             FROM mentions WHERE orphaned = 0
               AND article_id IN (SELECT id FROM articles WHERE deleted_ms IS NULL)",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let mut id = text(row, 0).unwrap();
        while let Some(holder) = holders.get(&id) {
            id = holder.clone();
        }
        if deleted.contains(&id) {
            continue;
        }
        let sureness = match text(row, 5).unwrap().as_str() {
            "rejected" => 0,
            "suggested" => 1,
            _ => 2,
        };
        let place = (
            id,
            text(row, 1).unwrap(),
            row.get(2).unwrap(),
            row.get(3).unwrap(),
            row.get(4).unwrap(),
        );
        let weight = (text(row, 6).unwrap() == "person", sureness);
        let known = best.entry(place).or_insert(weight);
        *known = weight.max(*known);
    }
    let mut counts: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for ((entity, article, ..), (_, sureness)) in best {
        if sureness > 0 {
            *counts
                .entry(entity)
                .or_default()
                .entry(article)
                .or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|(entity, articles)| {
            let id = uuid_of(&entity);
            (id, (articles.len() as u32, articles.values().sum()))
        })
        .collect()
}

fn uuid_of(hex: &str) -> String {
    let id: EntityId = hex.parse().unwrap();
    id.to_string()
}

#[test]
fn any_sequence_leaves_what_a_rebuild_makes() {
    for seed in 0..6 {
        let mut desk = Desk::new(seed * 7919 + 1);
        let mut told = vec![format!("seed {seed}")];
        for _ in 0..40 {
            told.push(desk.act());
            desk.check(&told);
        }
        let before = desk.searched();
        desk.bench.notebook.rebuild_index();
        desk.bench.notebook.finish_rebuilding();
        assert_eq!(before, desk.searched(), "{told:#?}");
    }
}
