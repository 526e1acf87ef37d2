//! Whose words they are, by quotation marks; and texts that no rules are for.

use dragoman_core::domain::{QuoteType, Span};
use dragoman_core::quoting::{self, Attribution, Passage};

use super::attribute;

#[test]
fn marks_tell_direct_partial_and_paraphrased() {
    let cases = [
        (
            "“[[We will never give way to anybody]],” she said.",
            QuoteType::Direct,
        ),
        (
            "She spoke of “[[firm solidarity]]” with them.",
            QuoteType::Partial,
        ),
        (
            "She said it was “[[a very long and winding road]]”.",
            QuoteType::Partial,
        ),
        ("She said [[nobody would give way]].", QuoteType::Paraphrase),
        (
            "She said [[“firm solidarity”]] was shown.",
            QuoteType::Partial,
        ),
        // Interrupted by who said it.
        (
            "[[“We will not give way,” she told reporters, “to anybody.”]]",
            QuoteType::Direct,
        ),
        (
            "[[« Nous ne céderons pas », a-t-elle dit, « à personne. »]]",
            QuoteType::Direct,
        ),
        (
            "[[„Wir geben nicht nach“, sagte sie, „niemandem.“]]",
            QuoteType::Direct,
        ),
        // The full stop is the outlet's.
        ("She said it was [[“beyond words”.]]", QuoteType::Partial),
        ("彼は[[「言葉にならない」。]]", QuoteType::Partial),
        ("She spoke of [[the war, “great”.]]", QuoteType::Paraphrase),
        (
            "彼は「[[我々は決して誰にも屈することはない]]」と述べた。",
            QuoteType::Direct,
        ),
        (
            "It’s the ministers’ view [[that nobody gives way]], it’s said.",
            QuoteType::Paraphrase,
        ),
    ];
    for (text, expected) in cases {
        let (_, found) = attribute("en", "2022-05-10", text);
        assert_eq!(found.quote_type, expected, "{text}");
    }
}

#[test]
fn a_language_without_rules_proposes_nobody() {
    for text in ["„[[Igen]]”, mondta {P Ann Poe}.", "Ann Poe said “[[no]]”."] {
        let (_, found) = attribute("hu", "2022-05-10", text);
        assert_eq!(found.speaker, None, "{text}");
    }
    // Nobody said in which language: by its letters.
    let (_, found) = attribute("", "", "“[[Yes]],” {P Ann Poe} said.");
    assert_eq!(found.speaker.unwrap().name, Some(0));
}

#[test]
fn a_passage_that_makes_no_sense_is_read_as_nothing() {
    let text = "“”«„\"'‘".repeat(3000);
    for (start, end) in [
        (0, 1),
        (5, 3),
        (0, u32::MAX),
        (20_000, 21_000),
        (19_990, 20_000),
    ] {
        let passage = Passage {
            paragraphs: &[(0, text.as_str())],
            span: Span {
                block: 0,
                start,
                end,
            },
            names: &[],
            language: Some("en"),
            published: None,
        };
        assert_eq!(quoting::attribute(&passage).speaker, None);
    }
    let passage = Passage {
        paragraphs: &[],
        span: Span {
            block: 4,
            start: 0,
            end: 4,
        },
        names: &[],
        language: None,
        published: None,
    };
    assert_eq!(quoting::attribute(&passage), Attribution::default());
    let endless = "said said, according to said: ".repeat(2000);
    for code in ["en", "fr", "de", "es", "ru", "uk", "ar", "zh", "ko", "ja"] {
        let (_, found) = attribute(code, "2022-05-10", &format!("[[{endless}]]"));
        assert_eq!(found.via, None);
    }
}

#[test]
fn a_name_is_called_with_its_title() {
    for (text, called) in [
        (
            "But it said Mr {P Jong Un} confirmed “[[solidarity]]”.",
            "Mr Jong Un",
        ),
        ("“[[Solidarity]],” Mr. {P Jong Un} said.", "Mr. Jong Un"),
        ("“[[Solidarity]],” said {P Jong Un}.", "Jong Un"),
    ] {
        let (_, found) = attribute("en", "2022-05-10", text);
        assert_eq!(found.speaker.unwrap().words, called, "{text}");
    }
}
