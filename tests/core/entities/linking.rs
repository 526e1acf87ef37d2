//! Public persons' names in other scripts and cases, and names that only look alike.

use dragoman_core::domain::{EntityId, EntityKind};
use dragoman_core::entities::linking::Linker;

const KEPT: &[&str] = &[
    "Vladimir Putin",
    "Volodymyr Zelensky",
    "Joe Biden",
    "Boris Johnson",
    "Theresa May",
    "Donald Trump",
    "Angela Merkel",
    "Kim Jong Un",
    "Xi Jinping",
    "Moon Jae-in",
    "Yoon Suk-yeol",
    "Benjamin Netanyahu",
    "Recep Tayyip Erdogan",
    "Emmanuel Macron",
    "Ursula von der Leyen",
    "Sergei Lavrov",
    "Alexander Lukashenko",
    "Jens Stoltenberg",
    "Antonio Guterres",
    "Dmitry Medvedev",
    "Petro Poroshenko",
    "Dmytro Kuleba",
    "Jean-Claude Juncker",
    "Nigel Farage",
    "Mikhail Saakashvili",
    "Hassan Rouhani",
];

struct Notebook {
    linker: Linker,
    ids: Vec<(EntityId, &'static str)>,
}

fn notebook() -> Notebook {
    let ids: Vec<_> = KEPT.iter().map(|name| (EntityId::new(), *name)).collect();
    let names = ids
        .iter()
        .map(|(id, name)| (*id, EntityKind::Person, *name));
    Notebook {
        linker: Linker::of(names),
        ids,
    }
}

impl Notebook {
    fn name(&self, id: EntityId) -> &'static str {
        self.ids.iter().find(|(other, _)| *other == id).unwrap().1
    }

    fn found<'t>(&self, text: &'t str) -> Vec<(&'t str, &'static str)> {
        self.linker
            .article()
            .find(text, &|| false)
            .unwrap()
            .iter()
            .map(|name| (&text[name.start..name.end], self.name(name.entity)))
            .collect()
    }

    fn whose(&self, name: &str) -> Option<&'static str> {
        self.linker
            .article()
            .whose(name, EntityKind::Person, &|_| false, false)
            .map(|id| self.name(id))
    }
}

#[test]
fn full_names_are_found_in_cyrillic_in_every_case() {
    let notebook = notebook();
    for (text, name, kept) in [
        (
            "Президент Владимир Путин заявил",
            "Владимир Путин",
            "Vladimir Putin",
        ),
        (
            "встреча с Владимиром Путиным в Сочи",
            "Владимиром Путиным",
            "Vladimir Putin",
        ),
        (
            "указ Владимира Владимировича Путина",
            "Владимира Владимировича Путина",
            "Vladimir Putin",
        ),
        ("по словам В. Путина", "В. Путина", "Vladimir Putin"),
        (
            "Президента України Володимира Зеленського",
            "Володимира Зеленського",
            "Volodymyr Zelensky",
        ),
        (
            "президент Владимир Зеленский сказал",
            "Владимир Зеленский",
            "Volodymyr Zelensky",
        ),
        ("с Джо Байденом", "Джо Байденом", "Joe Biden"),
        ("премьер Борис Джонсон", "Борис Джонсон", "Boris Johnson"),
        (
            "прем'єра Бориса Джонсона",
            "Бориса Джонсона",
            "Boris Johnson",
        ),
        ("Терезе Мэй", "Терезе Мэй", "Theresa May"),
        ("Дональду Трампу", "Дональду Трампу", "Donald Trump"),
        ("Ангелы Меркель", "Ангелы Меркель", "Angela Merkel"),
        ("Ангелою Меркель", "Ангелою Меркель", "Angela Merkel"),
        (
            "Эммануэлем Макроном",
            "Эммануэлем Макроном",
            "Emmanuel Macron",
        ),
        (
            "Урсула фон дер Ляйен",
            "Урсула фон дер Ляйен",
            "Ursula von der Leyen",
        ),
        ("Сергея Лаврова", "Сергея Лаврова", "Sergei Lavrov"),
        (
            "Александру Лукашенко",
            "Александру Лукашенко",
            "Alexander Lukashenko",
        ),
        (
            "Йенса Столтенберга",
            "Йенса Столтенберга",
            "Jens Stoltenberg",
        ),
        ("Петра Порошенка", "Петра Порошенка", "Petro Poroshenko"),
        ("Дмитро Кулеба", "Дмитро Кулеба", "Dmytro Kuleba"),
        (
            "Жан-Клодом Юнкером",
            "Жан-Клодом Юнкером",
            "Jean-Claude Juncker",
        ),
        ("Найджелом Фараджем", "Найджелом Фараджем", "Nigel Farage"),
        (
            "Михаила Саакашвили",
            "Михаила Саакашвили",
            "Mikhail Saakashvili",
        ),
        ("Хасана Роухани", "Хасана Роухани", "Hassan Rouhani"),
    ] {
        assert_eq!(notebook.found(text), [(name, kept)], "{text}");
    }
}

