//! The index as something that is made, looked at, lost and made again.

use std::fs;
use std::path::{Path, PathBuf};

use dragoman_core::Notebook;
use dragoman_core::domain::SearchQuery;
use dragoman_core::search::INDEX_VERSION;

use crate::support::{Bench, bench};

fn filled() -> Bench {
    let bench = bench();
    bench.article("Dignity", &["He safeguarded the country’s dignity."]);
    bench.article("Порт", &["Министр посетил восточный порт."]);
    bench.article("Talks", &["Talks about grain were held."]);
    bench.notebook.notes().create("Words", "Of grain.").unwrap();
    bench.notebook.finish_indexing().unwrap();
    bench
}

fn found(notebook: &Notebook, text: &str) -> u32 {
    let query = SearchQuery {
        text: text.to_owned(),
        ..SearchQuery::default()
    };
    notebook.search(&query).unwrap().total
}

/// Every file of the index, and its folders.
fn files(index: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(index).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The folder of the index that answers.
fn current(index: &Path) -> PathBuf {
    index.join(fs::read_to_string(index.join("current")).unwrap())
}

/// Opens the notebook again after `spoil` had its closed index; gives it when all that
/// was searchable is searchable.
fn again(bench: Bench, what: &str, spoil: impl FnOnce(&Path)) -> Bench {
    let folder = bench.path();
    let Bench {
        folder: keep,
        notebook,
    } = bench;
    drop(notebook);
    spoil(&folder.join("index"));
    let notebook = Notebook::open(&folder).unwrap();
    let bench = Bench {
        folder: keep,
        notebook,
    };
    is_right(&bench, what);
    bench
}

/// Waits until the index is right; the test ends it when it never is.
fn is_right(bench: &Bench, what: &str) {
    loop {
        bench.notebook.finish_indexing().unwrap();
        bench.notebook.finish_rebuilding();
        let health = bench.notebook.index_health();
        let query = |text: &str| {
            let text = text.to_owned();
            let query = SearchQuery {
                text,
                ..SearchQuery::default()
            };
            bench.notebook.search(&query).map_or(0, |found| found.total)
        };
        let right = query("dignity") == 1 && query("порта") == 1 && query("grain") == 2;
        if right && health.is_ok_and(|health| health.waiting == 0 && health.problem.is_none()) {
            return;
        }
        assert!(!what.is_empty());
        std::thread::yield_now();
    }
}

#[test]
fn health_says_what_is_covered_and_what_it_takes() {
    let bench = filled();
    let health = bench.notebook.index_health().unwrap();
    assert_eq!(health.covered, health.kept);
    assert_eq!((health.covered.articles, health.covered.notes), (3, 1));
    assert_eq!((health.waiting, health.version), (0, INDEX_VERSION));
    assert!(health.bytes > 1000 && health.segments > 0);
    assert_eq!((health.rebuild, health.problem), (None, None));
    assert!(!health.elsewhere);
}

#[test]
fn a_new_index_is_made_behind_the_one_that_answers() {
    let bench = filled();
    let index = bench.path().join("index");
    let before = current(&index);
    bench.notebook.rebuild_index();
    assert_eq!(found(&bench.notebook, "grain"), 2, "all along");
    bench.article("More", &["More grain came meanwhile."]);
    bench.notebook.finish_indexing().unwrap();
    assert_eq!(found(&bench.notebook, "grain"), 3);
    bench.notebook.finish_rebuilding();
    bench.notebook.finish_indexing().unwrap();
    assert_ne!(current(&index), before);
    assert!(!before.exists(), "the old one is gone");
    assert_eq!(found(&bench.notebook, "grain"), 3);
    assert!(!bench.notebook.index_status().unwrap().rebuilding);
}

#[test]
fn an_older_analysis_answers_until_a_new_index_is_whole() {
    let bench = again(filled(), "older", |index| {
        fs::write(current(index).join("version"), "1").unwrap();
    });
    let health = bench.notebook.index_health().unwrap();
    assert_eq!(health.version, INDEX_VERSION);
    let folders = fs::read_dir(bench.path().join("index")).unwrap();
    assert_eq!(folders.count(), 2, "the folder that answers, and its name");
}

#[test]
fn a_swap_that_was_cut_short_is_no_loss() {
    let copy = |from: &Path, to: &Path| {
        fs::create_dir(to).unwrap();
        for file in files(from) {
            fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
        }
    };
    let bench = again(filled(), "begun", |index| {
        fs::create_dir(index.join("90")).unwrap();
    });
    let bench = again(bench, "half made", |index| {
        copy(&current(index), &index.join("91"));
        fs::remove_file(index.join("91/version")).unwrap();
    });
    let bench = again(bench, "made, and not yet swapped", |index| {
        copy(&current(index), &index.join("92"));
        fs::write(index.join("current.new"), "9").unwrap();
    });
    again(bench, "swapped, and the old one still there", |index| {
        copy(&current(index), &index.join("7"));
    });
}

#[test]
fn whatever_happens_to_its_files_the_index_is_right_again() {
    let mut bench = filled();
    let number = files(&bench.path().join("index")).len();
    assert!(number > 8, "files to spoil");
    for at in 0..number {
        type Spoil = fn(&Path);
        let spoils: [(&str, Spoil); 4] = [
            ("overwritten", |file| {
                let length = fs::metadata(file).unwrap().len() as usize;
                fs::write(file, vec![0xA5; length]).unwrap();
            }),
            ("spoilt in the middle", |file| {
                let mut bytes = fs::read(file).unwrap();
                let middle = bytes.len() / 3;
                bytes
                    .iter_mut()
                    .skip(middle)
                    .take(9)
                    .for_each(|byte| *byte ^= 0x5A);
                fs::write(file, bytes).unwrap();
            }),
            ("cut in half", |file| {
                let bytes = fs::read(file).unwrap();
                fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
            }),
            ("deleted", |file| fs::remove_file(file).unwrap()),
        ];
        for (how, spoil) in spoils {
            let what = format!("file {at} {how}");
            bench = again(bench, &what, |index| {
                if let Some(file) = files(index).get(at) {
                    spoil(file);
                }
            });
        }
    }
}

#[test]
fn a_missing_folder_is_made_again() {
    let bench = again(filled(), "no folder", |index| {
        fs::remove_dir_all(index).unwrap();
    });
    let bench = again(bench, "no pointer", |index| {
        fs::remove_file(index.join("current")).unwrap();
    });
    again(bench, "files of an index as it was kept before", |index| {
        let answers = current(index);
        for file in files(&answers) {
            fs::rename(&file, index.join(file.file_name().unwrap())).unwrap();
        }
        fs::remove_dir_all(answers).unwrap();
        fs::remove_file(index.join("current")).unwrap();
    });
}
