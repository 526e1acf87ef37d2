//! `table.bin`: the pieces, and what the encoder is fed for each of them.
//!
//! Little-endian: the mark, the pieces (count; scores as halves; lengths in bytes; text),
//! the rows of positions (count; floats), sixteen levels, and the rows of pieces (count;
//! scales as halves; codes of four bits, the even column in the low half). A row is its
//! scale times the levels of its codes; that holds an embedding within 9 % in half a byte
//! a number.

use std::borrow::Cow;

use crate::error::Error;
use crate::pieces::Pieces;

/// Numbers that stand for one piece.
pub(crate) const WIDTH: usize = 384;
const MARK: &[u8] = b"dragoman names 1";
const CODES: usize = WIDTH / 2;

/// Reads a model file front to back; ends with an error, never beyond the bytes.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Error> {
        let (read, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or(Error::Model("it ends too early"))?;
        self.rest = rest;
        Ok(read)
    }

    pub fn number(&mut self) -> Result<usize, Error> {
        let mut number = [0; 4];
        number.copy_from_slice(self.bytes(4)?);
        usize::try_from(u32::from_le_bytes(number)).map_err(|_| Error::Model("a number too large"))
    }

    fn floats(&mut self, count: usize) -> Result<Vec<f32>, Error> {
        let bytes = self.bytes(count.saturating_mul(4))?;
        let (floats, _) = bytes.as_chunks::<4>();
        Ok(floats
            .iter()
            .map(|float| f32::from_le_bytes(*float))
            .collect())
    }

    pub fn halves(&mut self, count: usize) -> Result<Vec<f32>, Error> {
        let bytes = self.bytes(count.saturating_mul(2))?;
        let (halves, _) = bytes.as_chunks::<2>();
        Ok(halves
            .iter()
            .map(|half| from_half(u16::from_le_bytes(*half)))
            .collect())
    }
}

/// IEEE 754 half precision; infinities and NaN do not occur in a model.
fn from_half(half: u16) -> f32 {
    let sign = u32::from(half >> 15) << 31;
    let exponent = u32::from(half >> 10) & 31;
    let fraction = u32::from(half & 0x3ff);
    if exponent == 0 {
        let tiny = f32::from(half & 0x3ff) / 16_777_216.0;
        return if sign == 0 { tiny } else { -tiny };
    }
    f32::from_bits(sign | ((exponent + 112) << 23) | (fraction << 13))
}

pub(crate) struct Table {
    pub pieces: Pieces,
    positions: Vec<f32>,
    levels: [f32; 16],
    scales: Vec<f32>,
    codes: Cow<'static, [u8]>,
}

impl Table {
    /// `keep` decides whether the codes, most of the file, are copied.
    pub fn read<'a>(
        bytes: &'a [u8],
        keep: impl FnOnce(&'a [u8]) -> Cow<'static, [u8]>,
    ) -> Result<Self, Error> {
        let mut reader = Reader { rest: bytes };
        if reader.bytes(MARK.len())? != MARK {
            return Err(Error::Model("it does not begin as one"));
        }
        let pieces = Pieces::read(&mut reader)?;
        let positions = reader.number()?;
        let positions = reader.floats(positions.saturating_mul(WIDTH))?;
        let mut levels = [0.0; 16];
        levels.copy_from_slice(&reader.floats(16)?);
        let rows = reader.number()?;
        let scales = reader.halves(rows)?;
        let codes = keep(reader.bytes(rows.saturating_mul(CODES))?);
        Ok(Self {
            pieces,
            positions,
            levels,
            scales,
            codes,
        })
    }

    /// Appends what the encoder is fed for a piece at a position of its window.
    pub fn push_row(&self, row: u32, position: usize, into: &mut Vec<f32>) {
        let row = row as usize;
        let scale = self.scales.get(row).copied().unwrap_or(0.0);
        let levels = self.levels.map(|level| level * scale);
        let codes = self
            .codes
            .get(row * CODES..(row + 1) * CODES)
            .unwrap_or(&[]);
        let places = position * WIDTH..(position + 1) * WIDTH;
        let (pairs, _) = self.positions.get(places).unwrap_or(&[]).as_chunks::<2>();
        for (code, [even, odd]) in codes.iter().zip(pairs) {
            into.push(levels[usize::from(code & 15)] + even);
            into.push(levels[usize::from(code >> 4)] + odd);
        }
    }
}
