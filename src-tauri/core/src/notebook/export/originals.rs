//! Originals: the bytes as received, each under its SHA-256.

use std::collections::HashSet;
use std::fs;

use super::Export;
use crate::import::Format;
use crate::store::{Sha256, original_table};
use crate::{Error, Result};

impl Export<'_> {
    pub(super) fn originals(&mut self) -> Result<()> {
        let shared = self.notebook.shared();
        let all: HashSet<Sha256> = shared
            .store
            .read("list originals", original_table::all)?
            .into_iter()
            .collect();
        for sha256 in all {
            let media_type = shared.store.read("list originals", |conn| {
                Ok(original_table::get(conn, sha256)?.map(|(_, media_type)| media_type))
            })?;
            let extension = match media_type.as_deref() {
                Some("application/jsonl") => "jsonl",
                Some(known) => Format::file_ending(known).unwrap_or("bin"),
                None => "bin",
            };
            // What is damaged must not keep the rest from leaving.
            if !shared.originals.verify(sha256).unwrap_or(false) {
                self.report.lost.push(sha256.hex());
                continue;
            }
            let path = self
                .folder
                .join("originals")
                .join(format!("{}.{extension}", sha256.hex()));
            let mut reader = shared.originals.reader(sha256)?;
            fs::File::create(&path)
                .and_then(|mut file| std::io::copy(&mut reader, &mut file))
                .map_err(|source| Error::io("writing", &path, source))?;
            self.report.originals += 1;
            self.count()?;
        }
        Ok(())
    }
}
