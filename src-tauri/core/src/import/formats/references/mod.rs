//! Lists of references: what Zotero and its kin export.
//!
//! A reference with an abstract or notes is an article of its own; one with an address
//! only is a link. Attachments are named, not read: a path in a list could be any file
//! of the machine. The files of an export's own folder come in through that folder.

mod bibtex;
mod csl;
mod ris;
mod tex;
mod zotero_csv;

pub(super) use bibtex::read as read_bibtex;
pub(super) use csl::{is as is_csl, read as read_csl};
pub(super) use ris::read as read_ris;
pub(super) use zotero_csv::{is as is_zotero_csv, read as read_zotero_csv};

use super::record::{Record, is_link};

/// The address of a record that has none but names its work by a DOI.
fn address_by_doi(record: &mut Record, doi: Option<&str>) {
    let Some(doi) = doi.filter(|doi| doi.starts_with("10.")) else {
        return;
    };
    if record.facts.url.is_none() {
        let address = format!("https://doi.org/{doi}");
        record.facts.url = Some(address).filter(|address| is_link(address));
    }
}
