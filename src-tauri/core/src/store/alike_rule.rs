//! Whether two names that have a key in common may be of one entity, and by what: one rule
//! for the list, its rows and an entity's page, asked inside the database as `alike_by`.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::domain::AlikeBy;
use crate::text::middle_names_agree;

const ORGANISATION: &str = "organisation";
const PERSON: &str = "person";

/// A name as the rule looks at it.
struct Named<'n> {
    /// The word of the entity's kind.
    kind: &'n str,
    folded: &'n str,
    script: &'n str,
}

/// Gives the database `alike_by(key, kind, folded, script, kind, folded, script)`, the
/// second three of the other name: by what they are alike as [`by_number`] reads it, or null.
pub(super) fn register(conn: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("alike_by", 7, flags, |call| {
        let word = |at: usize| Ok::<_, rusqlite::Error>(call.get_raw(at).as_str()?);
        let named = |at: usize| {
            Ok::<_, rusqlite::Error>(Named {
                kind: word(at)?,
                folded: word(at + 1)?,
                script: word(at + 2)?,
            })
        };
        let by = by(word(0)?, &named(1)?, &named(4)?);
        Ok(by.map(|by| by as i64))
    })
}

pub(super) fn by_number(number: i64) -> AlikeBy {
    let all = [
        AlikeBy::Name,
        AlikeBy::Order,
        AlikeBy::Middle,
        AlikeBy::Sound,
    ];
    let known = all.into_iter().find(|by| *by as i64 == number);
    known.unwrap_or(AlikeBy::Sound)
}

/// What a key that two names have in common says. Names of two kinds have to be the same,
/// and names of one script that only sound alike must not be written too differently.
fn by(key: &str, own: &Named<'_>, other: &Named<'_>) -> Option<AlikeBy> {
    if own.folded == other.folded {
        return Some(AlikeBy::Name);
    }
    if own.kind != other.kind {
        return None;
    }
    if key.starts_with("w:") {
        return Some(AlikeBy::Order);
    }
    if key.starts_with("m:") {
        let are_one = own.kind == PERSON && middle_names_agree(own.folded, other.folded);
        return are_one.then_some(AlikeBy::Middle);
    }
    let same_script = own.script == other.script;
    // Two names in Han that are said the same are two names. Of places many are, and foreign
    // ones are written by their sound: 盧安達 is Rwanda.
    if key.starts_with("h:") {
        let are_one = own.kind == PERSON && !same_script;
        return are_one.then_some(AlikeBy::Sound);
    }
    // Sound is for names of people and places: words of organisations have meanings.
    let telling = own.kind != ORGANISATION || !same_script;
    (telling && (!same_script || are_near(own.folded, other.folded))).then_some(AlikeBy::Sound)
}

/// Whether at most a third of the longer name has to be written anew to get the other.
fn are_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (sorted(one), sorted(other));
    let longer = one.len().max(other.len());
    if one.len().abs_diff(other.len()) * 3 > longer {
        return false;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut before = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        let mut left = i + 1;
        for (b, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let cost = (before + usize::from(a != b)).min(left + 1).min(*cell + 1);
            before = *cell;
            *cell = cost;
            left = cost;
        }
        // It only grows from here.
        if row.iter().min().is_some_and(|least| least * 3 > longer) {
            return false;
        }
    }
    row.last().is_some_and(|distance| distance * 3 <= longer)
}

/// The letters of a name with its words in order, so that the order does not count.
fn sorted(name: &str) -> Vec<char> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ").chars().collect()
}
