//! Notes in a large notebook, without a window: what a person waits for while writing.

use std::path::Path;
use std::time::Instant;

use dragoman_core::domain::{EntityId, EntityKind, LinkTarget, NoteId};
use dragoman_core::{CancelToken, Notebook, Result};

/// How often each question is asked.
const TIMES: usize = 30;
/// Links to the entity that most notes name.
const BACKLINKS: usize = 50_000;
/// Links to the note that is renamed.
const RENAMED: usize = 10_000;
const WORDS: &[&str] = &[
    "harbour",
    "talks",
    "border",
    "minister",
    "grain",
    "ceasefire",
    "summit",
    "election",
    "sanctions",
    "pipeline",
    "treaty",
    "envoy",
    "rail",
    "exports",
    "courts",
    "militia",
];

/// Fills a notebook with `notes` notes and as many entities as make `targets` targets,
/// and prints how long things take, in milliseconds.
pub fn measure(folder: &Path, notes: usize, targets: usize) -> Result<()> {
    let notebook = Notebook::create(folder)?;
    let most_named = entities(&notebook, targets.saturating_sub(notes))?;
    let ids = write(&notebook, notes, most_named)?;
    println!("{notes} notes, {targets} targets");
    let all = notebook.notes();
    row("open a note", || all.get(ids[ids.len() / 2]).map(drop))?;
    // One letter and a word that nearly all names share among them.
    for typed in ["h", "har", "harbour tal", "p", "person", "Person 4", "zzz"] {
        row(&format!("complete {typed:?}"), || {
            all.complete_link(typed, 24).map(drop)
        })?;
    }
    let target = LinkTarget::Entity { id: most_named };
    let page = all.backlinks(target, None, 40)?;
    println!("{} backlinks", page.total);
    row("backlinks, first screen", || {
        all.backlinks(target, None, 40).map(drop)
    })?;
    let renamed = ids[0];
    let total = all
        .backlinks(LinkTarget::Note { id: renamed }, None, 1)?
        .total;
    println!("{total} links to the note that is renamed");
    let mut n = 0;
    row("rename a note", || {
        n += 1;
        let note = all.get(renamed)?;
        all.save(renamed, note.revision, &format!("Renamed {n}"), &note.body)
            .map(drop)
    })?;
    let long = "A line of a long note, with a date and a name.\n".repeat(22_000);
    let long = all.create("Long", &long)?;
    println!("a note of {} bytes", long.body.len());
    row("save a long note", || {
        let note = all.get(long.id)?;
        let body = format!("{}more\n", note.body);
        all.save(long.id, note.revision, &note.title, &body)
            .map(drop)
    })
}

/// Makes so many entities; answers with the one that most notes will name.
fn entities(notebook: &Notebook, count: usize) -> Result<EntityId> {
    let mut csv = String::from("name\n");
    for n in 0..count {
        csv.push_str(&format!("Person {n} {}\n", WORDS[n % WORDS.len()]));
    }
    let cancel = CancelToken::new();
    let entities = notebook.entities();
    let most_named = entities.create(EntityKind::Person, "Most Named")?.id;
    entities.import_list(&csv, EntityKind::Person, true, &cancel, &mut |_| {})?;
    Ok(most_named)
}

fn write(notebook: &Notebook, count: usize, most_named: EntityId) -> Result<Vec<NoteId>> {
    let notes = notebook.notes();
    let mut ids = vec![notes.create("First", "It is renamed.")?.id];
    for n in 1..count {
        let word = |k: usize| WORDS[(n * 7 + k * 3) % WORDS.len()];
        let mut body = format!("The {} and the {} of {}.\n", word(1), word(2), word(3));
        for _ in 0..BACKLINKS.div_ceil(count) {
            body.push_str(&format!("He is [[entity:{most_named}|Most Named]].\n"));
        }
        if n <= RENAMED {
            body.push_str(&format!("See [[note:{}|First]].\n", ids[0]));
        }
        let title = format!("{} {} {n}", word(0), word(4));
        ids.push(notes.create(&title, &body)?.id);
    }
    Ok(ids)
}

fn row(what: &str, mut ask: impl FnMut() -> Result<()>) -> Result<()> {
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..TIMES {
        let started = Instant::now();
        ask()?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    println!("{what:32} median {:8.2}  p95 {:8.2}", at(0.5), at(0.95));
    Ok(())
}
