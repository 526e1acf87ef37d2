//! Fetching links that were saved without a connection, when a person says so.

use std::collections::BTreeMap;

use super::Imports;
use crate::Result;
use crate::domain::{
    ImportDoor, ImportItem, ImportItemId, ImportProgress, ImportSource, OutcomeCode,
};
use crate::jobs::CancelToken;
use crate::store::import_table;

impl Imports<'_> {
    /// Fetches the pages of these problems, those of them that are links. Each problem is
    /// dealt with once its link was tried: what goes wrong again is a new one.
    pub fn fetch_saved(
        &self,
        items: &[ImportItemId],
        cancel: &CancelToken,
        report: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportProgress> {
        let links = self.links_of(items)?;
        let sources = links
            .keys()
            .map(|url| ImportSource::Link { url: url.clone() })
            .collect();
        let mut failed = None;
        let done = self.run(sources, ImportDoor::Chosen, cancel, &mut |progress| {
            let tried = progress
                .items
                .iter()
                .filter(|item| item.code != OutcomeCode::Cancelled)
                .filter_map(|item| links.get(&item.name))
                .flatten();
            for problem in tried {
                if let Err(error) = self.close(*problem) {
                    failed.get_or_insert(error);
                }
            }
            report(progress);
        })?;
        match failed {
            Some(error) => Err(error),
            None => Ok(done),
        }
    }

    /// Each address with the problems that wait for it.
    fn links_of(&self, items: &[ImportItemId]) -> Result<BTreeMap<String, Vec<ImportItemId>>> {
        let store = &self.0.shared().store;
        store.read("look for links", |conn| {
            let mut links: BTreeMap<String, Vec<ImportItemId>> = BTreeMap::new();
            for id in items {
                let (item, _) = import_table::item(conn, *id)?;
                if let Some(url) = link_of(&item) {
                    links.entry(url.to_owned()).or_default().push(*id);
                }
            }
            Ok(links)
        })
    }
}

/// The address that a problem waits for, if it does.
fn link_of(item: &ImportItem) -> Option<&str> {
    let waits = matches!(
        item.code,
        OutcomeCode::LinkSaved
            | OutcomeCode::Offline
            | OutcomeCode::TimedOut
            | OutcomeCode::HttpStatus
    );
    let link = item.location.as_deref().unwrap_or(&item.name);
    (waits && !item.resolved && link.starts_with("http")).then_some(link)
}
