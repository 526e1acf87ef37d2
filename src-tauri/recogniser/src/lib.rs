//! Finds people, organisations and places in running text, in many languages, on the
//! processor and without a network.
//!
//! Text is cut into pieces (`pieces`) and gathered into windows (`windows`), without the
//! sentences that hold no name (`nameless`); a small transformer reads them (`encoder`), and
//! its labels become spans (`decode`). The model's files and where they come from:
//! `model/README.md`; how they are made: `training/README.md`.

mod decode;
mod encoder;
mod error;
mod han;
mod hangul;
mod nameless;
mod normalise;
mod path;
mod pieces;
mod roles;
mod rules;
mod span;
mod table;
mod windows;

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use encoder::Encoder;
use table::Table;

pub use error::Error;
pub use roles::role;
pub use rules::{SURE, refine};
pub use span::{Kind, Span};

/// A loaded model. Loading takes some hundred milliseconds and about 100 MB; recognising
/// needs only `&self` and works on the caller's thread.
pub struct Recogniser {
    encoder: Encoder,
    table: Table,
}

/// The model's files, within the program: what they hold stays on disk until it is read.
static ENCODER: &[u8] = include_bytes!("../model/encoder.onnx");
static TABLE: &[u8] = include_bytes!("../model/table.bin");

impl Recogniser {
    /// Loads the model that is part of the program.
    ///
    /// # Errors
    /// None, unless the program was built with files that do not belong together.
    pub fn shipped() -> Result<Self, Error> {
        Ok(Self {
            encoder: Encoder::read(Cow::Borrowed(ENCODER))?,
            table: Table::read(TABLE, Cow::Borrowed)?,
        })
    }

    /// Loads `encoder.onnx` and `table.bin` from a folder.
    ///
    /// # Errors
    /// A file that cannot be read, or that is not the model of this version.
    pub fn load(folder: &Path) -> Result<Self, Error> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|source| Error::Read { path, source })
        };
        Self::from_bytes(read("encoder.onnx")?, &read("table.bin")?)
    }

    /// Loads the same two files from memory.
    ///
    /// # Errors
    /// Bytes that are not the model of this version.
    pub fn from_bytes(encoder: Vec<u8>, table: &[u8]) -> Result<Self, Error> {
        Ok(Self {
            encoder: Encoder::read(Cow::Owned(encoder))?,
            table: Table::read(table, |codes| Cow::Owned(codes.to_vec()))?,
        })
    }

    /// The names in a text, in order, none inside another. The same text gives the same
    /// names. `cancelled` is asked about every hundred words.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; or a model that does not fit the program.
    pub fn recognise(&self, text: &str, cancelled: &dyn Fn() -> bool) -> Result<Vec<Span>, Error> {
        let mut found = Vec::new();
        windows::windows(&self.table.pieces, text, |window| {
            if cancelled() {
                return Err(Error::Cancelled);
            }
            let rows: Vec<u32> = window.iter().map(|piece| piece.row).collect();
            let odds = self.encoder.odds(&self.table, &rows)?;
            decode::spans(text, window, &odds, &mut found);
            Ok(())
        })?;
        Ok(found)
    }
}
