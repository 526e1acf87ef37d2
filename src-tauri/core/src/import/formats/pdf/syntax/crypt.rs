//! The standard security handler, opened with the empty user password
//! (ISO 32000-1, 7.6; ISO 32000-2, 7.6.4 for revision 6).

use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::object::{Dict, Object};

/// What a password is filled up with (algorithm 2).
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// What opens strings and streams.
#[derive(Debug)]
pub(super) struct Crypt {
    key: Vec<u8>,
    strings: Method,
    streams: Method,
    pub metadata: bool,
}

impl Crypt {
    /// `None` where a password is needed, or a handler that is not the standard one.
    pub(super) fn open(encrypt: &Dict, id: &[u8]) -> Option<Self> {
        if encrypt.raw(b"Filter").name() != Some(b"Standard") {
            return None;
        }
        let version = encrypt.raw(b"V").integer().unwrap_or(0);
        let revision = encrypt.raw(b"R").integer()?;
        let bits = encrypt.raw(b"Length").index().unwrap_or(40);
        let metadata = !matches!(encrypt.raw(b"EncryptMetadata"), Object::Bool(false));
        let (strings, streams, length) = match version {
            1 => (Method::Rc4, Method::Rc4, 5),
            2 | 3 => (Method::Rc4, Method::Rc4, (bits / 8).clamp(5, 16)),
            4 => (method(encrypt, b"StrF"), method(encrypt, b"StmF"), 16),
            5 => (method(encrypt, b"StrF"), method(encrypt, b"StmF"), 32),
            _ => return None,
        };
        let key = if version == 5 {
            key_of_revision_6(encrypt, revision)?
        } else {
            key_of_revision_4(encrypt, id, revision, length, metadata)?
        };
        Some(Self {
            key,
            strings,
            streams,
            metadata,
        })
    }

    pub(super) fn string(&self, bytes: &[u8], id: (u32, u16)) -> Vec<u8> {
        self.decrypt(bytes, id, self.strings)
    }

    pub(super) fn stream(&self, bytes: &[u8], id: (u32, u16)) -> Vec<u8> {
        self.decrypt(bytes, id, self.streams)
    }

    fn decrypt(&self, bytes: &[u8], id: (u32, u16), method: Method) -> Vec<u8> {
        match method {
            Method::None => bytes.to_vec(),
            Method::Rc4 => rc4(&self.object_key(id, b""), bytes),
            Method::Aes128 => aes_cbc::<Aes128>(&self.object_key(id, b"sAlT"), bytes),
            Method::Aes256 => aes_cbc::<Aes256>(&self.key, bytes),
        }
    }

    /// Algorithm 1.
    fn object_key(&self, (number, generation): (u32, u16), salt: &[u8]) -> Vec<u8> {
        let mut hash = Md5::new();
        hash.update(&self.key);
        hash.update(number.to_le_bytes().get(..3).unwrap_or_default());
        hash.update(generation.to_le_bytes());
        hash.update(salt);
        let mut key = hash.finalize().to_vec();
        key.truncate((self.key.len() + 5).min(16));
        key
    }
}

fn method(encrypt: &Dict, which: &[u8]) -> Method {
    let name = encrypt.raw(which).name().unwrap_or(b"Identity");
    let filters = encrypt.raw(b"CF").dict();
    let filter = filters.and_then(|filters| filters.raw(name).dict());
    match filter.and_then(|filter| filter.raw(b"CFM").name()) {
        Some(b"V2") => Method::Rc4,
        Some(b"AESV2") => Method::Aes128,
        Some(b"AESV3") => Method::Aes256,
        _ => Method::None,
    }
}

/// Algorithms 2, 4 and 5: the key, if the empty password is the right one.
fn key_of_revision_4(
    encrypt: &Dict,
    id: &[u8],
    revision: i64,
    length: usize,
    metadata: bool,
) -> Option<Vec<u8>> {
    let permissions = encrypt.raw(b"P").integer()?;
    let permissions = (permissions & 0xFFFF_FFFF) as u32;
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(encrypt.raw(b"O").string()?.get(..32)?);
    hash.update(permissions.to_le_bytes());
    hash.update(id);
    if revision >= 4 && !metadata {
        hash.update([0xFF; 4]);
    }
    let mut key = hash.finalize().to_vec();
    key.truncate(length);
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key).to_vec();
            key.truncate(length);
        }
    }
    let expected = encrypt.raw(b"U").string()?;
    let right = if revision == 2 {
        expected == rc4(&key, &PADDING)
    } else {
        let mut hash = Md5::new();
        hash.update(PADDING);
        hash.update(id);
        let mut check = rc4(&key, &hash.finalize());
        for round in 1..=19_u8 {
            let turned: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
            check = rc4(&turned, &check);
        }
        expected.get(..16) == Some(&check)
    };
    right.then_some(key)
}

