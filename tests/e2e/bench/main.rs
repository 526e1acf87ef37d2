//! Speed and memory of the real program on generated libraries.
//! `cargo xtask bench` builds the release and runs this.

mod articles;
mod figures;
mod imports;
mod library;
mod memory;
mod tongues;
mod window;

use std::env;
use std::process::ExitCode;

use dragoman_e2e::{Desk, Failure};

const USAGE: &str = "dragoman-bench window ARTICLES... | imports ARTICLES PAGES";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let section = arguments.next().unwrap_or_default();
    let sizes: Result<Vec<u32>, _> = arguments.map(|size| size.parse()).collect();
    let measured = match (section.as_str(), sizes.as_deref()) {
        ("window", Ok(sizes)) if !sizes.is_empty() => window(sizes),
        ("imports", Ok([articles, pages])) => imports::measure(*articles, *pages),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// What a person waits for in the window, in libraries of each size.
fn window(sizes: &[u32]) -> Result<(), Failure> {
    for articles in sizes {
        let desk = Desk::set_up("bench")?;
        library::copy(&library::kept(*articles)?, &desk.notebook())?;
        let title = format!("library of {articles} articles");
        figures::print(&title, &window::measure(&desk, *articles)?);
    }
    Ok(())
}
