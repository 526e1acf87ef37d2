//! Word, OpenDocument and RTF, as the programs that write them made them.

use std::io::{Cursor, Write};

use dragoman_core::domain::{Article, BlockKind, Fate, OutcomeCode};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{articles, fixture, texts, zip_of};
use crate::support::bench;

fn kinds(article: &Article) -> Vec<BlockKind> {
    article.blocks.iter().map(|block| block.kind).collect()
}

fn removed(article: &Article) -> Vec<&str> {
    let pieces = article
        .pieces
        .iter()
        .filter(|piece| matches!(piece.fate, Fate::Removed { .. }));
    pieces.map(|piece| piece.text.as_str()).collect()
}

const WHOLE: &[BlockKind] = &[
    BlockKind::Paragraph,
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::ListItem,
    BlockKind::ListItem,
    BlockKind::ListItem,
    BlockKind::Quote,
    BlockKind::Paragraph,
    BlockKind::TableRow,
    BlockKind::TableRow,
    BlockKind::TableRow,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::ListItem, // The footnote.
];

#[test]
fn one_text_is_the_same_in_each_format_that_a_word_processor_writes() {
    for name in [
        "docx/pandoc.docx",
        "docx/libreoffice.docx",
        "odt/pandoc.odt",
        "odt/libreoffice.fodt",
        "rtf/libreoffice.rtf",
    ] {
        let bench = bench();
        let articles = articles(&bench, &fixture(name));
        assert_eq!(articles.len(), 1, "{name}");
        let article = &articles[0];
        assert_eq!(article.title, "Border opens after eleven days", "{name}");
        assert_eq!(
            article.standfirst.as_deref(),
            Some("Ministers agree in Tirana, and the first lorries start moving at noon"),
            "{name}"
        );
        assert_eq!(article.byline, ["Anna Petrova"], "{name}");
        assert_eq!(
            article.published.as_ref().unwrap().iso,
            "2022-05-10",
            "{name}"
        );
        assert_eq!(article.language.as_deref(), Some("en"), "{name}");
        assert_eq!(kinds(article), WHOLE, "{name}");
        assert_eq!(article.blocks[10].text, "Monday | 212", "{name}");
    }
}

#[test]
fn what_pandoc_writes_as_rtf_is_read() {
    let bench = bench();
    let articles = articles(&bench, &fixture("rtf/pandoc.rtf"));
    assert_eq!(articles[0].title, "Border opens after eleven days");
    assert_eq!(articles[0].published.as_ref().unwrap().iso, "2022-05-10");
    assert!(texts(&articles[0]).contains(&"What was agreed"));
}

#[test]
fn russian_is_read_whatever_the_template_declares() {
    for name in [
        "docx/libreoffice-russian.docx",
        "odt/libreoffice-russian.odt",
        "rtf/libreoffice-russian.rtf",
    ] {
        let bench = bench();
        let articles = articles(&bench, &fixture(name));
        let article = &articles[0];
        assert_eq!(
            article.title, "Граница открыта после одиннадцати дней",
            "{name}"
        );
        assert_eq!(article.byline, ["Анна Петрова"], "{name}");
        assert_eq!(
            article.published.as_ref().unwrap().iso,
            "2022-05-10T16:14",
            "{name}"
        );
        assert_eq!(article.language.as_deref(), Some("ru"), "{name}");
        assert_eq!(article.blocks.len(), 7, "{name}: {:?}", texts(article));
    }
}

const WORD: &str = "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" \
                    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