/// Algorithm 2.A with the empty password.
fn key_of_revision_6(encrypt: &Dict, revision: i64) -> Option<Vec<u8>> {
    let user = encrypt.raw(b"U").string()?;
    let (hash, validation, salt) = (user.get(..32)?, user.get(32..40)?, user.get(40..48)?);
    if password_hash(validation, revision) != hash {
        return None;
    }
    let wrapped = encrypt.raw(b"UE").string()?.get(..32)?;
    let key = password_hash(salt, revision);
    let mut out = wrapped.to_vec();
    cbc_in_place::<Aes256>(&key, &[0; 16], &mut out)?;
    Some(out)
}

/// Algorithm 2.B for the empty password.
fn password_hash(salt: &[u8], revision: i64) -> Vec<u8> {
    let mut hash = Sha256::digest(salt).to_vec();
    if revision < 6 {
        return hash;
    }
    for round in 0..1000_usize {
        let mut block = hash.repeat(64);
        let (Some(key), Some(vector)) = (hash.get(..16), hash.get(16..32)) else {
            return hash;
        };
        encrypt_cbc(key, vector, &mut block);
        let sum: usize = block.iter().take(16).map(|&byte| usize::from(byte)).sum();
        hash = match sum % 3 {
            0 => Sha256::digest(&block).to_vec(),
            1 => Sha384::digest(&block).to_vec(),
            _ => Sha512::digest(&block).to_vec(),
        };
        let last = block.last().copied().unwrap_or(0);
        if round >= 63 && usize::from(last) + 32 <= round + 1 {
            break;
        }
    }
    hash.truncate(32);
    hash
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|at| at as u8);
    let mut other = 0_usize;
    for at in 0..256 {
        let Some(byte) = key.get(at % key.len().max(1)) else {
            return bytes.to_vec();
        };
        other = (other + usize::from(state[at]) + usize::from(*byte)) % 256;
        state.swap(at, other);
    }
    let (mut first, mut second) = (0_usize, 0_usize);
    bytes
        .iter()
        .map(|byte| {
            first = (first + 1) % 256;
            second = (second + usize::from(state[first])) % 256;
            state.swap(first, second);
            let sum = usize::from(state[first]) + usize::from(state[second]);
            byte ^ state[sum % 256]
        })
        .collect()
}

/// The first block is the initial vector, the end is padded.
fn aes_cbc<C: KeyInit + BlockCipherDecrypt>(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let (Some(vector), Some(body)) = (bytes.get(..16), bytes.get(16..)) else {
        return Vec::new();
    };
    let mut out = body
        .get(..body.len() / 16 * 16)
        .unwrap_or_default()
        .to_vec();
    if cbc_in_place::<C>(key, vector, &mut out).is_none() {
        return Vec::new();
    }
    if let Some(&padding @ 1..=16) = out.last() {
        out.truncate(out.len().saturating_sub(usize::from(padding)));
    }
    out
}

fn cbc_in_place<C: KeyInit + BlockCipherDecrypt>(
    key: &[u8],
    vector: &[u8],
    bytes: &mut [u8],
) -> Option<()> {
    let cipher = C::new_from_slice(key).ok()?;
    let mut before = vector.to_vec();
    for chunk in bytes.chunks_exact_mut(16) {
        let packed = chunk.to_vec();
        let block = chunk.try_into().ok()?;
        cipher.decrypt_block(block);
        for (byte, mask) in chunk.iter_mut().zip(&before) {
            *byte ^= mask;
        }
        before = packed;
    }
    Some(())
}

fn encrypt_cbc(key: &[u8], vector: &[u8], bytes: &mut [u8]) {
    let Ok(cipher) = Aes128::new_from_slice(key) else {
        return;
    };
    let mut before = vector.to_vec();
    for chunk in bytes.chunks_exact_mut(16) {
        for (byte, mask) in chunk.iter_mut().zip(&before) {
            *byte ^= mask;
        }
        if let Ok(block) = <&mut aes::Block>::try_from(&mut *chunk) {
            cipher.encrypt_block(block);
        }
        before = chunk.to_vec();
    }
}
