//! Brings text that is read as seen, from left to right, into the order of speaking
//! (the reverse of what UAX #9 does for display).

use super::super::letters;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Rightward,
    Leftward,
    Digit,
    Neutral,
}

/// How a file writes brackets in text that runs leftward: by their meaning or by their look.
/// Lines with a pair tell; lines with one bracket follow.
#[derive(Debug, Default)]
pub(in super::super) struct Brackets {
    by_look: i32,
}

/// A letter and its marks.
struct Cluster {
    class: Class,
    text: String,
}

pub(super) fn is_leftward(text: &str) -> bool {
    let leftward = text
        .chars()
        .filter(|&c| letters::is_right_to_left(c))
        .count();
    // Marks of writing to the left are no letters, and may stand alone.
    let rightward = text
        .chars()
        .filter(|&c| c.is_alphabetic() && !letters::is_right_to_left(c))
        .count();
    leftward > 0 && leftward * 3 > rightward
}

/// The text of a line as it is spoken.
pub(super) fn spoken(seen: &str, brackets: &mut Brackets) -> String {
    if !seen.chars().any(letters::is_right_to_left) {
        return seen.to_owned();
    }
    let clusters = clusters(seen);
    if is_leftward(seen) {
        turn_line(clusters, brackets)
    } else {
        turn_words(&clusters)
    }
}

fn clusters(text: &str) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for c in text.chars() {
        if letters::is_mark(c)
            && let Some(last) = clusters.last_mut()
        {
            last.text.push(c);
            continue;
        }
        let class = if letters::is_right_to_left(c) {
            Class::Leftward
        } else if c.is_numeric() || c == '%' {
            Class::Digit
        } else if c.is_alphabetic() {
            Class::Rightward
        } else {
            Class::Neutral
        };
        clusters.push(Cluster {
            class,
            text: c.to_string(),
        });
    }
    clusters
}

/// A line that runs leftward: the whole is turned, and numbers and foreign words back again.
fn turn_line(mut clusters: Vec<Cluster>, brackets: &mut Brackets) -> String {
    clusters.reverse();
    let mut out: Vec<Cluster> = Vec::with_capacity(clusters.len());
    let mut rest = clusters.into_iter().peekable();
    while let Some(cluster) = rest.next() {
        if !matches!(cluster.class, Class::Rightward | Class::Digit) {
            out.push(cluster);
            continue;
        }
        let mut run = vec![cluster];
        // Neutrals belong to the run when it goes on after them.
        let mut between: Vec<Cluster> = Vec::new();
        while let Some(next) = rest.next_if(|next| next.class != Class::Leftward) {
            if next.class == Class::Neutral {
                between.push(next);
                continue;
            }
            if joins(&run, &between, &next) {
                run.append(&mut between);
                run.push(next);
                continue;
            }
            run.reverse();
            out.append(&mut run);
            out.append(&mut between);
            run.push(next);
        }
        run.reverse();
        out.append(&mut run);
        out.append(&mut between);
    }
    mirror(&mut out, brackets);
    out.into_iter().map(|cluster| cluster.text).collect()
}

/// Numbers with a space between them stand in the order of the line; `3.5`, `10/5` and
/// words go together.
fn joins(run: &[Cluster], between: &[Cluster], next: &Cluster) -> bool {
    let words = next.class == Class::Rightward
        || run.iter().any(|cluster| cluster.class == Class::Rightward);
    words
        || match between {
            [] => true,
            [one] => matches!(
                one.text.as_str(),
                "." | "," | "/" | ":" | "٫" | "٬" | "-" | "+"
            ),
            _ => false,
        }
}

/// Brackets that open with a closing one were written by their look.
fn mirror(line: &mut [Cluster], brackets: &mut Brackets) {
    let opens = |text: &str| matches!(text, "(" | "[" | "«" | "{");
    let closes = |text: &str| matches!(text, ")" | "]" | "»" | "}");
    let all = || line.iter().map(|cluster| cluster.text.as_str());
    let first_open = all().position(opens);
    let first_close = all().position(closes);
    let by_look = match (first_open, first_close) {
        (None, None) => return,
        (Some(open), Some(close)) => {
            brackets.by_look =
                (brackets.by_look + if close < open { 1 } else { -1 }).clamp(-20, 20);
            close < open
        }
        _ => brackets.by_look > 0,
    };
    if !by_look {
        return;
    }
    for cluster in line {
        let turned = match cluster.text.as_str() {
            "(" => ")",
            ")" => "(",
            "[" => "]",
            "]" => "[",
            "«" => "»",
            "»" => "«",
            "{" => "}",
            "}" => "{",
            _ => continue,
        };
        cluster.text = turned.to_owned();
    }
}

/// A line that runs rightward: only the words of the other scripts are turned.
fn turn_words(clusters: &[Cluster]) -> String {
    let mut out = String::new();
    let mut rest = clusters;
    while let Some(first) = rest.first() {
        if first.class != Class::Leftward {
            out.push_str(&first.text);
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let foreign = rest
            .iter()
            .position(|cluster| cluster.class == Class::Rightward);
        let run = rest
            .get(..foreign.unwrap_or(rest.len()))
            .unwrap_or_default();
        let last = run
            .iter()
            .rposition(|cluster| cluster.class == Class::Leftward)
            .unwrap_or(0);
        let (run, after) = rest.split_at(last + 1);
        out.extend(run.iter().rev().map(|cluster| cluster.text.as_str()));
        rest = after;
    }
    out
}
