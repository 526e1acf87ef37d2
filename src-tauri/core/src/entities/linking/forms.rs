//! Names of people as other scripts write them (`data/name-forms/README.md`).

use std::io::Read;

/// Lines of forms as in [`FORMS`], of names that one language says in its own way: kings,
/// popes, saints, the ancients.
static HISTORICAL: &str = include_str!("../../../data/name-forms/historical.txt");

/// Lines of forms of one name, Latin ones first.
static FORMS: &[u8] = include_bytes!("../../../data/name-forms/forms.txt.zst");
/// Bytes of [`FORMS`] unpacked, at most.
const LONGEST: u64 = 16 << 20;

/// Calls `found` with a Latin form that is wanted and each of its forms in other
/// scripts, none of them folded yet.
pub(super) fn each(wanted: impl Fn(&str) -> bool, mut found: impl FnMut(&str, &str)) {
    let mut all = String::new();
    let read = zstd::Decoder::new(FORMS)
        .and_then(|unpacked| unpacked.take(LONGEST).read_to_string(&mut all));
    if let Err(error) = read {
        tracing::error!(%error, "the program's table of names is damaged; fewer names are linked");
    }
    for line in all.lines().chain(HISTORICAL.lines()) {
        let forms = line.split(' ');
        let (latin, others): (Vec<&str>, Vec<&str>) = forms.partition(|form| form.is_ascii());
        for name in latin.into_iter().filter(|name| wanted(name)) {
            others.iter().for_each(|form| found(name, form));
        }
    }
}
