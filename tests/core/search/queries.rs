use dragoman_core::domain::{HitKind, SearchQuery};
use dragoman_core::search::query::NoNames;

use super::{Library, article, entity, titled};

fn news() -> Library {
    Library::of(vec![
        (
            "dignity",
            titled(
                "en",
                "North Korea defends Russia’s right",
                "It must safeguard the country’s dignity, Kim Jong-un wrote.",
            ),
        ),
        (
            "missiles",
            titled(
                "en",
                "Missile tests",
                "North Korea launched two missiles on Monday, Seoul said.",
            ),
        ),
        (
            "talks",
            titled(
                "en",
                "Talks resume",
                "Negotiators from Russia and Iran met. Kim was not there.",
            ),
        ),
        (
            "korea",
            titled(
                "en",
                "South Korea votes",
                "The president of South Korea is elected for five years.",
            ),
        ),
        (
            "kim",
            entity(
                "Kim Jong Un",
                &["김정은", "Ким Чен Ын", "金正恩", "كيم جونغ أون"],
            ),
        ),
    ])
}

#[test]
fn documents_with_all_words_come_first() {
    let library = news();
    let found = library.found("north korea missiles ");
    assert_eq!(found[0], "missiles");
    assert!(found.contains(&"korea"), "any word is enough: {found:?}");
}

#[test]
fn a_word_that_is_said_again_asks_for_nothing_more() {
    let library = news();
    let once = library.found("russia missiles korea ");
    assert!(once.len() >= 3);
    let again = library.found("russia missiles korea russia missiles korea Russia ");
    assert_eq!(again, once);
}

#[test]
fn phrases_are_literal() {
    let library = news();
    assert_eq!(library.found("\"south korea\" "), ["korea"]);
    assert_eq!(library.found("\"korea south\" "), [""; 0]);
    assert_eq!(library.found_sorted("\"Kim Jong Un\""), ["dignity", "kim"]);
    // A title's end and a body's beginning are no phrase.
    assert_eq!(library.found("\"right it must\""), [""; 0]);
    // What is quoted is needed; other words only rank.
    assert_eq!(library.found("\"north korea\" missiles ")[0], "missiles");
    assert_eq!(
        library.found_sorted("\"north korea\" talks "),
        ["dignity", "missiles"]
    );
}

#[test]
fn minus_leaves_out() {
    let library = news();
    assert_eq!(library.found_sorted("korea -north "), ["korea"]);
    assert_eq!(library.found_sorted("korea -\"north korea\" "), ["korea"]);
    assert_eq!(library.found_sorted("kim -jong "), ["talks"]);
    assert_eq!(library.found_sorted("-korea "), ["kim", "talks"]);
    // The phrase comes after documents that don't have it.
    assert_eq!(
        library.found_sorted("russia kim -\"iran met\" "),
        ["dignity", "kim"]
    );
    assert_eq!(
        library.found_sorted("korea -(missiles OR president) "),
        ["dignity"]
    );
}

#[test]
fn or_and_parentheses() {
    let library = news();
    assert_eq!(
        library.found_sorted("dignity OR elected "),
        ["dignity", "korea"]
    );
    assert_eq!(
        library.found_sorted("(dignity OR missiles) (monday OR tuesday) "),
        ["missiles"]
    );
}

#[test]
fn the_last_word_may_be_half_typed() {
    let library = news();
    assert_eq!(library.found("dign"), ["dignity"]);
    assert_eq!(library.found("dign "), [""; 0]);
    assert_eq!(library.found("negotia"), ["talks"]);
    assert_eq!(library.found("safeg* "), ["dignity"]);
    // What is typed in full comes before what only begins so.
    let library = Library::of(vec![
        ("irani", article("en", "Iranians voted")),
        ("iran", article("en", "Iran voted")),
    ]);
    assert_eq!(library.found("iran"), ["iran", "irani"]);
}

#[test]
fn titles_and_names_rank_higher() {
    let library = Library::of(vec![
        (
            "body",
            titled(
                "en",
                "Other news",
                "Elections were held in Yerevan in spring",
            ),
        ),
        (
            "title",
            titled(
                "en",
                "Yerevan elections",
                "They were held in the capital in the spring",
            ),
        ),
        ("entity", entity("Yerevan", &["Երևան", "Ереван"])),
    ]);
    let found = library.found("yerevan");
    assert_eq!(found[0], "entity");
    assert_eq!(found[1], "title");
}

