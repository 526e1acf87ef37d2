//! Dossiers as outlines whose entries link to the other files of the export.

use super::{BATCH, Export, FORMAT, file_name, front_matter, json};
use crate::Result;
use crate::domain::{DossierId, ItemTarget};
use crate::notebook::dossiers;
use crate::store::{dossier_table, merge_table};

impl Export<'_> {
    pub(super) fn dossiers(&mut self) -> Result<()> {
        let mut after: Option<DossierId> = None;
        loop {
            let ids = self.notebook.shared().store.read("list dossiers", |conn| {
                dossier_table::ids_after(conn, after, BATCH)
            })?;
            let Some(last) = ids.last() else {
                return Ok(());
            };
            after = Some(*last);
            for id in ids {
                self.dossier(id)?;
            }
        }
    }

    fn dossier(&mut self, id: DossierId) -> Result<()> {
        let store = &self.notebook.shared().store;
        let written = store.read("export a dossier", |conn| {
            // The trash may have been emptied since it was listed.
            let Some(dossier) = dossier_table::find(conn, id)?.filter(|one| !one.deleted) else {
                return Ok(None);
            };
            let mut out = front_matter(&[
                ("dragoman", json(FORMAT)?),
                ("id", json(dossier.id)?),
                ("name", json(&dossier.name)?),
                ("edited", json(&dossier.edited_at)?),
            ]);
            out.push_str(&dossiers::markdown(conn, id, |standing| {
                let file = match standing.target {
                    ItemTarget::Heading | ItemTarget::Quote { .. } => {
                        return standing.title.to_owned();
                    }
                    ItemTarget::Article { id } => ("articles", id.to_string()),
                    ItemTarget::Note { id } => ("notes", id.to_string()),
                    ItemTarget::Entity { id } => match merge_table::root(conn, id) {
                        Ok(root) => ("entities", root.to_string()),
                        Err(_) => return standing.title.to_owned(),
                    },
                };
                let name = file_name(file.0, standing.name, &file.1);
                format!("[{}](<../{name}>)", standing.title)
            })?);
            let name = file_name("dossiers", &dossier.name, &id.to_string());
            Ok(Some((name, out)))
        })?;
        if let Some((name, out)) = written {
            self.write(&name, &out)?;
            self.report.dossiers += 1;
        }
        Ok(())
    }
}
