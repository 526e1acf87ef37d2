//! Pages as other programs make them.

use dragoman_core::domain::LineStyle;

use super::{assert_paragraphs, of_style, paragraphs_of, read};

#[test]
fn two_columns_with_a_figure_between_are_read_in_order() {
    let document = read("two-columns-typst.pdf");
    let english = paragraphs_of("english.txt");
    assert_paragraphs(&document, &english);
    let backwards: Vec<String> = english.into_iter().rev().collect();
    assert_paragraphs(&document, &backwards);
    assert_eq!(
        of_style(&document, LineStyle::Title),
        ["Harbour to reopen after settlement ends stoppage"]
    );
    assert_eq!(
        of_style(&document, LineStyle::Subtitle),
        ["Dockworkers accept a compromise that neither side will celebrate"]
    );
    assert_eq!(
        of_style(&document, LineStyle::Heading),
        ["A question for parliament"]
    );
    assert_eq!(
        of_style(&document, LineStyle::Furniture),
        [
            "The Velden Courier Tuesday 10 May 2022",
            "1",
            "World The Velden Courier",
            "2"
        ]
    );
}

#[test]
fn three_narrow_columns_are_read_in_order() {
    let document = read("three-columns-chromium.pdf");
    assert_paragraphs(&document, &paragraphs_of("english.txt"));
    let paragraphs = of_style(&document, LineStyle::Paragraph);
    assert_eq!(paragraphs[..2], ["By Anna Lindqvist", "10 May 2022"]);
}

#[test]
fn a_newspaper_page_keeps_its_stories_apart() {
    let document = read("newspaper-reportlab.pdf");
    assert_paragraphs(&document, &paragraphs_of("english.txt")[..7]);
    assert_eq!(
        of_style(&document, LineStyle::Title),
        ["Harbour to reopen after a settlement on overtime"]
    );
    assert_eq!(
        of_style(&document, LineStyle::Caption),
        ["Container ships at anchor off Port Velden on Monday. Photograph: Bo Okafor/Velden Press"]
    );
    let place = |text: &str| {
        document
            .lines
            .iter()
            .position(|line| line.text.starts_with(text))
    };
    let side_story = place("Bread prices fall again").unwrap();
    assert!(side_story > place("Environmental organisations").unwrap());
    assert!(side_story < place("Bakers in the old town").unwrap());
}

#[test]
fn a_report_of_several_pages_loses_its_heads_and_feet() {
    let document = read("report-libreoffice.pdf");
    assert_paragraphs(&document, &paragraphs_of("english.txt"));
    assert_eq!(
        of_style(&document, LineStyle::Furniture),
        [
            "Velden Institute Report",
            "Page 1",
            "Velden Institute Report",
            "Page 2"
        ]
    );
}

#[test]
fn a_table_is_read_row_by_row() {
    let document = read("table-typst.pdf");
    assert_eq!(
        of_style(&document, LineStyle::TableRow),
        [
            "Week | Ships | Crews | Unloaded",
            "16 | 12 | 230 | 3",
            "17 | 25 | 480 | 1",
            "18 | 40 | 790 | 0",
            "19 | 31 | 610 | 9",
        ]
    );
    assert_eq!(of_style(&document, LineStyle::Paragraph).len(), 2);
}

#[test]
fn a_page_printed_by_a_browser_knows_its_address() {
    let document = read("browser-page.pdf");
    let address = "http://news.example/news/world/north-korea.html";
    assert_eq!(document.facts.url.as_deref(), Some(address));
    assert_eq!(document.facts.published, None);
    assert!(document.facts.saved.is_some());
    let furniture = of_style(&document, LineStyle::Furniture);
    assert_eq!(furniture.len(), 4);
    assert!(furniture.contains(&"http://news.example/news/world/north-korea.html 1/2"));
    assert_eq!(
        of_style(&document, LineStyle::Title),
        ["North Korea defends Russia’s right to ‘safeguard the country’s dignity’"]
    );
    let paragraphs = of_style(&document, LineStyle::Paragraph);
    assert_eq!(
        paragraphs[..2],
        ["Thomas Kingsley", "Tuesday 10 May 2022 16:14 BST"]
    );
}
