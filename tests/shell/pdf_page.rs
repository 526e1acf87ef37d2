//! Pages of PDFs, drawn by the real program in its own process.

use std::fs;
use std::path::Path;

use dragoman_core::domain::PagePicture;
use dragoman_desktop::pdf_page::{DrawError, draw_with};

fn draw(pdf: Vec<u8>, page: u32) -> Result<PagePicture, DrawError> {
    draw_with(Path::new(env!("CARGO_BIN_EXE_dragoman-desktop")), pdf, page)
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats/pdf");
    fs::read(folder.join(name)).unwrap()
}

/// A page with nothing on it.
const WHITE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n\
    trailer<</Root 1 0 R>>\n%%EOF\n";

/// Bytes of the picture: a page with something on it does not fit in as few as a white one.
fn weight(drawn: &PagePicture) -> usize {
    assert!(drawn.picture.starts_with("data:image/png;base64,"));
    drawn.picture.len()
}

#[test]
fn a_page_with_text_and_one_that_is_a_picture_are_drawn() {
    let white = weight(&draw(WHITE.to_vec(), 0).unwrap());
    for name in ["report-libreoffice.pdf", "scan.pdf"] {
        let drawn = draw(fixture(name), 0).unwrap();
        assert!(drawn.pages >= 1, "{name}");
        let weight = weight(&drawn);
        assert!(weight > white, "{name}: {weight}, white {white}");
    }
}

#[test]
fn a_page_that_is_not_there_and_what_is_no_pdf_are_said_to_be_undrawable() {
    let beyond = draw(fixture("report-libreoffice.pdf"), 10_000);
    assert!(matches!(beyond, Err(DrawError::Undrawable)), "{beyond:?}");
    let start = fixture("report-libreoffice.pdf")[..4_000].to_vec();
    for bytes in [Vec::new(), vec![b'%'; 3_000_000], start] {
        let drawn = draw(bytes, 0);
        assert!(matches!(drawn, Err(DrawError::Undrawable)), "{drawn:?}");
    }
}
