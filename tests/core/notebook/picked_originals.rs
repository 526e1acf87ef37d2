//! In which original a person points, and whether there is something to point at.

use dragoman_core::domain::{OriginalOf, OutcomeKind};
use dragoman_core::{CancelToken, ErrorCode};

use super::picking::{OTHER, SENTENCES, first, import, numbers, page, texts};
use crate::support::bench;

#[test]
fn numbers_of_an_original_are_refused_for_another_that_has_come_meanwhile() {
    let bench = bench();
    let id = first(&bench);
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let shown = by_hand.pickable(of).unwrap();
    let blocks = [numbers(&shown.html, SENTENCES[0]).1];
    let later = [SENTENCES[0], SENTENCES[1], OTHER[0], SENTENCES[2]];
    let html = page("quay", "Quay to be widened", 48213, &later);
    let item = import(&bench, "later.html", &html);
    assert_eq!(item.outcome, OutcomeKind::NewVersion);
    let before = bench.get(id);

    let refused = |error: dragoman_core::Error| error.code() == ErrorCode::Conflict;
    let preview = by_hand.preview(of, &shown.original, &blocks);
    assert!(refused(preview.unwrap_err()));
    let pick = by_hand.pick(of, &shown.original, &blocks, true);
    assert!(refused(pick.unwrap_err()));
    assert_eq!(bench.get(id).blocks, before.blocks);
    assert!(by_hand.outlet_picks().unwrap().is_empty());

    // Read again, it is the same original.
    let shown = by_hand.pickable(of).unwrap();
    let articles = bench.notebook.articles();
    articles
        .reread_all(&CancelToken::new(), &mut |_| {})
        .unwrap();
    let blocks = [numbers(&shown.html, OTHER[0]).1];
    by_hand.pick(of, &shown.original, &blocks, false).unwrap();
    assert_eq!(texts(&bench.get(id)), later);
}

#[test]
fn problems_say_whether_there_is_something_to_point_at() {
    let bench = bench();
    let scan = "<html><body><img src=scan.png></body></html>";
    let items = [
        import(&bench, "scan.html", scan),
        import(&bench, "film.mp4", "\0\0\0\x18ftypmp42\0\0\0\0"),
    ];
    assert_eq!(items.each_ref().map(|item| item.pickable), [true, false]);
    let imports = bench.notebook.imports();
    for item in imports.problems().unwrap() {
        let pickable = item.name == "scan.html";
        assert!(item.original && item.pickable == pickable, "{}", item.name);
        let listed = imports.items(item.import, None, 0, 9).unwrap().rows;
        assert_eq!(listed, [item]);
    }
}
