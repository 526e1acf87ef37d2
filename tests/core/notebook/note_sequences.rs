//! Whatever is done in whatever order, backlinks are what a recount from scratch finds.

use std::collections::BTreeMap;

use dragoman_core::domain::{LinkTarget, NoteId, NoteQuery};

use crate::support::{Bench, bench};

/// Numbers that are the same in each run (Knuth's linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }
}

#[test]
fn backlinks_are_what_a_recount_finds() {
    for seed in 0..8 {
        let mut bench = bench();
        let mut dice = Dice(seed);
        let mut ids: Vec<NoteId> = (0..6)
            .map(|n| {
                let notes = bench.notebook.notes();
                notes.create(&format!("Note {n}"), "begun").unwrap().id
            })
            .collect();
        for step in 0..40 {
            let (one, other) = (ids[dice.below(ids.len())], ids[dice.below(ids.len())]);
            let notes = bench.notebook.notes();
            let what = dice.below(9);
            match what {
                0 | 1 => write(&bench, one, |body| {
                    format!("{body} and [[note:{other}|words {step}]].")
                }),
                2 => write(&bench, one, |body| match body.rfind("[[") {
                    Some(at) => body[..at].to_owned(),
                    None => body.to_owned(),
                }),
                3 => {
                    let now = notes.get(one).unwrap();
                    let title = format!("Renamed {step}");
                    notes.save(now.id, now.revision, &title, &now.body).unwrap();
                }
                // Refused where both are one note, or one is in the trash.
                4 => drop(notes.merge(one, other)),
                5 => {
                    let id = notes.get(one).unwrap().id;
                    notes.delete(id).unwrap();
                }
                6 => {
                    let deleted = notes.deleted().unwrap();
                    if !deleted.is_empty() {
                        notes
                            .restore(deleted[dice.below(deleted.len())].id)
                            .unwrap();
                    }
                }
                7 => {
                    let now = notes.get(one).unwrap();
                    let range = (0, now.body.chars().count() as u32);
                    if let Ok(made) = notes.split_off(now.id, now.revision, range, "part") {
                        ids.push(made.id);
                    }
                }
                _ => drop(bench.notebook.undo(None).unwrap()),
            }
            check(
                &bench,
                &ids,
                &format!("seed {seed}, step {step}, did {what}"),
            );
        }
        bench = bench.reopen();
        while bench.notebook.undo(None).unwrap().is_some() {
            check(&bench, &ids, &format!("seed {seed}, undoing"));
        }
    }
}

fn write(bench: &Bench, id: NoteId, change: impl Fn(&str) -> String) {
    let notes = bench.notebook.notes();
    let now = notes.get(id).unwrap();
    notes
        .save(now.id, now.revision, &now.title, &change(&now.body))
        .unwrap();
}

/// Counts the links in the bodies of kept notes, and asks for the backlinks of each note.
fn check(bench: &Bench, ids: &[NoteId], when: &str) {
    let notes = bench.notebook.notes();
    let mut counted: BTreeMap<NoteId, Vec<NoteId>> = BTreeMap::new();
    for row in notes.list(&NoteQuery::default(), 0, 500).unwrap().rows {
        for part in notes.get(row.id).unwrap().body.split("[[note:").skip(1) {
            let target: NoteId = part[..36].parse().unwrap();
            let root = notes.get(target).unwrap().id;
            counted.entry(root).or_default().push(row.id);
        }
    }
    for id in ids {
        let root = notes.get(*id).unwrap().id;
        let page = notes
            .backlinks(LinkTarget::Note { id: *id }, None, 500)
            .unwrap();
        let mut found: Vec<NoteId> = page.rows.iter().map(|row| row.note).collect();
        found.sort();
        let mut wanted = counted.get(&root).cloned().unwrap_or_default();
        wanted.sort();
        assert_eq!(found, wanted, "{when}");
        assert_eq!(page.total as usize, wanted.len(), "{when}");
    }
}
