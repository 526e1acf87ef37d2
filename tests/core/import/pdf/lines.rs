//! How lines become paragraphs.

use dragoman_core::domain::{Document, LineStyle};
use dragoman_core::import::pdf_document;

use super::of_style;
use super::writer::{Pdf, lines_from, page};

fn of_lines(lines: &[&str]) -> Document {
    pdf_document(Pdf::of_pages(&[page(&lines_from(700, lines))]).bytes()).unwrap()
}

fn of_pages(pages: &[Vec<(u32, &str)>]) -> Document {
    let programs: Vec<Vec<u8>> = pages.iter().map(|lines| page(lines)).collect();
    pdf_document(Pdf::of_pages(&programs).bytes()).unwrap()
}

fn paragraph(lines: &[&str]) -> String {
    let document = of_lines(lines);
    let found = of_style(&document, LineStyle::Paragraph);
    assert_eq!(found.len(), 1, "{found:#?}");
    found[0].to_owned()
}

#[test]
fn a_word_cut_at_the_end_of_a_line_is_made_whole() {
    let text = paragraph(&[
        "The negotiators described the settle-",
        "ment as a compromise that neither si\u{AD}",
        "de would celebrate in the har\u{AD}bour, they said.",
    ]);
    assert_eq!(
        text,
        "The negotiators described the settlement as a compromise that neither side would celebrate in the harbour, they said."
    );
}

#[test]
fn a_hyphen_that_belongs_to_the_word_stays() {
    for (first, second, wanted) in [
        (
            "and the North Korean leader, Kim Jong-",
            "un, said so.",
            "Kim Jong-un, said",
        ),
        (
            "and the founder of that republic, Mao Tse-",
            "tung, said so.",
            "Mao Tse-tung, said",
        ),
        (
            "and the treaty made by a group of London-",
            "based lawyers.",
            "London-based",
        ),
        (
            "and the plan that was proposed by an Anglo-",
            "Saxon writer.",
            "Anglo-Saxon",
        ),
        (
            "and the sanctions of the long and bitter US-",
            "led campaign.",
            "US-led",
        ),
        (
            "and the meeting of the old rivals, face-to-",
            "face at last.",
            "face-to-face",
        ),
        (
            "and the budget that was made for all of 2014-",
            "15 by them.",
            "2014-15",
        ),
        (
            "and those who had known the years of pre-",
            "and post-war want.",
            "pre- and post-war",
        ),
    ] {
        let text = paragraph(&["The report names the city, the harbour,", first, second]);
        assert!(text.contains(wanted), "{text}");
    }
}

#[test]
fn how_a_word_is_written_elsewhere_decides() {
    let text = paragraph(&[
        "The co-operation of the ports was old, and",
        "the longer it went on, the more the co-",
        "operation cost. But with the redevelop-",
        "ment it ended: a redevelopment of all.",
    ]);
    assert!(text.contains("the more the co-operation cost"), "{text}");
    assert!(text.contains("with the redevelopment it ended"), "{text}");
}

#[test]
fn a_paragraph_goes_on_over_the_page_and_its_number() {
    let document = of_pages(&[
        vec![
            (800, "The Velden Courier"),
            (112, "The crews of all the ships in the harbour had"),
            (100, "been told that they would not be able to"),
            (40, "14"),
        ],
        vec![
            (800, "The Velden Courier"),
            (760, "go on land before the end of the month."),
            (40, "15"),
        ],
    ]);
    assert_eq!(
        of_style(&document, LineStyle::Paragraph),
        [
            "The crews of all the ships in the harbour had been told that they would not be able to go on land before the end of the month."
        ]
    );
    assert_eq!(
        of_style(&document, LineStyle::Furniture),
        ["The Velden Courier", "14", "The Velden Courier", "15"]
    );
}

#[test]
fn a_gap_ends_a_paragraph() {
    let document = of_pages(&[vec![
        (700, "The crews of all the ships in the harbour had"),
        (688, "been told of it on Monday evening."),
        (668, "On Tuesday morning the first of them came on"),
        (656, "land and went to the market."),
    ]]);
    assert_eq!(of_style(&document, LineStyle::Paragraph).len(), 2);
}

#[test]
fn ligatures_come_apart() {
    // The codes of the standard encoding for fi and fl.
    let mut pdf = Pdf::of_pages(&[
        b"BT /F1 10 Tf 60 700 Td (the \\256rst \\257oor of the of\\256ce) Tj ET".to_vec(),
    ]);
    pdf.replace(3, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
    let document = pdf_document(pdf.bytes()).unwrap();
    assert_eq!(document.lines[0].text, "the first floor of the office");
}
