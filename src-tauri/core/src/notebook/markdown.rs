//! Words from outside on their way out as Markdown: shown word for word, so that no markup,
//! and nothing that a reader would fetch, comes of them.

/// Text on one line.
pub(super) fn line(text: &str) -> String {
    // First, so that nothing but words stands between two blanks.
    let shown: String = (text.chars())
        .filter(|c| c.is_whitespace() || !c.is_control())
        .collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let text = words.join(" ");
    let mut out = String::with_capacity(text.len());
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let marks = match c {
            '<' | '[' | ']' | '\\' | '*' | '_' | '`' | '#' | '|' | '~' => true,
            // The beginning of a character's name.
            '&' => after.starts_with(|c: char| c == '#' || c.is_ascii_alphanumeric()),
            // What a line begins with makes a list or a quotation of it.
            '>' | '-' | '+' | '=' => at == 0,
            '.' | ')' => at > 0 && at == number,
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Text on as many lines as it has, without empty ones.
pub(super) fn lines(text: &str) -> String {
    let lines = text.lines().map(line);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\\\n")
}

/// The title of something, which may have none.
pub(super) fn title(text: &str) -> String {
    let title = line(text);
    match title.is_empty() {
        true => "Untitled".to_owned(),
        false => title,
    }
}
