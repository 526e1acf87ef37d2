//! Nothing in the repository knows whose machine it was written on.

use super::{Finding, Source};

/// Beginnings of paths that exist on one person's machine only. Split, so that this
/// list is no finding itself.
const PLACES: &[(&str, &str)] = &[
    ("/home", "/"),
    ("/root", "/"),
    ("/Users", "/"),
    ("/work", "/"),
    ("C:\\Us", "ers\\"),
];

pub fn check(sources: &[Source]) -> Vec<Finding> {
    sources
        .iter()
        .filter(|source| !source.path.ends_with("Cargo.lock"))
        .flat_map(check_one)
        .collect()
}

fn check_one(source: &Source) -> Vec<Finding> {
    source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| {
            PLACES
                .iter()
                .any(|(a, b)| begins_a_path(line, &format!("{a}{b}")))
        })
        .map(|(at, _)| Finding {
            path: source.path.clone(),
            line: at + 1,
            words: "a path of one machine".to_owned(),
        })
        .collect()
}

/// True where `place` stands at the beginning of a path, not inside a link's path.
fn begins_a_path(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "./-_~*{}%".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn a_path_of_a_machine_is_found_and_a_link_is_not() {
        let place = format!("{}{}", PLACES[0].0, PLACES[0].1);
        let path = format!("let folder = \"{place}anna/notes\";");
        assert_eq!(check(&[source("a.rs", &path)]).len(), 1);
        let link = format!("https://example.org{place}world");
        assert!(check(&[source("a.rs", &link)]).is_empty());
    }
}
