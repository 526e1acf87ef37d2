//! The keys and values that stand before a Markdown text: YAML between `---` lines as
//! Obsidian, Jekyll and web clippers write it, TOML between `+++` lines as Hugo does.
//!
//! Only what such files hold is read: scalars, lists, and one level of nested keys.
//! Anchors, tags and documents of YAML are not: nothing here can grow.

/// More keys than this are no front matter.
const MOST_KEYS: usize = 500;
/// Tags that are taken over.
const MOST_TAGS: usize = 100;

/// Keys in lower case with their values, in order; a nested key follows its parent's
/// after a point (`author.name`).
#[derive(Debug, Default)]
pub(super) struct FrontMatter(Vec<(String, Vec<String>)>);

impl FrontMatter {
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0
            .iter()
            .map(|(key, values)| (key.as_str(), values.as_slice()))
    }

    /// The tags that a person gave the file, as Obsidian, Hugo and Zola keep them.
    pub(super) fn tags(&self) -> Vec<String> {
        let given = self
            .entries()
            .filter(|(key, _)| matches!(*key, "tags" | "tag" | "taxonomies.tags" | "extra.tags"));
        let tags = given
            .flat_map(|(_, values)| values)
            .flat_map(|value| value.split(','))
            .map(|tag| tag.trim().trim_start_matches('#').to_owned());
        tags.filter(|tag| !tag.is_empty()).take(MOST_TAGS).collect()
    }

    fn add(&mut self, key: &str, value: String) {
        if value.is_empty() {
            return;
        }
        if let Some((_, values)) = self.0.iter_mut().find(|(known, _)| known == key) {
            values.push(value);
        } else if self.0.len() < MOST_KEYS {
            self.0.push((key.to_owned(), vec![value]));
        }
    }
}

/// The front matter of `text`, the rest, and how many lines the front took.
pub(super) fn split(text: &str) -> (FrontMatter, &str, u32) {
    let text = text.trim_start_matches('\u{FEFF}');
    for (fence, read) in [("---", yaml as fn(&str) -> FrontMatter), ("+++", toml)] {
        if let Some((front, rest, lines)) = fenced(text, fence) {
            let found = read(front);
            // Text between two rules is text.
            if !found.0.is_empty() || front.trim().is_empty() {
                return (found, rest, lines);
            }
        }
    }
    (FrontMatter::default(), text, 0)
}

fn fenced<'t>(text: &'t str, fence: &str) -> Option<(&'t str, &'t str, u32)> {
    let (first, rest) = text.split_once('\n')?;
    if first.trim_end() != fence {
        return None;
    }
    let mut at = 0;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        let closing = line.trim_end();
        if closing == fence || (fence == "---" && closing == "...") {
            let lines = u32::try_from(number + 2).unwrap_or(u32::MAX);
            return Some((&rest[..at], &rest[at + line.len()..], lines));
        }
        at += line.len();
    }
    None
}

fn yaml(front: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    let mut top = String::new();
    let mut lines = front.lines().peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let indented = line.starts_with([' ', '\t']);
        let (item, content) = match bare.strip_prefix("- ") {
            Some(item) => (true, item.trim()),
            None => (bare == "-", bare),
        };
        let (key, value) = match pair(content) {
            Some((name, value)) if !indented && !item => {
                top = name;
                (top.clone(), value)
            }
            Some((name, value)) if !top.is_empty() => (format!("{top}.{name}"), value),
            // A plain value that goes on, or an item of a list.
            _ if item && !top.is_empty() => (top.clone(), content),
            _ => continue,
        };
        if matches!(value, "|" | ">" | "|-" | ">-" | "|+" | ">+") {
            let mut text = String::new();
            while let Some(more) = lines.next_if(|l| l.is_empty() || l.starts_with([' ', '\t'])) {
                text.push_str(more.trim());
                text.push(' ');
            }
            found.add(&key, text.trim().to_owned());
            continue;
        }
        let mut whole = value.to_owned();
        // A quoted value or a list in brackets may go on over lines.
        while is_open(&whole)
            && whole.len() < 20_000
            && let Some(more) = lines.next_if(|l| l.starts_with([' ', '\t', ']']))
        {
            whole.push(' ');
            whole.push_str(more.trim());
        }
        for value in values(&whole) {
            found.add(&key, value);
        }
    }
    found
}

