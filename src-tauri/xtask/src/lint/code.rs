//! Rust source without its comments and strings, so that a rule sees only code.

/// Blanks comments and the contents of string literals; line breaks stay, so that
/// line numbers hold. Written for rustfmt's output, not for every legal program:
/// what it misreads costs a false finding, never a wrong build.
pub fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = comment(rest)
            .or_else(|| string(rest))
            .or_else(|| character(rest));
        match skipped {
            Some(length) => {
                let (gone, after) = rest.split_at(length);
                bare.extend(gone.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
                rest = after;
            }
            None => {
                bare.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    bare
}

/// Length of the comment that `rest` begins with.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    None
}

/// Length of the string literal that `rest` begins with, raw ones included.
fn string(rest: &str) -> Option<usize> {
    if let Some(after) = rest.strip_prefix('r') {
        let hashes = after.len() - after.trim_start_matches('#').len();
        if after[hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = hashes + 2;
            let end = rest.get(body..)?.find(&close)?;
            return Some(body + end + close.len());
        }
        return None;
    }
    if !rest.starts_with('"') {
        return None;
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

/// Length of a character literal, so that `'"'` opens no string.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let end = escape.char_indices().skip(1).find(|(_, c)| *c == '\'')?;
        return Some(2 + end.0 + 1);
    }
    let c = inside.chars().next()?;
    inside[c.len_utf8()..]
        .starts_with('\'')
        .then(|| c.len_utf8() + 2)
}

/// Lines (from 1) where `word` stands as an identifier of its own.
pub fn lines_naming(bare: &str, word: &str) -> Vec<usize> {
    bare.lines()
        .enumerate()
        .filter(|(_, line)| names(line, word))
        .map(|(at, _)| at + 1)
        .collect()
}

fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_identifier) && !after.is_some_and(is_identifier)
    })
}

fn is_identifier(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_not_code() {
        let text =
            "// tauri\nlet a = \"rfd \\\" tauri\"; /* tauri */ let q = '\"'; tauri::run();\n";
        assert_eq!(lines_naming(&bare(text), "tauri"), [2]);
        assert_eq!(bare(text).matches("tauri").count(), 1);
        assert_eq!(bare(text).lines().count(), text.lines().count());
        assert!(!bare("let a = r#\"tauri \"quoted\" \"#;").contains("tauri"));
    }

    #[test]
    fn a_longer_name_is_another_name() {
        assert!(lines_naming("tauri_like::run(); my_tauri();", "tauri").is_empty());
        assert_eq!(lines_naming("use tauri::App;", "tauri"), [1]);
    }
}
