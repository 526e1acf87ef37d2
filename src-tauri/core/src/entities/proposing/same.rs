//! Which groups of an article are one name: in another case, as letters that it binds,
//! or as a part of a person's full name.

use foldhash::HashMap;

use super::article::Article;
use super::grouped::Group;
use crate::domain::{EntityKind, ProposedAs};
use crate::entities::linking::are_inflected;

/// What a group is of another, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Same {
    Name(usize),
    Short(usize),
}

/// Names of an article that are compared with each other; one with more is a list.
const MOST: usize = 400;

/// Groups to be put into others, each once and into one that stays.
pub(super) fn same(article: &Article, groups: &[Group]) -> Vec<(usize, Same)> {
    if groups.len() > MOST {
        return Vec::new();
    }
    let bound = bound_letters(article, groups);
    let mut into: Vec<Option<Same>> = vec![None; groups.len()];
    for (number, group) in groups.iter().enumerate() {
        let other = bound
            .get(&number)
            .copied()
            .or_else(|| in_another_case(groups, number))
            .map(Same::Name)
            .or_else(|| full_name(groups, number).map(Same::Short));
        let is_new = group.names == ProposedAs::New;
        if let (Some(slot), true) = (into.get_mut(number), is_new) {
            *slot = other;
        }
    }
    settle(&into)
}

/// Follows what is the same as something that is the same as a third.
fn settle(into: &[Option<Same>]) -> Vec<(usize, Same)> {
    let mut settled = Vec::new();
    for (number, same) in into.iter().enumerate() {
        let Some(same) = same else { continue };
        let mut last = *same;
        let mut steps = 0;
        while let Some(next) = into.get(target(last)).copied().flatten() {
            last = match last {
                Same::Short(_) => Same::Short(target(next)),
                Same::Name(_) => next,
            };
            steps += 1;
            if steps > into.len() {
                break;
            }
        }
        if steps <= into.len() && target(last) != number {
            settled.push((number, last));
        }
    }
    settled
}

fn target(same: Same) -> usize {
    match same {
        Same::Name(number) | Same::Short(number) => number,
    }
}

/// Letters in brackets right behind a longer name: `Korean Central News Agency (KCNA)`.
fn bound_letters(article: &Article, groups: &[Group]) -> HashMap<usize, usize> {
    let mut ends: HashMap<usize, usize> = HashMap::default();
    for (number, group) in groups.iter().enumerate() {
        ends.extend(group.found.iter().map(|found| (found.end, number)));
    }
    let mut bound = HashMap::default();
    for (number, group) in groups.iter().enumerate() {
        let is_short = group.name.chars().all(|c| !c.is_lowercase());
        for found in group.found.iter().filter(|_| is_short) {
            let before = article.words(0, found.start);
            let opened = before.strip_suffix('(').map(str::trim_end);
            let long = opened.and_then(|before| ends.get(&before.len()));
            let closed = article
                .words(found.end, article.text.len())
                .starts_with(')');
            let fits = long.filter(|long| {
                groups
                    .get(**long)
                    .is_some_and(|other| other.kind == group.kind && other.name.contains(' '))
            });
            if let (Some(long), true) = (fits, closed) {
                bound.insert(number, *long);
            }
        }
    }
    bound
}

/// A group of the same kind whose words differ in their endings only: one that is known,
/// or one that came earlier.
fn in_another_case(groups: &[Group], number: usize) -> Option<usize> {
    let own = groups.get(number)?;
    let fits = |other: &Group| {
        let pairs = own.folded.split(' ').zip(other.folded.split(' '));
        own.kind == other.kind
            && own.folded.split(' ').count() == other.folded.split(' ').count()
            && pairs.fold(true, |all, (one, another)| {
                all && (one == another || are_inflected(one, another))
            })
    };
    let mut known = (0..groups.len()).filter(|at| {
        groups
            .get(*at)
            .is_some_and(|other| other.names != ProposedAs::New && fits(other))
    });
    let earlier = || (0..number).find(|at| groups.get(*at).is_some_and(&fits));
    known.next().or_else(earlier)
}

/// The only person whose full name ends, or begins, with this shorter one.
fn full_name(groups: &[Group], number: usize) -> Option<usize> {
    let own = groups.get(number)?;
    if own.kind != EntityKind::Person {
        return None;
    }
    let words: Vec<&str> = own.folded.split(' ').collect();
    let agrees = |one: &&str, another: &&str| one == another || are_inflected(one, another);
    let part_of = |other: &Group, at_end: bool| {
        let full: Vec<&str> = other.folded.split(' ').collect();
        let Some(rest) = full.len().checked_sub(words.len()).filter(|rest| *rest > 0) else {
            return false;
        };
        let part = if at_end {
            full.get(rest..)
        } else {
            full.get(..words.len())
        };
        other.kind == EntityKind::Person
            && part.is_some_and(|part| part.iter().zip(&words).all(|(a, b)| agrees(a, b)))
    };
    let only = |at_end: bool| {
        let mut others = (0..groups.len()).filter(|at| {
            *at != number && groups.get(*at).is_some_and(|other| part_of(other, at_end))
        });
        let first = others.next()?;
        // Forms of one name are one.
        let is_same = |at: usize| in_another_case(groups, at) == Some(first);
        others.all(is_same).then_some(first)
    };
    only(true).or_else(|| only(false))
}
