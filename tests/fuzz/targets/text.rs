#![no_main]

use dragoman_core::extract::{MediaType, SourceHints, article};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    article(bytes, &SourceHints::of(MediaType::Text));
});
