//! Running heads, feet and page numbers: what comes back on every page at the same height.

use std::collections::HashMap;

use super::super::layout::Line;

/// The share of a page's height at its top and bottom where they stand.
const ZONE: f32 = 0.14;
/// Lines there that are looked at, from the edge inwards.
const ROWS: usize = 4;
/// How far the height may differ from page to page, in points.
const DRIFT: f32 = 4.0;

/// What a browser prints around a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in super::super) struct BrowserPrint {
    pub url: Option<String>,
}

#[derive(Debug)]
struct Candidate<'l> {
    at: usize,
    line: &'l Line,
    /// The text with figures, cases and spaces made equal.
    key: String,
    top: bool,
}

/// For each line whether it is furniture.
pub(in super::super) fn furniture(lines: &[Line]) -> Vec<bool> {
    let mut found: Vec<bool> = lines.iter().map(|line| line.aside).collect();
    let pages = lines.last().map_or(0, |line| line.page as usize + 1);
    let candidates = candidates(lines);
    let mut by_key: HashMap<(&str, bool), Vec<&Candidate>> = HashMap::new();
    for candidate in &candidates {
        by_key
            .entry((&candidate.key, candidate.top))
            .or_default()
            .push(candidate);
    }
    for (_, group) in by_key {
        mark_repeated(&group, pages, &mut found);
    }
    mark_numbers(&candidates, pages, &mut found);
    for page in candidates.chunk_by(|a, b| a.line.page == b.line.page) {
        let firefox = page
            .iter()
            .any(|other| !other.top && is_print_foot(&other.line.text));
        for candidate in page {
            let text = &candidate.line.text;
            let printed = match candidate.top {
                true => is_print_head(text) || address_after(text).is_some() && firefox,
                false => address_of(text).is_some() || is_print_foot(text),
            };
            if printed {
                mark(&mut found, candidate.at);
            }
        }
    }
    found
}

fn mark(found: &mut [bool], at: usize) {
    if let Some(slot) = found.get_mut(at) {
        *slot = true;
    }
}

fn candidates(lines: &[Line]) -> Vec<Candidate<'_>> {
    let mut candidates = Vec::new();
    let mut start = 0;
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let mut order: Vec<usize> = (0..page.len()).collect();
        order.sort_by(|&a, &b| height(page, a).total_cmp(&height(page, b)));
        let top = order.iter().take(ROWS).map(|&at| (at, true));
        let bottom = order.iter().rev().take(ROWS).map(|&at| (at, false));
        for (at, top) in top.chain(bottom) {
            let Some(line) = page.get(at) else { continue };
            let zone = match top {
                true => line.y < line.page_height * ZONE,
                false => line.y > line.page_height * (1.0 - ZONE),
            };
            if zone {
                candidates.push(Candidate {
                    at: start + at,
                    line,
                    key: key(&line.text),
                    top,
                });
            }
        }
        start += page.len();
    }
    candidates
}

fn height(page: &[Line], at: usize) -> f32 {
    page.get(at).map_or(0.0, |line| line.y)
}

fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if c.is_numeric() {
            if !key.ends_with('#') {
                key.push('#');
            }
        } else {
            key.extend(c.to_lowercase());
        }
    }
    key
}

/// The same words at the same height on several pages; figures may differ.
fn mark_repeated(group: &[&Candidate], pages: usize, found: &mut [bool]) {
    let words = group
        .first()
        .is_some_and(|first| first.key.chars().any(char::is_alphabetic));
    let needed = if pages <= 5 { 2 } else { 3 };
    if !words || group.len() < needed {
        return;
    }
    let mut heights: Vec<f32> = group.iter().map(|candidate| candidate.line.y).collect();
    heights.sort_by(f32::total_cmp);
    for candidate in group {
        let y = candidate.line.y;
        let near = heights.partition_point(|&other| other <= y + DRIFT)
            - heights.partition_point(|&other| other < y - DRIFT);
        if near >= needed {
            mark(found, candidate.at);
        }
    }
}

/// Numbers that count with the pages, `3 / 10`, `Page 3 of 10` and `– 3 –`.
fn mark_numbers(candidates: &[Candidate], pages: usize, found: &mut [bool]) {
    // How many pages have a number that is theirs plus the same offset.
    let mut offsets: HashMap<(i64, bool), usize> = HashMap::new();
    let offset = |candidate: &Candidate| {
        let number = number_of(candidate)?;
        Some((number - i64::from(candidate.line.page), candidate.top))
    };
    for candidate in candidates {
        if let Some(offset) = offset(candidate) {
            *offsets.entry(offset).or_default() += 1;
        }
    }
    for candidate in candidates {
        let counts = offset(candidate).and_then(|offset| offsets.get(&offset).copied());
        let numbered = match counts {
            Some(count) => count >= 2 || pages == 1 && !candidate.top,
            None => is_page_of(&candidate.key),
        };
        if numbered {
            mark(found, candidate.at);
        }
    }
}

