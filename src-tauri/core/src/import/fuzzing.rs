//! The door for `tests/fuzz`: any bytes, given to the reader of one format.
//!
//! Compiled only where cargo fuzz sets `--cfg fuzzing`: what a file is, is otherwise told
//! by its bytes, and a changed byte in its beginning would keep the rest from its reader.

use std::io::Cursor;
use std::ops::ControlFlow;

use super::formats::{Format, Held, read_parts};
use crate::extract::{self, MediaType, SourceHints};

/// Reads `bytes` as the format that is kept under `media_type`, down to its last part.
/// Documents become articles; pages have targets of their own and stay as they are.
pub fn read(media_type: &str, bytes: &[u8]) {
    let Some(format) = Format::of_media_type(media_type) else {
        return;
    };
    let mut take = |part: super::Part| {
        if let Held::Document { document, .. } = part.held {
            let article =
                extract::article_from_document(&document, &SourceHints::of(MediaType::Text));
            std::hint::black_box(article);
        }
        ControlFlow::Continue(())
    };
    let read = read_parts(format, &mut Cursor::new(bytes), "fuzzed", &mut take);
    std::hint::black_box(read.is_ok());
}
