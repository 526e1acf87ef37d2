//! What the names of paragraph styles mean, as word processors of many languages write them.

use crate::domain::LineStyle;

/// What a paragraph's style says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Line(LineStyle),
    /// The writer's name, on a line of its own.
    Author,
}

/// Names that are the whole style's name, in lower case.
#[rustfmt::skip]
const WHOLE: &[(Meaning, &[&str])] = &[
    (Meaning::Line(LineStyle::Title), &[
        "title", "titel", "titre", "título", "titulo", "titolo", "название", "назва", "заголовок документа", "标题", "標題", "表題", "제목", "العنوان", "عنوان",
        "כותרת טקסט", "כותרת", "konu başlığı", "tytuł", "otsikko", "tittel", "titlu", "headline", "शीर्षक",
    ]),
    (Meaning::Line(LineStyle::Subtitle), &[
        "subtitle", "untertitel", "sous-titre", "subtítulo", "sottotitolo", "подзаголовок", "підзаголовок", "副标题", "副標題", "副題", "부제", "عنوان فرعي",
        "כותרת משנה", "altyazı", "alt konu başlığı", "podtytuł", "ondertitel", "underrubrik", "undertitel", "standfirst", "deck", "dek", "lead", "teaser",
    ]),
    (Meaning::Line(LineStyle::Quote), &[
        "quote", "intense quote", "block text", "blockquote", "block quotation", "quotations", "zitat", "intensives zitat", "citation",
        "citation intense", "cita", "cita destacada", "citazione", "citazione intensa", "citação", "citação intensa", "цитата", "цитата 2",
        "выделенная цитата", "引用", "明显引用", "鲜明引文", "引用文", "引用文 2", "인용", "강한 인용", "اقتباس", "ציטוט", "alıntı", "cytat", "citaat",
    ]),
    (Meaning::Line(LineStyle::Caption), &[
        "caption", "image caption", "table caption", "figure caption", "illustration", "figure", "drawing", "beschriftung", "légende", "leyenda", "descripción", "legenda", "didascalia",
        "название объекта", "назва об'єкта", "题注", "標號", "図表番号", "캡션", "تسمية توضيحية", "כיתוב", "resim yazısı", "podpis", "bijschrift", "bildtext", "photo caption",
    ]),
    (Meaning::Line(LineStyle::ListItem), &[
        "list bullet", "list number", "compact list", "aufzählungszeichen", "listennummer", "liste à puces", "liste à numéros",
        "маркированный список", "нумерованный список", "lista con viñetas", "lista con números", "puntoelenco", "numeroelenco",
    ]),
    (Meaning::Line(LineStyle::Code), &[
        "code", "source code", "html preformatted", "preformatted text", "preformatted", "verbatim", "plain text code",
    ]),
    (Meaning::Line(LineStyle::Furniture), &[
        "header", "footer", "page number", "kopfzeile", "fußzeile", "en-tête", "pied de page", "encabezado de página", "pie de página",
        "верхний колонтитул", "нижний колонтитул", "toc heading", "contents heading", "inhaltsverzeichnisüberschrift",
    ]),
    (Meaning::Author, &["author", "byline", "autor", "auteur", "autore", "автор"]),
];

/// Names that a number or another word follows.
#[rustfmt::skip]
const BEGINNINGS: &[(LineStyle, &[&str])] = &[
    (LineStyle::Heading, &[
        "heading", "überschrift", "titre", "título", "titolo", "заголовок", "标题", "標題", "見出し", "제목", "عنوان", "כותרת", "başlık",
        "nagłówek", "kop", "rubrik", "overskrift", "otsikko", "nadpis", "címsor", "titlu", "encabezado", "intestazione", "subhead", "crosshead", "शीर्षक", "سرتیتر", "سرفصل",
    ]),
    (LineStyle::Furniture, &["toc", "contents", "verzeichnis", "inhaltsverzeichnis", "tm", "tdc", "sommario", "оглавление", "содержание", "目录", "目次", "목차"]),
];

/// The meaning of a style's name, or of its id.
pub(super) fn meaning(name: &str) -> Option<Meaning> {
    // OpenDocument writes a space in a style's name as _20_.
    let name = name.replace("_20_", " ").trim().to_lowercase();
    let whole = WHOLE
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()));
    if let Some((meaning, _)) = whole {
        return Some(*meaning);
    }
    let bare = name
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end();
    let numbered = bare.len() < name.len();
    BEGINNINGS
        .iter()
        .find(|(style, names)| {
            names.contains(&bare) && (numbered || *style == LineStyle::Heading && bare == "heading")
        })
        .map(|(style, _)| Meaning::Line(*style))
}