#[test]
fn full_names_are_found_in_arabic_and_hebrew() {
    let notebook = notebook();
    for (text, name, kept) in [
        (
            "الرئيس فلاديمير بوتين قال",
            "فلاديمير بوتين",
            "Vladimir Putin",
        ),
        ("دونالد ترامب", "دونالد ترامب", "Donald Trump"),
        (
            "وقال بنيامين نتنياهو",
            "بنيامين نتنياهو",
            "Benjamin Netanyahu",
        ),
        ("בנימין נתניהו אמר", "בנימין נתניהו", "Benjamin Netanyahu"),
        ("ולדימיר פוטין", "ולדימיר פוטין", "Vladimir Putin"),
    ] {
        assert_eq!(notebook.found(text), [(name, kept)], "{text}");
    }
}

#[test]
fn names_in_han_and_hangul_are_linked() {
    let notebook = notebook();
    for (name, kept) in [
        ("习近平", "Xi Jinping"),
        ("習近平", "Xi Jinping"),
        ("弗拉基米尔·普京", "Vladimir Putin"),
        ("김정은", "Kim Jong Un"),
        ("문재인", "Moon Jae-in"),
        ("윤석열", "Yoon Suk-yeol"),
        ("블라디미르 푸틴", "Vladimir Putin"),
        ("도널드 트럼프", "Donald Trump"),
    ] {
        assert_eq!(notebook.whose(name), Some(kept), "{name}");
    }
}

#[test]
fn polish_cases_are_found() {
    let notebook = notebook();
    for (text, name, kept) in [
        (
            "Spotkanie z Władimirem Putinem",
            "Władimirem Putinem",
            "Vladimir Putin",
        ),
        ("Borisa Johnsona", "Borisa Johnsona", "Boris Johnson"),
        ("Donaldem Trumpem", "Donaldem Trumpem", "Donald Trump"),
        (
            "Wołodymyra Zełenskiego",
            "Wołodymyra Zełenskiego",
            "Volodymyr Zelensky",
        ),
    ] {
        assert_eq!(notebook.found(text), [(name, kept)], "{text}");
    }
}

#[test]
fn names_that_look_alike_are_not_linked() {
    let notebook = notebook();
    for text in [
        "Виктор Медведчук",
        "Дмитрий Медведчук",
        "Пол Джонсон выступил",
        "Людмила Путина",
        "Елена Зеленская",
        "Олену Зеленську",
        "Меган Маркл",
        "Брайан Мэй",
        "Мелания Трамп",
        "Иван Лавров",
        "Павел Порошенко",
        "Владимир Путятин",
        "Борис Джонс",
        "김정남",
        "김정일",
        "문재원",
        "李近平",
        "习远平",
        "Paul Johnson",
        "Boris Johnston",
        "Donald Tramp",
        "Angela Merkle",
    ] {
        assert_eq!(notebook.found(text), [], "{text}");
        assert_eq!(notebook.whose(text), None, "{text}");
    }
}

#[test]
fn a_surname_alone_needs_the_person_in_the_article() {
    let notebook = notebook();
    let johnson = notebook.ids[3].0;
    let whose = |name, present: bool, alone| {
        notebook
            .linker
            .article()
            .whose(
                name,
                EntityKind::Person,
                &|id| present && id == johnson,
                alone,
            )
            .map(|id| notebook.name(id))
    };
    assert_eq!(whose("Джонсона", true, false), Some("Boris Johnson"));
    assert_eq!(whose("Джонсона", false, true), Some("Boris Johnson"));
    assert_eq!(whose("Джонсона", false, false), None);
    assert_eq!(whose("Джонс", true, true), None);
}

