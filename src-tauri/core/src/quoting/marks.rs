//! Quotation marks of many hands.

/// A stretch between quotation marks, in characters of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// With the marks.
    pub outer: (usize, usize),
    pub inner: (usize, usize),
    /// Nothing of its sentence stands before it.
    pub opens_sentence: bool,
    /// Its end is in a later paragraph.
    pub open: bool,
}

/// What closes a quotation that this opens.
fn closers(open: char) -> &'static str {
    match open {
        '“' => "”",
        '„' | '‚' => "“”‘’",
        '«' => "»",
        '»' => "«",
        '‹' => "›",
        '「' => "」",
        '『' => "』",
        '"' => "\"",
        '＂' => "＂",
        '‘' => "’",
        _ => "",
    }
}

/// The outermost quotations of a paragraph, in order.
pub(crate) fn quotations(chars: &[char]) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let closing = closers(*c);
        let opens = !closing.is_empty() && opens_here(chars, at);
        if !opens {
            at += 1;
            continue;
        }
        let close = (at + 1..chars.len()).find(|n| {
            chars.get(*n).is_some_and(|c| closing.contains(*c)) && closes_here(chars, *n)
        });
        // A single mark without an end is an apostrophe.
        if close.is_none() && matches!(c, '‘' | '»') {
            at += 1;
            continue;
        }
        let end = close.map_or(chars.len(), |n| n + 1);
        let before = chars.get(..at).unwrap_or_default();
        let last = before.iter().rev().find(|c| !c.is_whitespace());
        found.push(Quoted {
            outer: (at, end),
            inner: (at + 1, close.unwrap_or(chars.len())),
            opens_sentence: last.is_none_or(|c| ".!?…。！？؟:：,，".contains(*c)),
            open: close.is_none(),
        });
        at = end;
    }
    found
}

fn opens_here(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|n| chars.get(n));
    match chars.get(at) {
        // Between letters it is an apostrophe, after one the end of something.
        Some('‘' | '"' | '»') => before.is_none_or(|c| !c.is_alphanumeric()),
        _ => true,
    }
}

fn closes_here(chars: &[char], at: usize) -> bool {
    match chars.get(at) {
        Some('’') => chars.get(at + 1).is_none_or(|c| !c.is_alphanumeric()),
        _ => true,
    }
}
