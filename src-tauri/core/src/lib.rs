//! Everything Dragoman knows. No window, no tauri.
//!
//! The way in is [`Notebook`]. The map of the rooms is `src-tauri/ARCHITECTURE.md`.

mod clock;
pub mod copies;
pub mod domain;
pub mod entities;
mod error;
pub mod extract;
pub mod import;
mod jobs;
mod memory;
mod notebook;
pub mod notes;
pub mod quoting;
pub mod search;
mod store;
pub mod text;

pub use error::{Error, ErrorCode, Result};
pub use jobs::CancelToken;
pub use notebook::*;