#[test]
fn a_name_of_two_entities_is_nobodys() {
    let names =
        ["George Bush", "George Bush"].map(|name| (EntityId::new(), EntityKind::Person, name));
    let linker = Linker::of(names);
    assert_eq!(
        linker
            .article()
            .find("Джордж Буш сказал", &|| false)
            .unwrap(),
        []
    );
}

/// Names that spelling does not say how to speak, in texts that write what is spoken.
#[test]
fn names_of_many_languages_are_found_as_they_are_spoken() {
    for (kept, text) in [
        ("Axel Springer", "Акселя Шпрингера"),
        ("Jean Bouchard", "Жан Бушар"),
        ("Brice Hortefeux", "Брис Ортефё"),
        ("Helga Kranach", "Хельги Кранах"),
        ("Günter Reichenbach", "Гюнтеру Райхенбаху"),
        ("Joe Sternlieb", "Джо Штернлиб"),
        ("Emily Wheatcroft", "Эмили Уиткрофт"),
        ("Zoltan Ziegler", "Золтана Циглера"),
        ("Marcel Guilbeault", "Марсель Гилбо"),
    ] {
        let linker = Linker::of([(EntityId::new(), EntityKind::Person, kept)]);
        let found = linker.article().find(text, &|| false).unwrap();
        let words: Vec<&str> = found
            .iter()
            .map(|name| &text[name.start..name.end])
            .collect();
        assert_eq!(words, [text], "{kept}");
    }
}

#[test]
fn kings_popes_and_the_ancients_are_found_by_their_own_names() {
    for (kept, text) in [
        ("Christopher Columbus", "Христофором Колумбом"),
        ("John Paul II", "Иоанна Павла II"),
        ("Louis XIV", "Людовика XIV"),
        ("Charles V", "Карлу V"),
        ("Ramesses II", "Рамзес II"),
        ("Peter the Great", "Петра Великого"),
        ("Martin Luther King, Jr.", "Мартину Лютеру Кингу"),
    ] {
        let linker = Linker::of([(EntityId::new(), EntityKind::Person, kept)]);
        let found = linker.article().find(text, &|| false).unwrap();
        let words: Vec<&str> = found
            .iter()
            .map(|name| &text[name.start..name.end])
            .collect();
        assert_eq!(words, [text], "{kept}");
    }
}

#[test]
fn a_name_of_one_word_is_told_from_its_title() {
    let ids = ["George Osborne", "Francis"].map(|name| (EntityId::new(), name));
    let linker = Linker::of(ids.map(|(id, name)| (id, EntityKind::Person, name)));
    for (name, whose) in [
        ("Г-н Осборн", Some(ids[0].0)),
        ("лорду Осборну", Some(ids[0].0)),
        ("Папы Франциска", Some(ids[1].0)),
        ("Келли Осборн", None),
    ] {
        let found = linker
            .article()
            .whose(name, EntityKind::Person, &|_| false, true);
        assert_eq!(found, whose, "{name}");
    }
}

#[test]
fn the_nearest_of_those_who_sound_alike_is_meant() {
    let ids = ["Homer", "Gomery", "Steven Seagal", "Ann May"].map(|name| (EntityId::new(), name));
    let linker = Linker::of(ids.map(|(id, name)| (id, EntityKind::Person, name)));
    let whose = |name: &str| {
        let found = linker
            .article()
            .whose(name, EntityKind::Person, &|_| false, true);
        found.map(|id| ids.iter().find(|(other, _)| *other == id).unwrap().1)
    };
    assert_eq!(whose("Гомером"), Some("Homer"));
    assert_eq!(whose("Гомери"), Some("Gomery"));
    assert_eq!(whose("Сигала"), Some("Steven Seagal"));
    assert_eq!(whose("Мэй"), Some("Ann May"));
    assert_eq!(whose("Саголович"), None);
}
