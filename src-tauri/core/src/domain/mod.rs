//! The nouns of the product, as plain types.
//!
//! Nothing here reads a file, opens a database or knows of a window.
//! Types that the window sees derive [`ts_rs::TS`]; `ui/src/api/generated.ts`
//! is written from them.
//!
//! Positions in text count **Unicode scalar values** (Rust `char`s) from the
//! start of a block, never bytes and never UTF-16 units.

mod alike;
mod article;
mod citation;
mod clipping;
mod correction;
mod document;
mod dossier;
mod entity;
mod entity_list;
mod gazetteer;
mod health;
mod id;
mod import;
mod many_articles;
mod names;
mod neighbourhood;
mod note;
mod note_links;
mod note_version;
mod notebook;
mod original;
mod passage;
mod pick;
mod proposal;
mod query;
mod reading;
mod relation;
mod renaming;
mod saved_search;
mod search;
mod table_row;
mod tag;
mod time;
mod trashed;
mod version;
mod wire;

pub use alike::*;
pub use article::*;
pub use citation::*;
pub use clipping::*;
pub use correction::*;
pub use document::*;
pub use dossier::*;
pub use entity::*;
pub use entity_list::*;
pub use gazetteer::*;
pub use health::*;
pub use id::*;
pub use import::*;
pub use many_articles::*;
pub use names::*;
pub use neighbourhood::*;
pub use note::*;
pub use note_links::*;
pub use note_version::*;
pub use notebook::*;
pub use original::*;
pub use passage::*;
pub use pick::*;
pub use proposal::*;
pub use query::*;
pub use reading::*;
pub use relation::*;
pub use renaming::*;
pub use saved_search::*;
pub use search::*;
pub use table_row::*;
pub use tag::*;
pub use time::*;
pub use trashed::*;
pub use version::*;
pub use wire::*;