/// A strict Word document with this body and these other parts.
fn word(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let related: String = more
        .iter()
        .map(|(name, _)| {
            let kind = name
                .trim_end_matches(".xml")
                .trim_end_matches(char::is_numeric);
            format!("<Relationship Type=\"{kinds}/{kind}\" Target=\"{name}\"/>")
        })
        .collect();
    let package = format!(
        "<Relationships><Relationship Type=\"{kinds}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let relations = format!("<Relationships>{related}</Relationships>");
    let main = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let mut files = vec![
        ("_rels/.rels".to_owned(), package),
        ("word/document.xml".to_owned(), main),
        ("word/_rels/document.xml.rels".to_owned(), relations),
    ];
    for (name, content) in more {
        files.push((
            format!("word/{name}"),
            format!("<w:part {WORD}>{content}</w:part>"),
        ));
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_bytes()))
        .collect();
    zip_of(&files)
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

const SENTENCE: &str =
    "The foreign ministers of both countries agreed on Tuesday to open the border again.";

#[test]
fn what_word_keeps_twice_or_aside_is_read_once_and_in_its_place() {
    let box_text = format!(
        "<w:txbxContent>{}</w:txbxContent>",
        paragraph("Words in a box stand here once.")
    );
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr><w:r><w:t>Grenze offen</w:t></w:r></w:p>{}\
         <w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{box_text}</mc:Choice>\
         <mc:Fallback>{box_text}</mc:Fallback></mc:AlternateContent></w:r></w:p>\
         <w:p><w:ins><w:r><w:t>Kept words </w:t></w:r></w:ins><w:del><w:r><w:delText>Dropped words</w:delText></w:r></w:del>\
         <w:hyperlink><w:r><w:t>and a link.</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        paragraph(SENTENCE)
    );
    let bytes = word(
        &body,
        &[
            (
                "styles.xml",
                "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"Überschrift 1\"/></w:style>",
            ),
            (
                "footnotes.xml",
                "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>rule</w:t></w:r></w:p></w:footnote>\
                 <w:footnote w:id=\"2\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>",
            ),
            ("header1.xml", &paragraph("Running head")),
            ("comments.xml", &paragraph("A comment")),
        ],
    );
    let bench = bench();
    let articles = articles(&bench, &bench.file("strict.docx", bytes));
    let article = &articles[0];
    assert_eq!(article.title, "Grenze offen");
    assert_eq!(
        texts(article),
        [
            SENTENCE,
            "Words in a box stand here once.",
            "Kept words and a link.",
            "A note."
        ]
    );
    assert_eq!(
        removed(article),
        ["Dropped words", "Running head", "A comment"]
    );
}

#[test]
fn declared_entities_are_not_expanded_and_a_bomb_is_not_unpacked() {
    let bench = bench();
    let mut laughs = "<!DOCTYPE d [<!ENTITY a \"ha\">".to_owned();
    for (name, before) in ('b'..='z').zip('a'..) {
        laughs.push_str(&format!(
            "<!ENTITY {name} \"{}\">",
            format!("&{before};").repeat(10)
        ));
    }
    let body = format!(
        "{laughs}]><w:document {WORD}><w:body>{}{}</w:body></w:document>",
        paragraph(SENTENCE),
        paragraph("&z;")
    );
    let file = bench.file(
        "laughs.docx",
        zip_of(&[("word/document.xml", body.as_bytes())]),
    );
    assert_eq!(texts(&articles(&bench, &file)[0]), [SENTENCE]);

    let bomb = word(
        &(paragraph(SENTENCE) + &paragraph(&" ".repeat(200 << 20))),
        &[],
    );
    let items = bench.import(&bench.file("bomb.docx", bomb));
    assert!(
        items
            .iter()
            .any(|item| item.code == OutcomeCode::TooLargeUnpacked),
        "{items:?}"
    );
}

#[test]
fn a_document_that_breaks_off_gives_what_it_has() {
    let mut body = String::new();
    for number in 0..4000 {
        body.push_str(&paragraph(&format!(
            "Sentence {number} of this document says that {number} lorries had passed."
        )));
    }
    let bytes = word(&body, &[]);
    let bench = bench();
    let cut = &bytes[..bytes.len() / 2];
    let items = bench.import(&bench.file("cut.docx", cut));
    assert!(
        items.iter().any(|item| item.code == OutcomeCode::Damaged),
        "{items:?}"
    );
    let article = items
        .iter()
        .find_map(|item| item.article)
        .map(|id| bench.get(id));
    assert!(article.unwrap().blocks.len() > 100);

    let rtf = std::fs::read(fixture("rtf/libreoffice.rtf")).unwrap();
    for length in (8..rtf.len()).step_by(797) {
        bench.import(&bench.file(&format!("cut{length}.rtf"), &rtf[..length]));
    }
    assert!(bench.library().len() > 2);
}