#[test]
fn inflected_words_find_each_other() {
    let library = Library::of(vec![
        (
            "en",
            article("en", "Negotiators were arguing over hostages' release."),
        ),
        (
            "de",
            article("de", "Die Verhandlungen in Genf scheiterten."),
        ),
        (
            "ru",
            article("ru", "Переговоры при участии президента Зеленского."),
        ),
        (
            "uk",
            article("uk", "Зустріч із президентом відбулася у Києві."),
        ),
        ("ar", article("ar", "والجيش السوداني يتقدم نحو أم درمان.")),
        ("he", article("he", "השר נסע לירושלים בבוקר.")),
        ("ko", article("ko", "윤석열 대통령은 국회에서 연설했다.")),
        ("hi", article("hi", "सैनिकों ने सीमा पर गोलीबारी की।")),
        ("tr", article("tr", "Cumhurbaşkanı Ankara'da konuştu.")),
        ("pl", article("pl", "Rozmowy z prezydentem Ukrainy trwały.")),
    ]);
    for (query, name) in [
        ("hostage ", "en"),
        ("Verhandlung ", "de"),
        ("verhandlungen ", "de"),
        ("Зеленский ", "ru"),
        ("президент ", "ru"),
        ("الجيش ", "ar"),
        ("ירושלים ", "he"),
        ("대통령이 ", "ko"),
        ("सैनिक ", "hi"),
        ("ankara ", "tr"),
        ("prezydent ", "pl"),
    ] {
        assert_eq!(library.found(query).first(), Some(&name), "{query}");
    }
}

#[test]
fn spellings_of_names() {
    let library = Library::of(vec![
        ("hyphen", article("en", "The Al-Jazeera crew was detained.")),
        ("joined", article("en", "A reporter of Aljazeera spoke.")),
        (
            "initials",
            article("en", "The U.S. Treasury imposed sanctions with AT&T."),
        ),
        ("elysee", article("fr", "L’Élysée a démenti.")),
        ("zh", article("zh", "臺灣總統會見")),
        ("number", article("en", "A loan of 10,000 dollars")),
    ]);
    assert_eq!(library.found_sorted("aljazeera "), ["hyphen", "joined"]);
    assert_eq!(library.found_sorted("al-jazeera "), ["hyphen", "joined"]);
    assert_eq!(library.found("US treasury "), ["initials"]);
    assert_eq!(library.found("\"u.s. treasury\""), ["initials"]);
    assert_eq!(library.found("at&t "), ["initials"]);
    assert_eq!(library.found("elysee "), ["elysee"]);
    assert_eq!(library.found("台湾总统 "), ["zh"]);
    assert_eq!(library.found("10000 "), ["number"]);
}

#[test]
fn scripts_without_spaces() {
    let library = Library::of(vec![
        (
            "xi",
            article("zh", "据报道，习近平主席抵达河内进行国事访问。"),
        ),
        ("half", article("zh", "近平路上的商店")),
        ("ja", article("ja", "石破茂首相は羽田空港から出発した。")),
        ("ko", article("ko", "김정은 국무위원장이 방문했다.")),
        ("th", article("th", "นายกรัฐมนตรีเดินทางไปกรุงเทพมหานคร")),
    ]);
    assert_eq!(library.found("习近平"), ["xi"]);
    assert_eq!(library.found("石破"), ["ja"]);
    assert_eq!(library.found("华"), [""; 0]);
    assert_eq!(library.found("访"), ["xi"]);
    assert_eq!(library.found("\"抵达河内\""), ["xi"]);
    assert_eq!(library.found("\"河内抵达\""), [""; 0]);
    assert_eq!(library.found("\"김정은 국무위원장\""), ["ko"]);
    assert_eq!(library.found("กรุงเทพ"), ["th"]);
    assert_eq!(library.found("กร"), ["th"]);
}

#[test]
fn a_slip_of_the_finger_is_forgiven_when_nothing_else_is_found() {
    let library = Library::of(vec![
        ("kharkiv", article("en", "Shelling of the city of Kharkiv")),
        ("zelenskyy", article("en", "President Zelenskyy spoke")),
    ]);
    assert_eq!(library.found("kharkov "), ["kharkiv"]);
    assert_eq!(library.found("khrakiv "), ["kharkiv"]);
    assert_eq!(library.found("harkiv "), ["kharkiv"]);
    assert_eq!(library.found("zelensky "), ["zelenskyy"]);
    assert_eq!(library.found("president "), ["zelenskyy"]);
    assert_eq!(library.found("presidium "), [""; 0]);
}

