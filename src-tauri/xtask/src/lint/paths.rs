//! Nothing in the repository knows whose machine it was written on.

use std::env;

use super::{Finding, Source};

/// Beginnings of paths that machines of one kind share. Split, so that this list is no
/// finding itself. Made-up homes in examples and tests are nobody's.
const PLACES: &[(&str, &str)] = &[("/root", "/"), ("/work", "/")];

pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut places: Vec<String> = PLACES.iter().map(|(a, b)| format!("{a}{b}")).collect();
    places.extend(env::var("HOME").map(|home| format!("{home}/")));
    let ours = |source: &&Source| !source.path.ends_with("Cargo.lock");
    let sources = sources.iter().filter(ours);
    sources
        .flat_map(|source| check_one(source, &places))
        .collect()
}

fn check_one(source: &Source, places: &[String]) -> Vec<Finding> {
    source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| places.iter().any(|place| begins_a_path(line, place)))
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
