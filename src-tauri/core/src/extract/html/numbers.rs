//! What is measured of a block, as numbers.

use super::containers::Role;
use super::outline::Outline;
use crate::domain::{BlockKind, RemovalReason};

/// Distances are cut here.
pub(super) const FAR: f32 = 60.0;

/// Steps outwards from `from` until `to` is inside, and from there down to `to`.
pub(super) fn steps(outline: &Outline, from: usize, to: usize) -> (f32, f32) {
    let holds = |at: usize| {
        outline
            .elements
            .get(at)
            .is_some_and(|element| at <= to && to < element.end)
    };
    let depth = |at: usize| outline.elements.get(at).map_or(0, |element| element.depth);
    let mut out = 0_usize;
    let mut here = from;
    for next in std::iter::once(from).chain(outline.around(from)) {
        here = next;
        if holds(next) {
            break;
        }
        out += 1;
    }
    let down = depth(to).saturating_sub(depth(here));
    ((out as f32).min(FAR), (down as f32).min(FAR))
}

pub(super) fn flag(value: bool) -> f32 {
    f32::from(u8::from(value))
}

pub(super) fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

pub(super) fn ratio(part: u32, whole: u32) -> f32 {
    part as f32 / whole.max(1) as f32
}

pub(super) fn ordinal(reason: Option<RemovalReason>) -> f32 {
    use RemovalReason::*;
    match reason {
        None => 0.0,
        Some(PageNote) => 1.0,
        Some(OutsideBody | Repeated | Person) => 2.0,
        Some(Navigation) => 3.0,
        Some(Related) => 4.0,
        Some(Share) => 5.0,
        Some(Promotion) => 6.0,
        Some(Advertisement) => 7.0,
        Some(Account) => 8.0,
        Some(Comments) => 9.0,
        Some(Consent) => 10.0,
    }
}

pub(super) fn kind(kind: BlockKind) -> f32 {
    match kind {
        BlockKind::Paragraph => 0.0,
        BlockKind::Heading => 1.0,
        BlockKind::Quote => 2.0,
        BlockKind::ListItem => 3.0,
        BlockKind::TableRow => 4.0,
        BlockKind::Code => 5.0,
        BlockKind::Caption => 6.0,
    }
}

pub(super) fn role(role: Option<Role>) -> f32 {
    match role {
        None => 0.0,
        Some(Role::Standfirst) => 1.0,
        Some(Role::Dateline) => 2.0,
        Some(Role::Byline) => 3.0,
        Some(Role::Caption) => 4.0,
        Some(Role::Credit) => 5.0,
    }
}