/// The number in a line that is nothing but a page number with its ornaments.
fn number_of(candidate: &Candidate) -> Option<i64> {
    let bare = candidate
        .key
        .trim_matches(['-', '–', '—', '·', '|', '.', '[', ']', '(', ')']);
    let words = [
        "page",
        "p.",
        "seite",
        "s.",
        "página",
        "pagina",
        "стр.",
        "страница",
        "صفحة",
        "עמוד",
        "sayfa",
    ];
    let bare = words
        .iter()
        .find_map(|word| bare.strip_prefix(word).or_else(|| bare.strip_suffix(word)))
        .unwrap_or(bare);
    if bare != "#" {
        return roman(bare);
    }
    let digits = candidate.line.text.chars().filter_map(|c| c.to_digit(10));
    let number = digits
        .take(6)
        .fold(0, |number, digit| number * 10 + i64::from(digit));
    (number < 100_000).then_some(number)
}

fn roman(text: &str) -> Option<i64> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    let digits: Vec<i64> = text.chars().map(value).collect::<Option<_>>()?;
    let mut sum = 0;
    for (at, digit) in digits.iter().enumerate() {
        let less = digits.get(at + 1).is_some_and(|next| next > digit);
        sum += if less { -digit } else { *digit };
    }
    Some(sum)
}

fn is_page_of(key: &str) -> bool {
    const FORMS: &[&str] = &[
        "#/#",
        "page#of#",
        "page#/#",
        "p.#/#",
        "#of#",
        "seite#von#",
        "page#sur#",
        "página#de#",
        "pagina#di#",
        "стр.#из#",
        "#из#",
        "第#页",
        "第#頁",
        "第#页共#页",
        "#페이지",
    ];
    FORMS.contains(&key)
}

/// `10/05/2022, 16:14  Headline – Outlet`, as Chromium and Firefox print it.
fn is_print_head(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let date = words.next().unwrap_or_default().trim_end_matches(',');
    let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
    let dated = parts.len() == 3
        && parts
            .iter()
            .all(|part| (1..=4).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit()));
    let time = words.next().unwrap_or_default();
    dated
        && time.split_once(':').is_some_and(|(hour, rest)| {
            hour.parse::<u8>().is_ok() && rest.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// The address in a foot such as `https://example.org/news/1   1/3`, whole or cut off.
fn address_of(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace().filter(|word| *word != "|");
    let address = words.next()?;
    let web = address.starts_with("https://") || address.starts_with("http://");
    let local = address.starts_with("file://") || address.starts_with("about:");
    let count = words.next();
    let counted = count.is_none_or(|count| {
        let digits = count.chars().all(|c| c.is_ascii_digit() || c == '/');
        digits && count.contains(|c: char| c.is_ascii_digit())
    });
    ((web || local) && counted && words.next().is_none()).then_some(address)
}

/// The address at the end of a head such as `Headline   https://example.org/news/1`.
fn address_after(text: &str) -> Option<&str> {
    let last = text.split_whitespace().next_back()?;
    (last.starts_with("https://") || last.starts_with("http://")).then_some(last)
}

/// `1 of 3   10/05/2022, 16:14`, as Firefox prints it.
fn is_print_foot(text: &str) -> bool {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| *word != "|")
        .collect();
    let number = |at: usize| {
        let word = words.get(at).copied().unwrap_or_default();
        !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
    };
    number(0)
        && number(2)
        && words
            .get(3..)
            .is_some_and(|date| is_print_head(&date.join(" ")))
}

/// Where a browser printed the page from. Addresses that it cut short are none, and a foot
/// with an outlet's address is no sign of a browser by itself.
pub(in super::super) fn browser_print(lines: &[Line]) -> Option<BrowserPrint> {
    let candidates = candidates(lines);
    let any = |top: bool, is: fn(&str) -> bool| {
        candidates
            .iter()
            .any(|candidate| candidate.top == top && is(&candidate.line.text))
    };
    let find = |top: bool, find: for<'t> fn(&'t str) -> Option<&'t str>| {
        let mut inside = candidates.iter().filter(|candidate| candidate.top == top);
        inside.find_map(|candidate| find(&candidate.line.text))
    };
    let address = if any(true, is_print_head) {
        find(false, address_of)
    } else if any(false, is_print_foot) {
        find(true, address_after)
    } else if any(false, is_counted_address) {
        find(false, address_of)
    } else {
        return None;
    };
    let whole = address.filter(|address| {
        address.starts_with("http") && !address.ends_with(['…', '.']) && !address.contains('…')
    });
    Some(BrowserPrint {
        url: whole.map(str::to_owned),
    })
}

fn is_counted_address(text: &str) -> bool {
    address_of(text).is_some() && text.split_whitespace().nth(1).is_some()
}
