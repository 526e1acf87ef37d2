//! A server's answer as an archive keeps it: head and body as they came over the wire.

use std::io::{self, BufRead, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// The longest line of the head, and the most lines of it.
const MAX_LINE: u64 = 16 << 10;
const MAX_LINES: usize = 300;

/// What the head of an answer says.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub status: u16,
    /// In lower case.
    pub content_type: String,
    pub charset: Option<String>,
    chunked: bool,
    encoding: String,
}

impl Answer {
    /// A body that comes without a head.
    pub(super) fn of(content_type: &str) -> Self {
        Self {
            status: 200,
            charset: charset(content_type),
            content_type: content_type.to_ascii_lowercase(),
            ..Self::default()
        }
    }

    /// The body as the page's author wrote it, at most `most` bytes. Crawlers often undo
    /// the encodings and leave the head as it was: what does not fit is taken as it is.
    ///
    /// # Errors
    /// Only those of reading; a damaged body is as long as it could be decoded.
    pub(super) fn body(&self, raw: &mut dyn Read, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        raw.take(most).read_to_end(&mut bytes)?;
        if self.chunked
            && let Some(joined) = join_chunks(&bytes)
        {
            bytes = joined;
        }
        let bytes_in = bytes.as_slice();
        let decoded = match self.encoding.as_str() {
            "gzip" | "x-gzip" if bytes.starts_with(b"\x1F\x8B") => {
                decode(MultiGzDecoder::new(bytes_in), most)
            }
            "deflate" => {
                // Named so, it is meant to be zlib's; some servers send it bare.
                let zlib = decode(ZlibDecoder::new(bytes_in), most);
                if zlib.is_empty() {
                    decode(DeflateDecoder::new(bytes_in), most)
                } else {
                    zlib
                }
            }
            "br" => decode(brotli_decompressor::Decompressor::new(bytes_in, 4096), most),
            _ => Vec::new(),
        };
        Ok(if decoded.is_empty() { bytes } else { decoded })
    }
}

/// As much as can be decoded.
fn decode(decoder: impl Read, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Err(error) = decoder.take(most).read_to_end(&mut bytes) {
        tracing::debug!(%error, "a body was decoded in part");
    }
    bytes
}

/// The head of an answer; `None` when there is none. Leaves `input` at the body.
pub(super) fn read_head(input: &mut dyn BufRead) -> io::Result<Option<Answer>> {
    let mut line = Vec::new();
    input.take(MAX_LINE).read_until(b'\n', &mut line)?;
    // `HTTP/1.1 200 OK`
    let status = String::from_utf8_lossy(&line)
        .strip_prefix("HTTP/")
        .and_then(|rest| rest.split_whitespace().nth(1)?.parse().ok());
    let Some(status) = status else {
        return Ok(None);
    };
    let mut answer = Answer {
        status,
        ..Answer::default()
    };
    for _ in 0..MAX_LINES {
        line.clear();
        if input.take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(Some(answer));
        }
        let text = String::from_utf8_lossy(line.trim_ascii()).into_owned();
        if text.is_empty() {
            return Ok(Some(answer));
        }
        let Some((field, value)) = text.split_once(':') else {
            continue;
        };
        let value = value.trim();
        match field.trim().to_ascii_lowercase().as_str() {
            "content-type" => {
                answer.charset = charset(value);
                answer.content_type = value.to_ascii_lowercase();
            }
            "transfer-encoding" => {
                answer.chunked = value.to_ascii_lowercase().contains("chunked");
            }
            "content-encoding" => answer.encoding = value.to_ascii_lowercase(),
            _ => {}
        }
    }
    Ok(None)
}

fn charset(content_type: &str) -> Option<String> {
    content_type
        .split(';')
        .filter_map(|parameter| parameter.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .map(|(_, value)| value.trim().trim_matches(['"', '\'']).to_owned())
}

/// The body without the sizes between its chunks (RFC 9112, section 7.1); `None` when it
/// does not begin as chunks do.
fn join_chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(rest.len());
    let mut first = true;
    loop {
        let chunk = next_chunk(rest);
        let Some((chunk, after)) = chunk else {
            // Cut within a later chunk: what came before is the body.
            return (!first).then_some(joined);
        };
        if chunk.is_empty() {
            return Some(joined);
        }
        first = false;
        joined.extend_from_slice(chunk);
        rest = after;
    }
}

fn next_chunk(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(b'\n', bytes.get(..64).unwrap_or(bytes))?;
    let line = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let size = line.split(';').next().unwrap_or_default().trim();
    let size = usize::from_str_radix(size, 16).ok()?;
    let body = bytes.get(end + 1..)?;
    let chunk = body.get(..size.min(body.len()))?;
    let after = body.get(chunk.len()..)?;
    let after = after.strip_prefix(b"\r\n").unwrap_or(after);
    Some((chunk, after))
}
