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

/// Changes the colour of a quote as the window does: with the parties that it was shown.
fn recolour(bench: &Bench, made: &Clipping) {
    let quote = get(bench, made.id).quote.unwrap();
    let sent =
        |party: Option<dragoman_core::domain::Party>| party.and_then(|one| one.entity).map(of);
    let facts = ClippingFacts {
        colour: ClippingColour::Pink,
        quote: Some(NewQuote {
            quote_type: quote.quote_type,
            speaker: sent(quote.speaker),
            via: sent(quote.via),
            ..NewQuote::default()
        }),
        ..ClippingFacts::default()
    };
    bench.notebook.clippings().change(made.id, &facts).unwrap();
}

/// Speaker and source of a quote.
fn parties(bench: &Bench, id: ClippingId) -> [(Option<EntityId>, String); 2] {
    let quote = get(bench, id).quote.unwrap();
    [quote.speaker, quote.via].map(|party| {
        let party = party.unwrap();
        (party.entity, party.name)
    })
}

#[test]
fn speaker_and_source_that_are_merged_into_one_stay_themselves() {
    for into_another in [false, true] {
        let bench = bench();
        let article = bench.article("Message", PARAGRAPHS);
        let (a, b) = (person(&bench, "Ann Poe"), person(&bench, "Ben Roe"));
        let root = person(&bench, "Cas Loe");
        let mut quote = facts(of(b));
        quote.quote.as_mut().unwrap().via = Some(of(a));
        let made = solidarity(&bench, &article, &quote);
        let entities = bench.notebook.entities();
        match into_another {
            // The speaker holds by now nobody; the source is in it.
            false => entities.merge(b, &[a]).unwrap(),
            true => entities.merge(root, &[a, b]).unwrap(),
        };
        let merge = bench.notebook.undo_peek().unwrap().unwrap();
        recolour(&bench, &made);
        bench.notebook.undo(Some(merge.id)).unwrap();
        let now = [(Some(b), "Ben Roe".into()), (Some(a), "Ann Poe".into())];
        assert_eq!(parties(&bench, made.id), now, "{into_another}");
    }
}
