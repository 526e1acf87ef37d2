//! Files that are locked, broken, or made to do harm.

use std::io::Write;

use dragoman_core::import::{FormatError, pdf_document};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::writer::{Pdf, lines_from, page, stream};
use super::{assert_paragraphs, error_of, fixture, paragraphs_of, read};

const TEXT: &str = "The crews of all the ships in the harbour had been told.";

fn text_page() -> Vec<u8> {
    page(&lines_from(700, &[TEXT]))
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn first_line(bytes: Vec<u8>) -> String {
    pdf_document(bytes).unwrap().lines[0].text.clone()
}

#[test]
fn a_scan_is_said_to_hold_no_text() {
    assert!(matches!(error_of("scan.pdf"), FormatError::NoText { .. }));
}

/// The table of its pages is at the end: without it, nothing says where their text is.
#[test]
fn what_is_cut_off_before_its_pages_is_damaged_and_no_picture() {
    let whole = fixture("report-libreoffice.pdf");
    let error = pdf_document(whole[..4_000].to_vec()).unwrap_err();
    assert!(matches!(error, FormatError::Damaged { .. }), "{error}");
}

/// Found by fuzzing: letters to the right were counted as all letters less those to the left.
#[test]
fn a_line_of_arabic_marks_without_a_letter_is_read() {
    let mut pdf = Pdf::of_pages(&[page(&lines_from(700, &["aaa aaa"]))]);
    pdf.replace(
        3,
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>",
    );
    let map = b"/CIDInit /ProcSet findresource begin begincmap\n\
        1 begincodespacerange <00> <ff> endcodespacerange\n\
        1 beginbfchar <61> <061B> endbfchar\nendcmap end";
    pdf.add(stream("", map));
    assert_eq!(first_line(pdf.bytes()), "؛؛؛ ؛؛؛");
}

#[test]
fn a_password_is_said_to_be_needed() {
    assert!(matches!(
        error_of("encrypted-password.pdf"),
        FormatError::Encrypted { .. }
    ));
}

#[test]
fn the_empty_password_opens() {
    let english = paragraphs_of("english.txt");
    for name in [
        "encrypted-empty-rc4.pdf",
        "encrypted-empty-aes128.pdf",
        "encrypted-empty-aes256.pdf",
    ] {
        let document = read(name);
        assert_paragraphs(&document, &english[..1]);
        assert_eq!(document.facts.byline, ["Anna Lindqvist"], "{name}");
    }
}

#[test]
fn packed_objects_are_read() {
    assert_paragraphs(
        &read("object-streams.pdf"),
        &paragraphs_of("english.txt")[..1],
    );
}

#[test]
fn a_wrong_table_of_objects_is_made_good() {
    assert_paragraphs(&read("xref-wrong.pdf"), &paragraphs_of("russian.txt"));
    let bytes = fixture("object-streams.pdf");
    let end = bytes
        .windows(9)
        .rposition(|word| word == b"startxref")
        .unwrap();
    assert_paragraphs(
        &pdf_document(bytes[..end].to_vec()).unwrap(),
        &paragraphs_of("english.txt")[..1],
    );
}

#[test]
fn of_a_file_cut_short_the_whole_pages_are_kept() {
    let lines: Vec<String> = (1..=9)
        .map(|number| format!("This is what page {number} says."))
        .collect();
    let programs: Vec<Vec<u8>> = lines.iter().map(|line| page(&[(700, line)])).collect();
    let bytes = Pdf::of_pages(&programs).bytes();
    let document = pdf_document(bytes[..bytes.len() * 6 / 10].to_vec()).unwrap();
    assert!(document.lines.len() >= 3);
    assert_eq!(document.lines[0].text, lines[0]);
}

#[test]
fn what_is_no_pdf_is_damaged() {
    for bytes in [
        b"".as_slice(),
        b"%PDF-1.7",
        b"%PDF-1.4\n1 0 obj",
        &[0xFF; 4096],
    ] {
        let error = pdf_document(bytes.to_vec()).unwrap_err();
        assert!(matches!(
            error,
            FormatError::Damaged { .. } | FormatError::NoText { .. }
        ));
    }
}

#[test]
fn pages_that_lead_round_are_read_once() {
    let mut pdf = Pdf::of_pages(&[text_page()]);
    pdf.replace(2, "<</Type/Pages/Kids[4 0 R 2 0 R 6 0 R]/Count 3>>");
    pdf.add("<</Type/Pages/Kids[2 0 R 6 0 R]/Count 9>>");
    let document = pdf_document(pdf.bytes()).unwrap();
    assert_eq!(document.lines.len(), 1);
}

#[test]
fn references_that_lead_round_are_nothing() {
    let mut pdf = Pdf::of_pages(&[text_page()]);
    pdf.add("7 0 R");
    pdf.add("6 0 R");
    pdf.info("/Title 6 0 R");
    assert_eq!(first_line(pdf.bytes()), TEXT);
}

#[test]
fn a_length_that_leads_to_its_own_stream_is_looked_for() {
    let mut pdf = Pdf::of_pages(&[text_page()]);
    let mut object = b"<</Length 5 0 R>>\nstream\n".to_vec();
    object.extend(text_page());
    object.extend(b"\nendstream");
    pdf.replace(5, object);
    assert_eq!(first_line(pdf.bytes()), TEXT);
}

#[test]
fn forms_that_draw_themselves_end() {
    let mut pdf = Pdf::of_pages(&[[text_page(), b"\n/X Do /X Do".to_vec()].concat()]);
    pdf.replace(
        4,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>",
    );
    pdf.add(stream(
        "/Type/XObject/Subtype/Form",
        b"/X Do /X Do /X Do /X Do",
    ));
    assert_eq!(first_line(pdf.bytes()), TEXT);
}

#[test]
fn a_million_brackets_are_no_objects() {
    for open in ["[", "<<", "<</A", "(", "[<</A "] {
        let mut pdf = Pdf::of_pages(&[text_page()]);
        pdf.add(open.repeat(1_000_000));
        pdf.info("/Title 6 0 R");
        assert_eq!(first_line(pdf.bytes()), TEXT);
        let mut program = text_page();
        program.extend(open.repeat(1_000_000).bytes());
        assert_eq!(first_line(Pdf::of_pages(&[program]).bytes()), TEXT);
    }
}

#[test]
fn a_stream_that_unpacks_to_gigabytes_is_cut() {
    // 256 MB of spaces, packed twice: a few hundred bytes.
    let once = packed(&vec![b' '; 256 << 20]);
    let twice = packed(&once);
    let mut pdf = Pdf::of_pages(&[text_page()]);
    pdf.add(stream(
        "/Type/ObjStm/N 9999999/First 9/Filter[/FlateDecode/FlateDecode]",
        &twice,
    ));
    pdf.add(stream("/Filter[/FlateDecode/FlateDecode]", &twice));
    pdf.replace(
        4,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents[5 0 R 7 0 R]>>",
    );
    assert_eq!(first_line(pdf.bytes()), TEXT);
    // The same where the table is missing and every object is looked at.
    let bytes = pdf.bytes();
    let end = bytes
        .windows(5)
        .rposition(|word| word == b"xref\n")
        .unwrap();
    assert_eq!(first_line(bytes[..end].to_vec()), TEXT);
}
