//! Arrows between rooms point one way. ARCHITECTURE.md says why.

use super::code::{bare, lines_naming};
use super::{Finding, Source};

/// In the core: what each room may name beside itself, errors and the clock. The
/// notebook, which stands above all of them, may name every one.
const CORE_ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &[]),
    ("copies", &["domain", "text"]),
    ("extract", &["domain", "text"]),
    ("store", &["domain", "text"]),
    ("search", &["domain", "text"]),
    ("import", &["domain", "text", "extract"]),
    ("entities", &["domain", "text"]),
    ("notes", &["domain", "text"]),
    ("quoting", &["domain", "text"]),
];
const NOTEBOOK: &str = "notebook";

/// Names that open a connection. Only the function that fetches a page a person
/// asked for may use them (invariant 4).
const SOCKETS: &[&str] = &[
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "ToSocketAddrs",
    "ureq",
];
const FETCH: &str = "src-tauri/core/src/import/fetch.rs";

/// What only the shell may name.
const WINDOW_CRATES: &[&str] = &["tauri", "rfd", "tauri_build"];

pub fn check(sources: &[Source]) -> Vec<Finding> {
    sources.iter().flat_map(check_one).collect()
}

fn check_one(source: &Source) -> Vec<Finding> {
    let path = source.path.as_str();
    if path.ends_with(".rs") {
        let code = bare(&source.text);
        let mut findings = window_crates(path, &code);
        findings.extend(sockets(path, &code));
        findings.extend(rooms(path, &code));
        findings
    } else if path.starts_with("ui/src/") && !path.starts_with("ui/src/api/") {
        window_client(path, &source.text)
    } else if path.ends_with("Cargo.toml") && path != "Cargo.toml" {
        manifest(path, &source.text)
    } else {
        Vec::new()
    }
}

fn window_crates(path: &str, code: &str) -> Vec<Finding> {
    if path.starts_with("src-tauri/src/") || path == "src-tauri/build.rs" {
        return Vec::new();
    }
    let name = |word: &&str| finding(path, code, word, "only src-tauri/src may name it");
    WINDOW_CRATES.iter().flat_map(name).collect()
}

fn manifest(path: &str, text: &str) -> Vec<Finding> {
    let named = |line: &str| {
        let key = line.split(['=', '.']).next().unwrap_or_default().trim();
        key == "tauri" || key == "rfd" || key.starts_with("tauri-")
    };
    text.lines()
        .enumerate()
        .filter(|(_, line)| named(line))
        .map(|(at, line)| Finding {
            path: path.to_owned(),
            line: at + 1,
            words: format!(
                "`{}`: only the desktop package may depend on it",
                line.trim()
            ),
        })
        .collect()
}

fn sockets(path: &str, code: &str) -> Vec<Finding> {
    let inside = path.starts_with("src-tauri/core/src/") || path.starts_with("src-tauri/cli/src/");
    if !inside || path == FETCH {
        return Vec::new();
    }
    let name = |word: &&str| finding(path, code, word, "only import/fetch.rs opens a connection");
    SOCKETS.iter().flat_map(name).collect()
}

fn rooms(path: &str, code: &str) -> Vec<Finding> {
    let Some(inside) = path.strip_prefix("src-tauri/core/src/") else {
        return Vec::new();
    };
    let room = inside.split(['/', '.']).next().unwrap_or_default();
    let Some((_, allowed)) = CORE_ROOMS.iter().find(|(name, _)| *name == room) else {
        return Vec::new();
    };
    let is_room = |name: &str| name == NOTEBOOK || CORE_ROOMS.iter().any(|(room, _)| *room == name);
    let is_wrong = |name: &str| is_room(name) && name != room && !allowed.contains(&name);
    named_rooms(code)
        .into_iter()
        .filter(|(_, named)| is_wrong(named))
        .map(|(line, named)| Finding {
            path: path.to_owned(),
            line,
            words: format!("`{room}` names `{named}`, which stands above or beside it"),
        })
        .collect()
}

/// First segments after `crate::`, in groups too, with their lines.
fn named_rooms(code: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].matches('\n').count() + 1;
        let after = &code[at + "crate::".len()..];
        match after.strip_prefix('{') {
            Some(group) => named.extend(group_heads(group).map(|head| (line, head))),
            None => named.push((line, identifier(after))),
        }
    }
    named
}

/// First segments of the paths in `a::b, c::{d, e}, f}`.
fn group_heads(group: &str) -> impl Iterator<Item = String> {
    let mut depth = 0_usize;
    let mut heads = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(String::new()),
            c if depth == 0 => heads.last_mut().into_iter().for_each(|head| head.push(c)),
            _ => {}
        }
    }
    heads.into_iter().map(|head| identifier(head.trim()))
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

fn window_client(path: &str, text: &str) -> Vec<Finding> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| line.contains("@tauri-apps"))
        .map(|(at, _)| Finding {
            path: path.to_owned(),
            line: at + 1,
            words: "only ui/src/api talks to the shell".to_owned(),
        })
        .collect()
}

fn finding(path: &str, code: &str, word: &str, why: &str) -> Vec<Finding> {
    lines_naming(code, word)
        .into_iter()
        .map(|line| Finding {
            path: path.to_owned(),
            line,
            words: format!("names `{word}`: {why}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(&[source(path, text)]).len()
    }

    #[test]
    fn only_the_shell_names_the_window() {
        assert_eq!(
            count("src-tauri/core/src/notebook.rs", "use tauri::App;"),
            1
        );
        assert_eq!(
            count(
                "src-tauri/src/lib.rs",
                "use tauri::App; use rfd::FileDialog;"
            ),
            0
        );
        assert_eq!(
            count(
                "src-tauri/core/src/notebook.rs",
                "// tauri is not named here"
            ),
            0
        );
        assert_eq!(count("src-tauri/core/Cargo.toml", "tauri = \"2\""), 1);
    }

    #[test]
    fn only_the_fetch_opens_a_connection() {
        let text = "use std::net::TcpStream;";
        assert_eq!(count("src-tauri/core/src/import/pipeline.rs", text), 1);
        assert_eq!(count(FETCH, text), 0);
        assert_eq!(count("tests/e2e/support/page.rs", text), 0);
    }

    #[test]
    fn store_and_search_never_name_each_other() {
        assert_eq!(
            count(
                "src-tauri/core/src/store/article.rs",
                "use crate::search::Index;"
            ),
            1
        );
        let group = "use crate::{\n    domain::{Article, Note},\n    store::Store,\n};";
        assert_eq!(count("src-tauri/core/src/search/index.rs", group), 1);
        assert_eq!(count("src-tauri/core/src/notebook.rs", group), 0);
        assert_eq!(
            count(
                "src-tauri/core/src/domain/note.rs",
                "use crate::domain::NoteId;"
            ),
            0
        );
    }

    #[test]
    fn only_the_client_imports_the_shells_api() {
        let text = "import { invoke } from \"@tauri-apps/api/core\";";
        assert_eq!(count("ui/src/views/Library.svelte", text), 1);
        assert_eq!(count("ui/src/api/client.ts", text), 0);
    }
}
