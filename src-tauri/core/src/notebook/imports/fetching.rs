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
    /// dealt with once its link was fetched. One that fails again goes on waiting, as a
    /// problem of the import that brought it, and says what went wrong last.
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
                .filter(|item| item.code != OutcomeCode::Cancelled);
            for item in tried {
                let waiting = links.get(&item.name).map_or(&[][..], Vec::as_slice);
                if let Err(error) = self.tried(item, waiting) {
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

    /// Deals with the problems that waited for a link, or says in them why it failed again.
    fn tried(&self, item: &ImportItem, waiting: &[ImportItemId]) -> Result<()> {
        let again = link_of(item).is_some() && !waiting.is_empty();
        if again {
            let store = &self.0.shared().store;
            store.write("say why a link failed", |tx| {
                let mut each = waiting.iter();
                each.try_for_each(|problem| import_table::set_why(tx, *problem, item))
            })?;
        }
        let done = if again { &[item.id][..] } else { waiting };
        done.iter().try_for_each(|problem| self.close(*problem))
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
    let waits = item.code == OutcomeCode::LinkSaved || item.code.is_failed_fetch();
    let link = item.location.as_deref().unwrap_or(&item.name);
    (waits && !item.resolved && link.starts_with("http")).then_some(link)
}
