#![no_main]

use dragoman_core::extract::{MediaType, SourceHints, decode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for media in [MediaType::Html, MediaType::Text] {
        decode(bytes, &SourceHints::of(media));
    }
});
