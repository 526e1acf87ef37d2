//! No file grows beyond what a reader holds in mind at once.

use super::{Finding, Source};

/// Lines that a file of this kind may have; `None` where there is no budget.
fn budget(path: &str) -> Option<usize> {
    // Written by a program, read by compilers.
    if path == "ui/src/api/generated.ts" {
        return None;
    }
    let (_, ending) = path.rsplit_once('.')?;
    match ending {
        "rs" => Some(400),
        "svelte" => Some(250),
        "ts" => Some(350),
        _ => None,
    }
}

pub fn check(sources: &[Source]) -> Vec<Finding> {
    let over = |source: &Source| {
        let allowed = budget(&source.path)?;
        let lines = source.text.lines().count();
        (lines > allowed).then(|| Finding {
            path: source.path.clone(),
            line: 0,
            words: format!("{lines} lines, {allowed} allowed: split it by idea"),
        })
    };
    sources.iter().filter_map(over).collect()
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn each_kind_of_file_has_its_budget() {
        let lines = |count| "x\n".repeat(count);
        assert!(check(&[source("a.rs", &lines(400))]).is_empty());
        assert_eq!(check(&[source("a.rs", &lines(401))]).len(), 1);
        assert_eq!(check(&[source("A.svelte", &lines(251))]).len(), 1);
        assert_eq!(check(&[source("a.ts", &lines(351))]).len(), 1);
        assert!(check(&[source("ui/src/api/generated.ts", &lines(2000))]).is_empty());
    }
}
