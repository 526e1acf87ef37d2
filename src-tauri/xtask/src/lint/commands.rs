//! Every command that the window calls is registered in the shell, and the other way round.

use std::collections::BTreeSet;

use super::code::bare;
use super::{Finding, Source};

/// Where commands are called.
const CLIENT: &str = "ui/src/api/";
/// The one list that the shell registers and `build.rs` asks permissions for.
const LIST: &str = "src-tauri/src/commands/list.rs";

pub fn check(sources: &[Source]) -> Vec<Finding> {
    let Some(list) = sources.iter().find(|source| source.path == LIST) else {
        return vec![finding(LIST, "is missing".to_owned())];
    };
    let registered = registered(&bare(&list.text));
    let clients = sources
        .iter()
        .filter(|source| source.path.starts_with(CLIENT) && source.path.ends_with(".ts"));
    let called: BTreeSet<String> = clients.flat_map(|source| called(&source.text)).collect();
    let unregistered = called
        .difference(&registered)
        .map(|name| finding(CLIENT, format!("`{name}` is not registered in the shell")));
    let uncalled = registered.difference(&called).map(|name| {
        finding(
            "src-tauri/src",
            format!("`{name}` is registered and never called"),
        )
    });
    unregistered.chain(uncalled).collect()
}

fn finding(path: &str, words: String) -> Finding {
    Finding {
        path: path.to_owned(),
        line: 0,
        words,
    }
}

/// Last segments of the paths in `commands![…]`.
fn registered(code: &str) -> BTreeSet<String> {
    let Some((_, after)) = code.split_once("commands![") else {
        return BTreeSet::new();
    };
    let (list, _) = after.split_once(']').unwrap_or((after, ""));
    list.split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// First arguments of `call("…")` and `call<Type>("…")`.
fn called(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in text.match_indices("call") {
        let after = &text[at + "call".len()..];
        let arguments = match after.strip_prefix('<') {
            Some(generic) => generic.split_once(">(").map(|(_, arguments)| arguments),
            None => after.strip_prefix('('),
        };
        let literal = arguments
            .map(str::trim_start)
            .and_then(|text| text.strip_prefix('"'));
        if let Some((name, _)) = literal.and_then(|text| text.split_once('"')) {
            names.insert(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn both_lists_hold_the_same_names() {
        let shell = "commands![\n    article::article_get,\n    note::note_get,\n]";
        let client = "call<T.Article>(\"article_get\", { id });\ncall(\n  \"note_list\", {});";
        let found: Vec<String> =
            check(&[source(LIST, shell), source("ui/src/api/client.ts", client)])
                .into_iter()
                .map(|finding| finding.words)
                .collect();
        assert_eq!(
            found,
            [
                "`note_list` is not registered in the shell",
                "`note_get` is registered and never called"
            ]
        );
    }
}