#[test]
fn old_code_pages_of_rtf_are_decoded() {
    let hex =
        |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("\\'{byte:02x}")).collect() };
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode(
        "Министры договорились снова открыть границу, закрытую на одиннадцать дней из-за спора.",
    );
    let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode("国境が開く");
    let text = format!(
        "{{\\rtf1\\ansi\\ansicpg1251{{\\fonttbl{{\\f0\\fcharset204 Arial;}}{{\\f1\\fcharset128 Mincho;}}}}\
         \\pard\\f0 {}\\par {{\\f1 {}}} \\u1044?\\u1072? \\uc2\\u8364 EU{{\\*\\unknown dropped}}\\par\
         \\trowd\\pard\\intbl One\\cell Two\\cell\\row}}",
        hex(&cyrillic),
        hex(&japanese)
    );
    let bench = bench();
    let articles = articles(&bench, &bench.file("old.rtf", text));
    let texts = texts(&articles[0]);
    assert!(
        texts
            .iter()
            .any(|text| text.starts_with("Министры договорились")),
        "{texts:?}"
    );
    assert!(texts.contains(&"国境が開く Да €"), "{texts:?}");
    assert!(texts.contains(&"One | Two"), "{texts:?}");
}

#[test]
fn groups_without_end_do_not_stop_the_reader() {
    let bench = bench();
    let deep = format!("{{\\rtf1 {SENTENCE}\\par {}end", "{".repeat(1_000_000));
    let items = bench.import(&bench.file("deep.rtf", deep));
    assert_eq!(bench.library().len(), 1, "{items:?}");
    let tables = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    bench.import(&bench.file("deep.docx", word(&(paragraph(SENTENCE) + &tables), &[])));
    assert_eq!(bench.library().len(), 2);
}

#[test]
fn a_document_with_a_password_is_said_to_have_one() {
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // The type of an OpenDocument file is the first thing in it, uncompressed.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "sealed"),
        ("META-INF/manifest.xml", manifest),
    ] {
        writer.start_file(name, stored).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    let sealed = writer.finish().unwrap().into_inner();
    // Office keeps such a document in an OLE file.
    let mut office = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    office.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let bench = bench();
    for (name, bytes) in [("sealed.odt", sealed), ("sealed.docx", office)] {
        let items = bench.import(&bench.file(name, bytes));
        assert_eq!(items[0].code, OutcomeCode::Encrypted, "{name}");
    }
}

#[test]
fn a_cell_over_several_columns_leaves_their_places_empty() {
    let bench = bench();
    let cell = |text: &str, columns: u32| {
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="9"/><w:gridSpan w:val="{columns}"/></w:tcPr>{}</w:tc>"#,
            paragraph(text)
        )
    };
    let row = |cells: &[(&str, u32)]| {
        let cells: String = cells.iter().map(|(text, wide)| cell(text, *wide)).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let table = row(&[("Week", 1), ("Waiting", 2), ("Unloaded", 1)])
        + &row(&[("16", 1), ("12", 1), ("230", 1), ("3", 1)])
        + &row(&[("All", 1), ("27", 3)]);
    let text = format!("{}<w:tbl>{table}</w:tbl>", paragraph(SENTENCE));
    let found = articles(&bench, &bench.file("wide.docx", word(&text, &[])));
    let rows: Vec<&str> = found[0]
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::TableRow)
        .map(|block| block.text.as_str())
        .collect();
    assert_eq!(
        rows,
        [
            "Week | Waiting | | Unloaded",
            "16 | 12 | 230 | 3",
            "All | 27 | |"
        ]
    );
}
