//! What the shell decides by itself, without a window. What needs the window is in `tests/e2e`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod args;
#[cfg(target_os = "linux")]
mod display;
mod drops;
mod events;
mod links;
mod pdf_page;
mod policy;
mod problems;
mod remembered;
