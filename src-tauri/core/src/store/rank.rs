//! Places in an order of which no other is written when one thing moves.
//!
//! A rank is a fraction between 0 and 1, written as its digits to base 256, so that ranks
//! sort as bytes do. Between two of them there is always another, which is at most a bit
//! longer. What goes to an end takes a step, so that ten thousand things that are added
//! one after the other keep short ranks.

/// Bytes that every rank has at least. Longer ones don't end in 0, so that none is equal
/// to another in value alone.
const SHORTEST: usize = 8;
/// What parts two that were added one after the other.
const STEP: u64 = 1 << 32;
const MIDDLE: u64 = 1 << 63;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Rank(Vec<u8>);

impl Rank {
    /// A rank after `before` and before `after`, where these are given.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let stepped = match (before, after) {
            (None, None) => Some(MIDDLE),
            (Some(before), None) => before.first().checked_add(STEP),
            (None, Some(after)) => after.first().checked_sub(STEP),
            (Some(_), Some(_)) => None,
        };
        match stepped {
            Some(first) => Self(first.to_be_bytes().to_vec()),
            None => Self::middle(
                before.map_or(&[], |rank| rank.0.as_slice()),
                after.map_or(&[u8::MAX; SHORTEST], |rank| rank.0.as_slice()),
            ),
        }
    }

    /// The digits that count for a step.
    fn first(&self) -> u64 {
        let digits = self.0.iter().copied().chain(std::iter::repeat(0));
        digits
            .take(SHORTEST)
            .fold(0, |sum, digit| sum << 8 | u64::from(digit))
    }

    /// Half of the sum of both, to one digit more than the longer has.
    fn middle(low: &[u8], high: &[u8]) -> Self {
        let length = low.len().max(high.len()).max(SHORTEST) + 1;
        let digit = |of: &[u8], at: usize| u16::from(of.get(at).copied().unwrap_or(0));
        let mut sum = vec![0_u16; length];
        let mut carry = 0;
        for at in (0..length).rev() {
            let both = digit(low, at) + digit(high, at) + carry;
            carry = both >> 8;
            if let Some(place) = sum.get_mut(at) {
                *place = both & 0xff;
            }
        }
        let mut rest = carry;
        let mut half: Vec<u8> = sum
            .into_iter()
            .map(|digit| {
                let whole = rest << 8 | digit;
                rest = whole & 1;
                u8::try_from(whole >> 1).unwrap_or(u8::MAX)
            })
            .collect();
        while half.len() > SHORTEST && half.last() == Some(&0) {
            half.pop();
        }
        Self(half)
    }
}

impl rusqlite::ToSql for Rank {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(rusqlite::types::ToSqlOutput::from(self.0.as_slice()))
    }
}

impl rusqlite::types::FromSql for Rank {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_blob().map(|bytes| Self(bytes.to_vec()))
    }
}

/// A rank to sort many by: its first digits are a number, so that most need no memory of
/// their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RankKey(u64, Option<Box<[u8]>>);

impl rusqlite::types::FromSql for RankKey {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let bytes = value.as_blob()?;
        let (first, rest) = bytes.split_at(bytes.len().min(SHORTEST));
        let digits = first.iter().copied().chain(std::iter::repeat(0));
        let number = digits
            .take(SHORTEST)
            .fold(0, |number, digit| (number << 8) | u64::from(digit));
        Ok(Self(number, (!rest.is_empty()).then(|| rest.into())))
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::types::{FromSql, ValueRef};

    use super::{Rank, RankKey};

    #[test]
    fn keys_sort_as_the_ranks_do() {
        let key = |bytes: &[u8]| RankKey::column_result(ValueRef::Blob(bytes)).unwrap();
        let mut ranks: Vec<&[u8]> = vec![
            &[9, 0, 0, 0, 0, 0, 0, 0],
            &[1, 2, 3, 4, 5, 6, 7, 8, 200],
            &[1, 2, 3, 4, 5, 6, 7, 8],
            &[255, 0, 0, 0, 0, 0, 0, 1],
            &[1, 2, 3, 4, 5, 6, 7, 8, 7, 255],
        ];
        let mut by_key = ranks.clone();
        ranks.sort();
        by_key.sort_by_key(|bytes| key(bytes));
        assert_eq!(by_key, ranks);
    }

    #[test]
    fn there_is_always_a_rank_between_two() {
        let mut low = Rank::between(None, None);
        let mut high = Rank::between(Some(&low), None);
        for turn in 0..2_000 {
            let middle = Rank::between(Some(&low), Some(&high));
            assert!(low < middle && middle < high, "{turn}");
            match turn % 3 {
                0 => low = middle,
                _ => high = middle,
            }
        }
        assert!(low.0.len() < 300);
        let mut end = high;
        for _ in 0..100_000 {
            let next = Rank::between(Some(&end), None);
            assert!(next > end);
            end = next;
        }
        assert_eq!(end.0.len(), 8);
        let mut start = low;
        for _ in 0..100_000 {
            let next = Rank::between(None, Some(&start));
            assert!(next < start);
            start = next;
        }
    }
}
