//! Which part of a package belongs to which (ECMA-376 part 2).

use std::collections::HashSet;

use super::super::package::{Package, resolve};
use super::super::xml::{self, Step, Xml};

/// The parts that one part names.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<(String, String)>);

impl Relations {
    /// The part related as `kind`: the last word of the relation's type, which strict
    /// and transitional documents share.
    pub(super) fn target(&self, kind: &str) -> Option<String> {
        self.targets(kind).into_iter().next()
    }

    /// Each part once, however often it is named.
    pub(super) fn targets(&self, kind: &str) -> Vec<String> {
        let of_kind = self.0.iter().filter(|(name, _)| name == kind);
        let mut seen = HashSet::new();
        of_kind
            .filter(|(_, target)| seen.insert(target.as_str()))
            .map(|(_, target)| target.clone())
            .collect()
    }
}

/// The relations of the part at `path`; of the package itself for the empty path.
pub(super) fn of(package: &mut Package, path: &str) -> Relations {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let slash = if folder.is_empty() { "" } else { "/" };
    let Some(part) = package.part(&format!("{folder}{slash}_rels/{file}.rels")) else {
        return Relations::default();
    };
    let text = xml::decode(&part.bytes);
    let mut relations = Vec::new();
    for step in Xml::new(&text) {
        let Step::Open(tag) = step else { continue };
        if tag.name() != "Relationship" || tag.value("TargetMode").as_deref() == Some("External") {
            continue;
        }
        if let (Some(kind), Some(target)) = (tag.value("Type"), tag.value("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push((kind, resolve(path, &target)));
        }
    }
    Relations(relations)
}
