//! What a PDF says of itself, and what of that is believed.

use dragoman_core::domain::Facts;
use dragoman_core::import::pdf_document;

use super::read;
use super::writer::{Pdf, page};

fn facts_of(info: &str) -> Facts {
    let mut pdf = Pdf::of_pages(&[page(&[(700, "One line of text.")])]);
    pdf.info(info);
    pdf_document(pdf.bytes()).unwrap().facts
}

#[test]
fn title_authors_language_and_day_are_facts() {
    let facts = read("two-columns-typst.pdf").facts;
    assert_eq!(
        facts.title.as_deref(),
        Some("Harbour to reopen after settlement ends stoppage")
    );
    assert_eq!(facts.byline, ["Anna Lindqvist", "Bo Okafor"]);
    assert_eq!(facts.language.as_deref(), Some("en"));
    assert_eq!(facts.published.as_deref(), Some("2022-05-10"));
}

#[test]
fn names_of_files_and_accounts_are_no_facts() {
    let facts = read("newspaper-reportlab.pdf").facts;
    assert_eq!(facts.title, None);
    assert!(facts.byline.is_empty());
    for info in [
        "/Title (Microsoft Word - doc1) /Author (DELL)",
        "/Title (untitled) /Author (Windows User)",
        "/Title (C:\\\\Users\\\\jo\\\\report.docx) /Author (jo@example.org)",
        "/Title (IMG_20220510) /Author (Adobe InDesign CC)",
        "/Title (about:blank) /Author (Administrator)",
    ] {
        let facts = facts_of(info);
        assert_eq!((facts.title, facts.byline), (None, Vec::new()), "{info}");
    }
}

#[test]
fn a_title_after_the_name_of_a_program_is_kept() {
    let facts = facts_of("/Title (Microsoft Word - Bread prices fall) /Author (Lindqvist, Anna)");
    assert_eq!(facts.title.as_deref(), Some("Bread prices fall"));
    assert_eq!(facts.byline, ["Anna Lindqvist"]);
}

#[test]
fn a_date_is_the_day_of_publication_only_from_a_program_that_people_write_with() {
    let date = "/CreationDate (D:20220510161400+01'00')";
    let facts = facts_of(&format!("{date} /Creator (Adobe InDesign 17.1)"));
    assert_eq!(facts.published.as_deref(), Some("2022-05-10"));
    assert_eq!(facts.saved.as_deref(), Some("2022-05-10T16:14:00+01:00"));
    let facts = facts_of(&format!("{date} /Producer (iText 5.5)"));
    assert_eq!(facts.published, None);
}
