//! Quotes of speakers that are merged and parted again.

use super::*;

#[test]
fn a_quote_that_is_changed_while_its_speaker_is_merged_stays_the_speakers() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let (kim, other) = (person(&bench, "Kim Jong Un"), person(&bench, "Kim Yo Jong"));
    let made = solidarity(&bench, &article, &facts(of(kim)));
    let entities = bench.notebook.entities();
    entities.merge(other, &[kim]).unwrap();
    let merge = bench.notebook.undo_peek().unwrap().unwrap();
    let shown = get(&bench, made.id).quote.unwrap().speaker.unwrap();
    assert_eq!(shown.entity, Some(other));
    // The window sends back whom it was shown.
    let mut changed = facts(of(other));
    changed.colour = ClippingColour::Pink;
    bench
        .notebook
        .clippings()
        .change(made.id, &changed)
        .unwrap();
    bench.notebook.undo(Some(merge.id)).unwrap();
    let after = get(&bench, made.id);
    assert_eq!(after.colour, ClippingColour::Pink);
    let speaker = after.quote.unwrap().speaker.unwrap();
    assert_eq!(
        (speaker.entity, speaker.name.as_str()),
        (Some(kim), "Kim Jong Un")
    );
}
