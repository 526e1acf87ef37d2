//! One file per format: from a file's bytes to the pages, texts and links that it holds.
#![allow(dead_code, unused_imports)] // Until the readers are called: the next change.

mod held;

pub(crate) use held::{FormatError, Found, Held, Input};
