//! Imports, from files on disk until everything is searchable; without a window.

pub mod finding;
mod long_run;
mod pages;
mod pdf;
mod speed;
mod variants;

pub use speed::PAGE;

use std::fs;
use std::path::{Path, PathBuf};

use dragoman_core::Notebook;
use dragoman_core::domain::EntityKind;
use dragoman_e2e::Failure;

use crate::articles::{Dice, invented};
use crate::figures::{self, Limit, Series};
use crate::library::{self, expected};
use crate::tongues::TONGUES;

/// Names that are known while pages are imported.
const NAMES: usize = 5000;
/// Of these, so many stand in generated texts.
const USED: u64 = 300;

/// Measures single steps, with a library of `articles` to look up copies in, and the import
/// of `pages` files into a new notebook. Either is left out for a size of 0.
pub fn measure(articles: u32, pages: u32) -> Result<(), Failure> {
    fs::create_dir_all(library::shelf()).map_err(Failure::file(library::shelf()))?;
    let mut sources = Pages::new()?;
    if articles > 0 {
        let mut table = Vec::from(speed::extraction(&mut sources)?);
        table.extend(speed::end_to_end(&mut sources)?);
        table.extend([speed::ready()?, speed::pdf()?]);
        figures::print("imports", &table);
        let title = format!("imports into a library of {articles} articles");
        figures::print(&title, &speed::in_library(articles)?);
    }
    if pages > 0 {
        long_run::of_new_pages(&mut sources, pages)?;
    }
    Ok(())
}

/// Imports a folder of pages, cancels, resumes and takes back; see [`long_run`].
pub fn long_run(folder: &Path) -> Result<(), Failure> {
    long_run::measure(folder)
}

/// Generated pages, and where there are any, as many that are made from real ones.
pub struct Pages {
    real: Vec<String>,
    made: u32,
}

impl Pages {
    pub fn new() -> Result<Self, Failure> {
        let mut real = variants::real_pages()?;
        // Each round of a measurement has pages of all sizes.
        let mut dice = Dice::new(29);
        for at in (1..real.len()).rev() {
            real.swap(at, dice.below(at as u64 + 1) as usize);
        }
        if real.is_empty() {
            println!("no real pages in DRAGOMAN_BENCH_PAGES: all are generated");
        }
        Ok(Self { real, made: 0 })
    }

    /// A page that was not there before. A generated one has about `bytes`.
    fn next(&mut self, bytes: usize) -> String {
        let number = self.made;
        self.made += 1;
        match self
            .real
            .get((number / 2) as usize % self.real.len().max(1))
        {
            Some(page) if number % 2 == 1 => variants::variant(page, number),
            _ => pages::page(number, bytes),
        }
    }

    /// Writes so many new pages to a folder, a thousand in each below it. Returns how many
    /// bytes they are.
    pub fn write(&mut self, folder: &Path, count: u32, bytes: usize) -> Result<u64, Failure> {
        let mut written = 0;
        for number in 0..count {
            let below = folder.join(format!("{:03}", number / 1000));
            if number % 1000 == 0 {
                fs::create_dir_all(&below).map_err(Failure::file(&below))?;
            }
            let path = below.join(format!("page-{number:06}.html"));
            let page = self.next(bytes);
            written += page.len() as u64;
            fs::write(&path, page).map_err(Failure::file(&path))?;
        }
        Ok(written)
    }
}

pub fn series(name: &'static str, unit: &'static str, limit: Limit, values: Vec<f64>) -> Series {
    Series {
        name,
        unit,
        limit,
        values,
    }
}

/// A notebook that knows names and nothing else.
pub fn with_names() -> Result<PathBuf, Failure> {
    library::make("names-1", |folder| {
        println!("adding {NAMES} names");
        let notebook = Notebook::create(folder).map_err(expected)?;
        let mut dice = Dice::new(5);
        let mut known = std::collections::HashSet::new();
        while known.len() < NAMES {
            let tongue = dice.pick(TONGUES);
            let one = invented(tongue, &mut dice);
            let name = match known.len() as u64 {
                at if at < USED => one,
                // Two names together stand in no text.
                _ => format!("{one} {}", dice.below(1 << 30)),
            };
            if known.insert(name.clone()) {
                notebook
                    .entities()
                    .create(EntityKind::Person, &name)
                    .map_err(expected)?;
            }
        }
        notebook.finish_matching();
        notebook.finish_indexing().map_err(expected)
    })
}
