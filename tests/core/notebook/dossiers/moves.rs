//! Whatever is added, moved and taken out in whatever order: the outline is what a simple
//! model makes of it, and taking steps back brings back each outline before.

use dragoman_core::Error;
use dragoman_core::domain::{DossierId, DossierItemId, ItemPlace, ItemShift, ItemTarget, NewItem};

use crate::support::{Bench, bench};

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
}

/// An outline as a list of titles, each with how deep it stands.
type Model = Vec<(String, usize)>;

/// Where the part ends that begins at `at`.
fn end(model: &Model, at: usize) -> usize {
    let below = model[at + 1..].iter().take_while(|(_, d)| *d > model[at].1);
    at + 1 + below.count()
}

fn put(model: &mut Model, at: usize, depth: usize, mut part: Model) {
    let was = part[0].1;
    for (_, of) in &mut part {
        *of = *of - was + depth;
    }
    model.splice(at..at, part);
}

fn take(model: &mut Model, at: usize) -> Model {
    let end = end(model, at);
    model.drain(at..end).collect()
}

/// The one before (or after) it under the same parent.
fn sibling(model: &Model, at: usize, before: bool) -> Option<usize> {
    let depth = model[at].1;
    match before {
        true => (0..at)
            .rev()
            .take_while(|n| model[*n].1 >= depth)
            .find(|n| model[*n].1 == depth),
        false => Some(end(model, at)).filter(|n| model.get(*n).is_some_and(|(_, d)| *d == depth)),
    }
}

fn titles(bench: &Bench, dossier: DossierId) -> (Model, Vec<DossierItemId>) {
    let page = bench
        .notebook
        .dossiers()
        .page(dossier, None, 0, 500)
        .unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    let model = page
        .rows
        .iter()
        .map(|row| (row.title.clone(), row.depth as usize));
    (
        model.collect(),
        page.rows.iter().map(|row| row.id).collect(),
    )
}

#[test]
fn order_is_that_of_a_model_and_undo_brings_back() {
    for seed in 0..6 {
        run(seed);
    }
}

