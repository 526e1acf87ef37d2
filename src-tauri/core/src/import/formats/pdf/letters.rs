//! What the layout must know of characters.

use unicode_normalization::UnicodeNormalization;

/// Letters of scripts that run from right to left, in Arabic's and Hebrew's forms for print too.
pub(super) fn is_right_to_left(c: char) -> bool {
    c >= '\u{5BE}'
        && matches!(c,
        '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5C6}' | '\u{5D0}'..='\u{5FF}' | '\u{608}' | '\u{60B}' | '\u{60D}'
        | '\u{61B}'..='\u{64A}' | '\u{66D}'..='\u{66F}' | '\u{671}'..='\u{6D5}' | '\u{6E5}' | '\u{6E6}'
        | '\u{6EE}' | '\u{6EF}' | '\u{6FA}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFC}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Chinese and Japanese: written without spaces, so lines are joined without one.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}' | '\u{3000}'..='\u{312F}' | '\u{31A0}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}'
        | '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}')
}

/// Marks that stand on, under or in the letter before them.
pub(super) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c)
}

/// A sentence or a quotation ends with it.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』', '）', ' ']);
    let last = bare.chars().next_back();
    last.is_some_and(|c| {
        matches!(
            c,
            '.' | '!' | '?' | '…' | ':' | '。' | '！' | '？' | '؟' | '۔' | '।' | '։'
        )
    })
}

/// Forms that exist for print only (ligatures, Arabic letters by their place in the word)
/// become the letters that they show.
pub(super) fn without_print_forms(text: &str) -> String {
    let is_form = |c: char| {
        matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{FB13}'..='\u{FB17}' | '\u{FB1D}'..='\u{FDFC}'
            | '\u{FE70}'..='\u{FEFC}' | '\u{2F00}'..='\u{2FDF}' | '\u{2E80}'..='\u{2EFF}' | '\u{F900}'..='\u{FAFF}')
    };
    if !text.contains(is_form) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_form(c) {
            // The isolated forms of marks decompose to a space and the mark.
            out.extend(std::iter::once(c).nfkc().filter(|&c| c != ' '));
        } else {
            out.push(c);
        }
    }
    out
}
