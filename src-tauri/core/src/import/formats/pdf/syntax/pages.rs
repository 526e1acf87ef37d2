//! The pages in their order (ISO 32000-1, 7.7.3).

use std::collections::HashSet;

use super::file::File;
use super::object::{Dict, Object};
use super::repair;

/// Pages that are read of one file.
const MAX_PAGES: usize = 20_000;
const MAX_DEPTH: usize = 64;
/// US Letter, the default of most programs.
const DEFAULT_BOX: [f64; 4] = [0.0, 0.0, 612.0, 792.0];

/// One page, with what it inherits.
#[derive(Debug, Clone)]
pub(in super::super) struct Page {
    pub dict: Dict,
    pub resources: Dict,
    /// Left, bottom, right, top of what is shown, in points.
    pub area: [f64; 4],
    /// 0, 90, 180 or 270 degrees clockwise.
    pub rotation: i64,
}

#[derive(Debug, Clone)]
struct Inherited {
    resources: Dict,
    media: Option<[f64; 4]>,
    crop: Option<[f64; 4]>,
    rotation: i64,
}

/// All pages; where the tree of them is broken, every object that is a page.
pub(in super::super) fn pages(file: &File) -> Vec<Page> {
    let root = file.root();
    let inherited = Inherited {
        resources: Dict::default(),
        media: None,
        crop: None,
        rotation: 0,
    };
    let mut pages = Vec::new();
    let mut seen = HashSet::new();
    let mut waiting = vec![(root.raw(b"Pages").clone(), inherited.clone(), 0)];
    while let Some((object, above, depth)) = waiting.pop() {
        if let Object::Ref(number) = object
            && !seen.insert(number)
        {
            continue;
        }
        let object = file.resolve(&object);
        let Some(dict) = object.dict() else { continue };
        if pages.len() >= MAX_PAGES || depth > MAX_DEPTH || !file.budget.spend(16) {
            continue;
        }
        let here = inherit(file, dict, above);
        let kids = file.get(dict, b"Kids");
        match kids.array() {
            Some(kids) => {
                let room = MAX_PAGES.saturating_sub(pages.len() + waiting.len());
                let kids = kids.iter().take(room).rev().cloned();
                waiting.extend(kids.map(|kid| (kid, here.clone(), depth + 1)));
            }
            None => pages.push(page(dict, here)),
        }
    }
    if pages.is_empty() {
        for number in repair::numbers(file) {
            let object = file.resolve(&Object::Ref(number));
            if let Some(dict) = object.dict()
                && dict.raw(b"Type").name() == Some(b"Page")
                && pages.len() < MAX_PAGES
            {
                pages.push(page(dict, inherit(file, dict, inherited.clone())));
            }
        }
    }
    pages
}

fn inherit(file: &File, dict: &Dict, above: Inherited) -> Inherited {
    let resources = file.get(dict, b"Resources");
    Inherited {
        resources: resources.dict().cloned().unwrap_or(above.resources),
        media: rectangle(file, dict, b"MediaBox").or(above.media),
        crop: rectangle(file, dict, b"CropBox").or(above.crop),
        rotation: file
            .get(dict, b"Rotate")
            .integer()
            .unwrap_or(above.rotation),
    }
}

fn page(dict: &Dict, here: Inherited) -> Page {
    let media = here.media.unwrap_or(DEFAULT_BOX);
    let crop = here.crop.unwrap_or(media);
    let both = [
        crop[0].max(media[0]),
        crop[1].max(media[1]),
        crop[2].min(media[2]),
        crop[3].min(media[3]),
    ];
    let sane = both[2] - both[0] > 10.0 && both[3] - both[1] > 10.0;
    Page {
        dict: dict.clone(),
        resources: here.resources,
        area: if sane { both } else { media },
        rotation: here.rotation.rem_euclid(360) / 90 * 90,
    }
}

fn rectangle(file: &File, dict: &Dict, key: &[u8]) -> Option<[f64; 4]> {
    let found = file.get(dict, key);
    let numbers: Vec<f64> = found
        .array()?
        .iter()
        .filter_map(|item| file.resolve(item).number())
        .collect();
    let &[a, b, c, d] = numbers.as_slice() else {
        return None;
    };
    let area = [a.min(c), b.min(d), a.max(c), b.max(d)];
    (area[2] - area[0] > 10.0 && area[3] - area[1] > 10.0).then_some(area)
}