/// `key: value`; an address is no key.
fn pair(text: &str) -> Option<(String, &str)> {
    let (name, value) = match text.strip_prefix(['"', '\'']) {
        Some(rest) => {
            let end = rest.find(['"', '\''])?;
            (&rest[..end], rest[end + 1..].strip_prefix(':')?)
        }
        None => text.split_once(':')?,
    };
    let named = !name.is_empty()
        && name.chars().count() <= 60
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.'));
    let apart = value.is_empty() || value.starts_with([' ', '\t']);
    (named && apart).then(|| (name.trim().to_lowercase().replace('-', "_"), value.trim()))
}

fn is_open(value: &str) -> bool {
    let closes = |open: char, close: char| {
        value.starts_with(open) && !(value.len() > 1 && value.ends_with(close))
    };
    closes('[', ']') || closes('"', '"') || closes('\'', '\'')
}

/// The values of a scalar or of a list in brackets.
fn values(text: &str) -> Vec<String> {
    let text = without_comment(text);
    match text
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'))
    {
        // `[[A note]]` is a link of Obsidian, not a list.
        Some(inner) if !inner.starts_with('[') => {
            items(inner).iter().map(|item| scalar(item)).collect()
        }
        _ => vec![scalar(text)],
    }
}

/// What commas part, those in quotes aside.
fn items(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quote = None;
    for c in text.chars() {
        match quote {
            None if c == ',' => {
                out.push(String::new());
                continue;
            }
            None if c == '"' || c == '\'' => {
                let starts = out.last().is_none_or(|item| item.trim().is_empty());
                quote = starts.then_some(c);
            }
            Some(open) if c == open => quote = None,
            _ => {}
        }
        if let Some(item) = out.last_mut() {
            item.push(c);
        }
    }
    out
}

fn without_comment(text: &str) -> &str {
    let text = text.trim();
    if text.starts_with(['"', '\'', '[']) {
        return text;
    }
    text.split_once(" #")
        .map_or(text, |(value, _)| value.trim_end())
}

/// A value without its quotes and without the brackets of a link.
fn scalar(text: &str) -> String {
    let text = text.trim();
    let quoted = |mark: char| {
        text.strip_prefix(mark)
            .and_then(|inner| inner.strip_suffix(mark))
    };
    let value = match (quoted('"'), quoted('\'')) {
        (Some(inner), _) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        (_, Some(inner)) => inner.replace("''", "'"),
        _ => text.to_owned(),
    };
    let link = value
        .strip_prefix("[[")
        .and_then(|inner| inner.strip_suffix("]]"));
    match link {
        Some(inner) => inner.rsplit('|').next().unwrap_or(inner).trim().to_owned(),
        None if matches!(value.as_str(), "null" | "~" | "[]" | "{}") => String::new(),
        None => value,
    }
}

/// `key = value`, with tables as prefixes of their keys.
fn toml(front: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    let mut table = String::new();
    let mut lines = front.lines();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'))
            && !name.contains(['"', ','])
        {
            table = format!("{}.", name.trim_matches(['[', ']']).to_lowercase());
            continue;
        }
        let Some((name, value)) = line.split_once('=') else {
            continue;
        };
        let mut whole = value.trim().to_owned();
        while is_open(&whole)
            && whole.len() < 20_000
            && let Some(more) = lines.next()
        {
            whole.push(' ');
            whole.push_str(more.trim());
        }
        let key = format!(
            "{table}{}",
            name.trim()
                .trim_matches('"')
                .to_lowercase()
                .replace('-', "_")
        );
        for value in values(&whole) {
            found.add(&key, value);
        }
    }
    found
}
