//! Speed and memory of the real program on generated libraries.
//! `cargo xtask bench` builds the release and runs this.

mod articles;
mod figures;
mod memory;
mod tongues;
mod window;

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

use dragoman_e2e::{Desk, Failure, process};

fn main() -> ExitCode {
    let sizes: Vec<u32> = env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    if sizes.is_empty() {
        eprintln!("dragoman-bench ARTICLES...");
        return ExitCode::from(2);
    }
    for articles in sizes {
        if let Err(failure) = measure(articles) {
            eprintln!("library of {articles} articles: {failure}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn measure(articles: u32) -> Result<(), Failure> {
    let desk = Desk::set_up("bench")?;
    let library = library(&desk, articles)?;
    copy_folder(&library, &desk.notebook())?;
    figures::print(articles, &window::measure(&desk, articles)?);
    Ok(())
}

/// A notebook of generated articles, made once and kept beside the other build products.
fn library(desk: &Desk, articles: u32) -> Result<PathBuf, Failure> {
    let kept = desk.kept(&format!("library-{}-{articles}", articles::EDITION));
    let notebook = kept.join("notebook");
    let whole = kept.join("whole");
    if whole.exists() {
        return Ok(notebook);
    }
    if kept.exists() {
        std::fs::remove_dir_all(&kept).map_err(Failure::file(&kept))?;
    }
    std::fs::create_dir_all(&kept).map_err(Failure::file(&kept))?;
    let list = kept.join("articles.jsonl");
    println!("writing {articles} articles");
    articles::write(&list, articles)?;
    let begun = Instant::now();
    let mut import = Command::new(desk.program("dragoman"));
    import
        .arg("--notebook")
        .arg(&notebook)
        .args(["import", "--jsonl"])
        .arg(&list);
    process::run(import)?;
    println!("imported in {:.1} s", begun.elapsed().as_secs_f64());
    std::fs::remove_file(&list).map_err(Failure::file(&list))?;
    std::fs::write(&whole, "").map_err(Failure::file(&whole))?;
    Ok(notebook)
}

/// Measuring adds articles; the kept library stays as it was made.
fn copy_folder(from: &std::path::Path, to: &std::path::Path) -> Result<(), Failure> {
    let mut copy = Command::new("cp");
    copy.args(["--recursive", "--reflink=auto"])
        .arg(from)
        .arg(to);
    process::run(copy).map(drop)
}
