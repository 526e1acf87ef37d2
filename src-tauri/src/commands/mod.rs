//! What the window may ask: one file per noun, each command an adapter of a few
//! lines onto the core. `build.rs` names the same commands for the permissions,
//! and `capabilities/main.json` allows them.

// What `#[tauri::command]` writes lets go of the answer that it has passed on.
#![allow(clippy::let_underscore_must_use)]

pub mod article;
pub mod clipping;
pub mod date;
pub mod dossier;
pub mod entities;
pub mod entity;
pub mod gazetteer;
pub mod import;
pub mod link;
pub mod log;
pub mod many_articles;
pub mod mention;
pub mod note;
pub mod note_image;
pub mod note_work;
pub mod notebook;
pub mod proposal;
pub mod relation;
pub mod saved_search;
pub mod search;
pub mod setting;
pub mod tag;
pub mod text;
pub mod trash;
pub mod undo;
pub mod wire;