#[test]
fn counts_cover_all_kinds_and_hits_only_those_asked_for() {
    let library = news();
    let ask = |kinds: Vec<HitKind>, offset, limit| {
        library
            .index
            .search(
                &SearchQuery {
                    text: "kim".to_owned(),
                    kinds,
                    offset,
                    limit,
                    ..SearchQuery::default()
                },
                &NoNames,
            )
            .expect("an answer")
    };
    let all = ask(vec![], 0, 10);
    assert_eq!((all.total, all.hits.len()), (3, 3));
    assert_eq!(
        (
            all.by_kind.articles,
            all.by_kind.notes,
            all.by_kind.entities
        ),
        (2, 0, 1)
    );
    let entities = ask(vec![HitKind::Entity], 0, 10);
    assert_eq!((entities.total, entities.hits.len()), (1, 1));
    assert_eq!(entities.by_kind, all.by_kind);
    let second = ask(vec![], 1, 1);
    assert_eq!(second.hits, all.hits[1..2]);
    assert_eq!(second.total, 3);
}

#[test]
fn a_language_that_is_not_declared_is_guessed() {
    let library = Library::of(vec![(
        "de",
        article(
            "",
            "Die Verhandlungen in Genf scheiterten gestern Abend, wie der Sprecher der Bundesregierung in Berlin mitteilte.",
        ),
    )]);
    assert_eq!(library.found("Verhandlung "), ["de"]);
}

#[test]
fn the_words_of_a_questions_sentence_count_little() {
    let library = Library::of(vec![
        (
            "treaty",
            article("en", "The treaty was signed in 1987 by both sides."),
        ),
        (
            "when",
            article("en", "He asked when and by whom, and what it was."),
        ),
        (
            "vertrag",
            article("de", "Der Vertrag wurde 1987 unterzeichnet."),
        ),
        (
            "wann",
            article("de", "Er fragte, wann und von wem und was es war."),
        ),
        ("договор", article("ru", "Договор подписан в 1987 году.")),
        ("когда", article("ru", "Он спросил, когда и кем это было.")),
    ]);
    assert_eq!(
        library.found("When was the treaty signed by whom?")[0],
        "treaty"
    );
    assert_eq!(
        library.found("Wann und von wem wurde der Vertrag unterzeichnet?")[0],
        "vertrag"
    );
    assert_eq!(
        library.found("Когда и кем был подписан договор?")[0],
        "договор"
    );
    // Alone, or as a name, they are what was asked for.
    assert_eq!(library.found("when by whom ")[0], "when");
    let library = Library::of(vec![
        ("who", article("en", "The WHO met in Geneva.")),
        (
            "geneva",
            article(
                "en",
                "Geneva, a city where people meet and who meets whom in Geneva.",
            ),
        ),
    ]);
    assert_eq!(library.found("WHO geneva ")[0], "who");
}

#[test]
fn quotation_marks_of_a_question_are_not_needed() {
    let library = Library::of(vec![
        (
            "schools",
            article(
                "ru",
                "Школы, которые называют моделью С, остались после апартеида.",
            ),
        ),
        ("other", article("ru", "Апартеид закончился.")),
    ]);
    let question = "Какие школы после апартеида называются школами «Модели С»?";
    assert_eq!(library.found(question)[0], "schools");
    // What nothing has can't be needed either, beside other words.
    assert_eq!(library.found("школы \"модели с\" ")[0], "schools");
    assert_eq!(library.found("\"модели с\" "), [""; 0]);
}

#[test]
fn a_name_that_is_typed_without_quotation_marks_comes_first_as_it_is() {
    let library = Library::of(vec![
        (
            "scattered",
            titled(
                "en",
                "Un and Kim",
                "Kim of the un, Jong of the un. Kim, Jong, Kim, Jong and un.",
            ),
        ),
        (
            "named",
            article(
                "en",
                "A long report on many matters that mentions in passing that Kim Jong Un was there.",
            ),
        ),
        ("other", article("en", "Kim spoke.")),
    ]);
    for query in ["kim jong un ", "kim jong un", "Kim Jong-un "] {
        assert_eq!(library.found(query)[0], "named", "{query}");
    }
    assert_eq!(library.found("jong kim un ")[0], "scattered");
}