fn run(seed: u64) {
    let mut bench = bench();
    let mut dice = Dice(seed);
    let dossier = bench.notebook.dossiers().create("Moves").unwrap().id;
    let mut model: Model = Vec::new();
    // With each step what it moved by keys: these move one thing in one step.
    let mut before: Vec<(Model, Option<String>)> = Vec::new();
    for turn in 0..160 {
        let told = format!("seed {seed}, turn {turn}");
        if turn == 90 {
            bench = bench.reopen();
        }
        let (now, ids) = titles(&bench, dossier);
        assert_eq!(now, model, "{told}");
        let dossiers = bench.notebook.dossiers();
        let at = dice.roll(ids.len());
        let was = model.clone();
        let mut moved_by_key = false;
        let mut moved_one = None;
        match dice.roll(10) {
            0..=2 => {
                let title = format!("{seed}-{turn}");
                let new = NewItem {
                    target: ItemTarget::Heading,
                    title: title.clone(),
                };
                let (place, to, depth) = match (dice.roll(3), ids.get(at)) {
                    (0, Some(item)) => {
                        let place = ItemPlace::First {
                            parent: Some(*item),
                        };
                        (place, at + 1, model[at].1 + 1)
                    }
                    (1, Some(item)) => (ItemPlace::Before { item: *item }, at, model[at].1),
                    _ => (ItemPlace::Last { parent: None }, model.len(), 0),
                };
                dossiers.add(dossier, &[new], place).unwrap();
                put(&mut model, to, depth, vec![(title, 0)]);
            }
            3 | 4 if !ids.is_empty() => {
                let to = dice.roll(ids.len());
                let place = match dice.roll(4) {
                    0 => ItemPlace::First {
                        parent: Some(ids[to]),
                    },
                    1 => ItemPlace::Last {
                        parent: Some(ids[to]),
                    },
                    2 => ItemPlace::Before { item: ids[to] },
                    _ => ItemPlace::After { item: ids[to] },
                };
                let inside = (at..end(&model, at)).contains(&to);
                let same =
                    to == at && matches!(place, ItemPlace::Before { .. } | ItemPlace::After { .. });
                let moved = dossiers.move_item(ids[at], place);
                assert_eq!(moved.is_err(), inside && !same, "{told}");
                if !inside {
                    let goal = model[to].0.clone();
                    let part = take(&mut model, at);
                    let to = model.iter().position(|(title, _)| *title == goal).unwrap();
                    let depth = model[to].1;
                    let (to, depth) = match place {
                        ItemPlace::First { .. } => (to + 1, depth + 1),
                        ItemPlace::Last { .. } => (end(&model, to), depth + 1),
                        ItemPlace::Before { .. } => (to, depth),
                        ItemPlace::After { .. } => (end(&model, to), depth),
                    };
                    put(&mut model, to, depth, part);
                }
            }
            5 | 6 if !ids.is_empty() => {
                let shift = [
                    ItemShift::Up,
                    ItemShift::Down,
                    ItemShift::In,
                    ItemShift::Out,
                ][dice.roll(4)];
                dossiers.shift(ids[at], shift).unwrap();
                moved_one = Some(model[at].0.clone());
                moved_by_key = true;
                let depth = model[at].1;
                let parent = (0..at).rev().find(|n| model[*n].1 < depth);
                let previous = sibling(&model, at, true);
                let next = sibling(&model, at, false);
                let to = match shift {
                    ItemShift::Up => previous.map(|to| (to, depth)),
                    ItemShift::Down => next.map(|to| (end(&model, to), depth)),
                    ItemShift::In => previous.map(|_| (at, depth + 1)),
                    ItemShift::Out => parent.map(|to| (end(&model, to), depth - 1)),
                };
                if let Some((to, depth)) = to {
                    let part = take(&mut model, at);
                    let to = if to > at { to - part.len() } else { to };
                    put(&mut model, to, depth, part);
                }
            }
            7 if !ids.is_empty() => {
                dossiers.remove_items(&[ids[at]]).unwrap();
                take(&mut model, at);
            }
            _ => {
                let Some((earlier, _)) = before.pop() else {
                    continue;
                };
                bench.notebook.undo(None).unwrap().unwrap();
                model = earlier;
                continue;
            }
        }
        let goes_on = moved_by_key && before.last().is_some_and(|(_, one)| *one == moved_one);
        if model != was && !goes_on {
            before.push((was, moved_one));
        }
    }
    let (now, _) = titles(&bench, dossier);
    assert_eq!(now, model);
    while let Some((earlier, _)) = before.pop() {
        bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(titles(&bench, dossier).0, earlier, "seed {seed}");
    }
}

#[test]
fn what_stands_under_an_item_goes_no_deeper_than_can_be_nested() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Deep").unwrap().id;
    let add = |title: &str, parent: Option<DossierItemId>| {
        let new = NewItem {
            target: ItemTarget::Heading,
            title: title.into(),
        };
        let last = ItemPlace::Last { parent };
        dossiers.add(id, &[new], last).unwrap().first.unwrap()
    };
    let chain = |name: &str, long: usize| {
        let mut items: Vec<DossierItemId> = Vec::new();
        for n in 0..long {
            items.push(add(&format!("{name}{n}"), items.last().copied()));
        }
        items
    };
    let (long, short) = (chain("a", 30), chain("b", 3));
    let under = |item: DossierItemId, parent: DossierItemId| {
        let place = ItemPlace::Last {
            parent: Some(parent),
        };
        dossiers.move_item(item, place)
    };
    assert!(matches!(
        under(short[0], long[29]),
        Err(Error::InvalidInput { .. })
    ));
    under(short[0], long[28]).unwrap();
}
