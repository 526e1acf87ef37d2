//! Unpacks streams (ISO 32000-1, 7.4), never further than a limit.

use std::io::Read;

use super::object::{Dict, Object};

/// What one stream may unpack to.
pub(in super::super) const MAX_UNPACKED: usize = 24 << 20;
/// Filters in a row; real files use two at most.
const MAX_FILTERS: usize = 4;

/// Undoes one filter after another. Damage cuts what comes after it, not what came before;
/// `None` for pictures and unknown filters.
pub(super) fn unpack(
    bytes: &[u8],
    filters: &[Object],
    parameters: &[Object],
    limit: usize,
) -> Option<Vec<u8>> {
    if filters.len() > MAX_FILTERS {
        return None;
    }
    let mut data = bytes.get(..bytes.len().min(limit))?.to_vec();
    for (at, filter) in filters.iter().enumerate() {
        let parameters = parameters.get(at).and_then(Object::dict).cloned();
        let parameters = parameters.unwrap_or_default();
        data = match filter.name()? {
            b"FlateDecode" | b"Fl" => predict(inflate(&data, limit), &parameters),
            b"LZWDecode" | b"LZW" => {
                let early = parameters.raw(b"EarlyChange").integer() != Some(0);
                predict(lzw(&data, early, limit), &parameters)
            }
            b"ASCIIHexDecode" | b"AHx" => ascii_hex(&data),
            b"ASCII85Decode" | b"A85" => ascii85(&data),
            b"RunLengthDecode" | b"RL" => run_length(&data, limit),
            b"Crypt" => data,
            _ => return None,
        };
    }
    Some(data)
}

/// Zlib, or bare deflate where the two bytes of the header are wrong.
fn inflate(data: &[u8], limit: usize) -> Vec<u8> {
    let out = drain(flate2::read::ZlibDecoder::new(data), limit);
    if !out.is_empty() {
        return out;
    }
    let bare = data.get(2..).unwrap_or_default();
    let out = drain(flate2::read::DeflateDecoder::new(bare), limit);
    if !out.is_empty() {
        return out;
    }
    drain(flate2::read::DeflateDecoder::new(data), limit)
}

fn drain(mut source: impl Read, limit: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut piece = [0; 16 << 10];
    while out.len() < limit {
        match source.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(count) => out.extend_from_slice(piece.get(..count).unwrap_or_default()),
        }
    }
    out.truncate(limit);
    out
}

/// Codes of 9 to 12 bits (7.4.4).
fn lzw(data: &[u8], early: bool, limit: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out: Vec<u8> = Vec::new();
    // Where in `out` each entry from 258 stands, and its length.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    let (mut bits, mut count, mut width) = (0_u32, 0_u32, 9_u32);
    for &byte in data {
        bits = bits << 8 | u32::from(byte);
        count += 8;
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count & ((1 << width) - 1)) as usize;
        bits &= (1 << count) - 1;
        match code {
            CLEAR => {
                table.clear();
                previous = None;
                width = 9;
                continue;
            }
            END => break,
            _ => {}
        }
        let start = out.len();
        if code < 256 {
            out.push((code & 0xFF) as u8);
        } else if let Some(&(from, length)) = table.get(code - 258) {
            out.extend_from_within(from..from + length);
        } else if let Some((from, length)) = previous {
            out.extend_from_within(from..from + length);
            out.extend_from_within(from..from + 1);
        } else {
            break;
        }
        if out.len() > limit {
            break;
        }
        if let Some((from, length)) = previous
            && table.len() < 4096 - 258
        {
            // The previous string and the first byte of this one stand in a row already.
            table.push((from, length + 1));
        }
        previous = Some((start, out.len() - start));
        let used = table.len() + 258 + usize::from(early);
        width = match used {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
    }
    out.truncate(limit);
    out
}

fn ascii_hex(data: &[u8]) -> Vec<u8> {
    let digits = data
        .iter()
        .take_while(|&&byte| byte != b'>')
        .filter_map(|&byte| char::from(byte).to_digit(16))
        .map(|digit| (digit & 0xF) as u8);
    let digits: Vec<u8> = digits.collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => high << 4 | low,
            [high] => high << 4,
            _ => 0,
        })
        .collect()
}

fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() / 5 * 4);
    let mut group = 0_u32;
    let mut count = 0_usize;
    for &byte in data {
        match byte {
            b'~' => break,
            b'z' if count == 0 => out.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend_from_slice(&group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(group.to_be_bytes().iter().take(count - 1));
    }
    out
}

fn run_length(data: &[u8], limit: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = data;
    while let [length, tail @ ..] = rest
        && *length != 128
        && out.len() < limit
    {
        if *length < 128 {
            let count = (usize::from(*length) + 1).min(tail.len());
            let (run, after) = tail.split_at(count);
            out.extend_from_slice(run);
            rest = after;
        } else if let [byte, after @ ..] = tail {
            out.resize(out.len() + 257 - usize::from(*length), *byte);
            rest = after;
        } else {
            break;
        }
    }
    out
}

/// Undoes the PNG predictors, which cross-reference streams use; TIFF's is for pictures.
fn predict(data: Vec<u8>, parameters: &Dict) -> Vec<u8> {
    let of = |key: &[u8], default: usize| parameters.raw(key).index().unwrap_or(default);
    if of(b"Predictor", 1) < 10 {
        return data;
    }
    let bits = of(b"Colors", 1).clamp(1, 32) * of(b"BitsPerComponent", 8).clamp(1, 16);
    let pixel = bits.div_ceil(8);
    let row = (bits * of(b"Columns", 1).clamp(1, 1 << 20)).div_ceil(8);
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0_u8; row];
    for line in data.chunks(row + 1) {
        let Some((&kind, bytes)) = line.split_first() else {
            break;
        };
        let mut current = vec![0_u8; row];
        for (at, &byte) in bytes.iter().enumerate() {
            let of =
                |row: &[u8], at: Option<usize>| at.and_then(|at| row.get(at)).copied().unwrap_or(0);
            let left = of(&current, at.checked_sub(pixel));
            let up = of(&above, Some(at));
            let corner = of(&above, at.checked_sub(pixel));
            let guess = match kind {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => 0,
            };
            if let Some(slot) = current.get_mut(at) {
                *slot = byte.wrapping_add(guess);
            }
        }
        out.extend(current.iter().take(bytes.len()));
        above = current;
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let estimate = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |value: u8| (estimate - i16::from(value)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}
