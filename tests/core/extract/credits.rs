//! Whom an article credits: people, agencies, and the dateline that a report begins with.

use dragoman_core::domain::{ArticleParts, Field};

use super::{page, text};

const STORY: &str = "<p>The two delegations met in the border village for the first time in eleven months, officials of both sides said.</p>\
                     <p>Both sides asked for the border to be opened before the harvest, and neither of them named a day for it.</p>";

fn declared(author: &str) -> ArticleParts {
    page(&format!(
        "<html lang=en><head><title>Talks resume at the border</title><meta property='og:site_name' content='Border Gazette'>\
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Talks resume at the border\",\"author\":{author}}}</script>\
         </head><body><h1>Talks resume at the border</h1>{STORY}</body></html>"
    ))
}

#[test]
fn people_are_parted_from_agencies() {
    let parts = declared(
        r#"[{"@type":"Person","name":"By Ana Ruiz"},{"@type":"Organization","name":"Agence France-Presse"}]"#,
    );
    assert_eq!(parts.byline, ["Ana Ruiz"]);
    assert_eq!(parts.agencies, ["AFP"]);
    let parts = declared(r#""Ana Ruiz and Bo Li, Reuters""#);
    assert_eq!(parts.byline, ["Ana Ruiz", "Bo Li"]);
}

#[test]
fn the_outlet_is_no_author_beside_a_person() {
    let parts = declared(r#"["Ana Ruiz", "Border Gazette"]"#);
    assert_eq!(parts.byline, ["Ana Ruiz"]);
}

#[test]
fn the_author_is_found_where_it_is_only_named_by_its_id() {
    let parts = page(&format!(
        "<html><head><script type='application/ld+json'>{{\"@graph\":[\
         {{\"@type\":\"NewsArticle\",\"headline\":\"Talks resume at the border\",\"author\":{{\"@id\":\"#ana\"}},\"datePublished\":\"2024-03-05\"}},\
         {{\"@type\":\"Person\",\"@id\":\"#ana\",\"name\":\"Ana Ruiz\"}}]}}</script></head>\
         <body><h1>Talks resume at the border</h1>{STORY}</body></html>"
    ));
    assert_eq!(parts.byline, ["Ana Ruiz"]);
}

#[test]
fn of_several_described_stories_the_page_s_own_counts() {
    let parts = page(&format!(
        "<html><head><script type='application/ld+json'>[\
         {{\"@type\":\"NewsArticle\",\"headline\":\"Another story, told at length\",\"author\":\"Bo Li\",\"datePublished\":\"2019-01-01\",\"description\":\"x\",\"publisher\":{{\"name\":\"x\"}}}},\
         {{\"@type\":\"NewsArticle\",\"headline\":\"Talks resume at the border\",\"author\":\"Ana Ruiz\",\"datePublished\":\"2024-03-05\"}}]</script></head>\
         <body><h1>Talks resume at the border</h1>{STORY}</body></html>"
    ));
    assert_eq!(parts.byline, ["Ana Ruiz"]);
    assert_eq!(
        parts.published.map(|time| time.iso).as_deref(),
        Some("2024-03-05")
    );
}

#[test]
fn a_broken_script_still_gives_its_date() {
    let parts = page(&format!(
        "<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"The \"quiet\" border\",\"datePublished\":\"2024-03-05T08:00:00Z\"}}</script></head>\
         <body><h1>Talks resume at the border</h1>{STORY}</body></html>"
    ));
    assert_eq!(
        parts.published.map(|time| time.iso).as_deref(),
        Some("2024-03-05T08:00:00+00:00")
    );
}

#[test]
fn datelines_give_place_and_agency() {
    let cases = [
        ("SEOUL (Reuters) - ", Some("SEOUL"), Some("Reuters")),
        (
            "SEOUL, South Korea (AP) — ",
            Some("SEOUL, South Korea"),
            Some("AP"),
        ),
        ("SEOUL, May 10 (Yonhap) -- ", Some("SEOUL"), Some("Yonhap")),
        ("MOSCOW, May 10. /TASS/. ", Some("MOSCOW"), Some("TASS")),
        (
            "BEIJING, May 10 (Xinhua) -- ",
            Some("BEIJING"),
            Some("Xinhua"),
        ),
        ("Paris (AFP) – ", Some("Paris"), Some("AFP")),
        ("Berlin (dpa) - ", Some("Berlin"), Some("dpa")),
        ("Madrid, 10 may (EFE).- ", Some("Madrid"), Some("EFE")),
        ("LONDON — ", Some("LONDON"), None),
        ("МОСКВА, 10 мая. /ТАСС/. ", Some("МОСКВА"), Some("ТАСС")),
        (
            "МОСКВА, 10 мая — РИА Новости. ",
            Some("МОСКВА"),
            Some("РИА Новости"),
        ),
        ("新华社北京5月10日电 ", Some("北京"), Some("新华社")),
        ("北京5月10日电 ", Some("北京"), None),
        ("(서울=연합뉴스) ", Some("서울"), Some("연합뉴스")),
        ("【ワシントン共同】", Some("ワシントン"), Some("共同通信")),
        ("موسكو 10 مايو (رويترز) - ", Some("موسكو"), Some("Reuters")),
        ("ANKARA (AA) - ", Some("ANKARA"), Some("Anadolu")),
        ("The talks — the first in months — ", None, None),
        ("NATO — which met in March — ", None, None),
        ("He said (in English) - ", None, None),
    ];
    let story = "The two delegations met in the border village for the first time in eleven months, officials of both sides said.";
    let mut wrong = Vec::new();
    for (dateline, place, agency) in cases {
        let parts = text(&format!(
            "Talks resume at the border\n\n{dateline}{story}\n\n{story} They parted late.\n"
        ));
        let found = (
            parts.place.as_deref(),
            parts.agencies.first().map(String::as_str),
        );
        if found != (place, agency) {
            wrong.push(format!("{dateline}: {found:?}"));
        }
        let placed = parts
            .provenance
            .iter()
            .any(|known| known.field == Field::Place);
        assert_eq!(placed, parts.place.is_some(), "{dateline}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_block_in_another_language_says_so_and_no_other_does() {
    let html = format!(
        "<html lang=en><body><h1>Talks resume at the border</h1>{STORY}\
         <blockquote>Мы договорились открыть границу до начала уборки урожая, сказал министр.</blockquote>{STORY}</body></html>"
    );
    let parts = page(&html);
    assert_eq!(parts.language.as_deref(), Some("en"));
    let marked: Vec<(&str, &str)> = parts
        .blocks
        .iter()
        .filter_map(|block| Some((block.lang.as_deref()?, block.text.as_str())))
        .collect();
    assert_eq!(marked.len(), 1, "{marked:?}");
    assert_eq!(marked[0].0, "ru");
    assert!(marked[0].1.starts_with("Мы договорились"));
}

#[test]
fn a_stored_block_without_a_language_is_still_read() {
    let stored = r#"{"kind":"paragraph","text":"x","credit":null,"line":1}"#;
    let block: dragoman_core::domain::Block = serde_json::from_str(stored).unwrap();
    assert_eq!(block.lang, None);
    assert_eq!(serde_json::to_string(&block).unwrap(), stored);
}
