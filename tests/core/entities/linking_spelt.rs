//! Names that the notebook spells without their marks, or with the surname first, met in
//! Cyrillic; and surnames that nothing but a capital tells from other words.

use dragoman_core::domain::{EntityId, EntityKind};
use dragoman_core::entities::linking::Linker;

fn linker(names: &[&str]) -> (Linker, Vec<EntityId>) {
    let ids: Vec<EntityId> = names.iter().map(|_| EntityId::new()).collect();
    let all = ids.iter().zip(names);
    let linker = Linker::of(all.map(|(id, name)| (*id, EntityKind::Person, *name)));
    (linker, ids)
}

#[test]
fn marks_that_are_left_out_change_no_name() {
    for (kept, text) in [
        ("Ivica Dacic", "Ивицей Дачичем"),
        ("Zoran Milanovic", "Зораном Милановичем"),
        ("Zuzana Caputova", "Зузаны Чапутовой"),
        ("Edgars Rinkevics", "Эдгарсом Ринкевичсом"),
        ("Kemal Kilicdaroglu", "Кемалем Кылычдароглу"),
        ("Mevlut Cavusoglu", "Мевлют Чавушоглу"),
        ("Robert Fico", "Роберт Фіцо"),
        ("Ales Bialiatski", "Алесем Беляцким"),
        ("John Bercow", "Джоном Беркоу"),
        ("Qin Gang", "Цинь Ганом"),
        ("Xu Zongdao", "Сюй Цзундао"),
        ("Al Gore", "Эл Гор"),
        ("James Dewar", "Джеймсу Дьюару"),
        ("Thomas Sowell", "Томас Сауэлл"),
        ("John Barrowman", "Джон Барроумен"),
        ("Donna Noble", "Донна Ноубл"),
        ("Michael Ignatieff", "Майкл Игнатьев"),
        ("Jean de Bethencourt", "Жана де Бетенкура"),
        ("Hassan al-Turabi", "Хасана ат-Тураби"),
        ("J. A. Hobson", "Дж. А. Гобсон"),
    ] {
        let (linker, ids) = linker(&[kept]);
        let found = linker.article().find(text, &|| false).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|name| (&text[name.start..name.end], name.entity))
            .collect();
        assert_eq!(found, [(text, ids[0])], "{kept}");
    }
}

#[test]
fn small_words_of_a_name_may_be_written_large() {
    let (linker, ids) = linker(&["Jean-Yves Le Drian", "Luigi Di Maio", "Marine Le Pen"]);
    let whose = |name: &str| {
        let article = linker.article();
        article.whose(name, EntityKind::Person, &|_| false, true)
    };
    assert_eq!(whose("Марин Ле Пен"), Some(ids[2]));
    assert_eq!(whose("Ле Дриана"), Some(ids[0]));
    assert_eq!(whose("Ди Майо"), Some(ids[1]));
    assert_eq!(whose("Ле Дюк"), None);
}

#[test]
fn a_surname_that_comes_first_is_the_one_that_stands_alone() {
    let (linker, ids) = linker(&["Kim Jong Un", "Kim Davis", "Wang Yi", "Joshua Wong"]);
    let whose = |name: &str, present: Option<EntityId>| {
        let article = linker.article();
        article.whose(name, EntityKind::Person, &|id| Some(id) == present, true)
    };
    assert_eq!(whose("Ким", Some(ids[0])), Some(ids[0]));
    assert_eq!(whose("Дэвис", None), Some(ids[1]));
    assert_eq!(whose("Вана", Some(ids[2])), Some(ids[2]));
    // Too many others are called so.
    assert_eq!(whose("Ким", None), None);
    assert_eq!(whose("Ван", None), None);
}

#[test]
fn a_name_is_called_by_its_last_word_unless_it_is_chinese_or_korean() {
    for (kept, alone, other) in [
        ("Wang Yi", "Ван", "Йи"),
        ("Xi Jinping", "Си", "Цзиньпин"),
        ("Kim Jong Un", "Ким", "Чон"),
        ("Moon Jae-in", "Мун", "Джэ"),
        ("Tsai Ing-wen", "Цай", "Вэнь"),
        ("Nguyen Phu Trong", "Trong", "Нгуен"),
        ("Li Andersson", "Андерссон", "Ли"),
        ("Lin Wood", "Вуд", "Лин"),
        ("Lee Harvey Oswald", "Освальд", "Ли"),
        ("Jon Bon Jovi", "Джови", "Джон"),
        ("Lin-Manuel Miranda", "Миранда", "Лин"),
        ("Mo Salah", "Салах", "Мо"),
        ("Joe Biden", "Байден", "Джо"),
    ] {
        let (linker, ids) = linker(&[kept]);
        let whose = |word: &str| {
            let article = linker.article();
            article.whose(word, EntityKind::Person, &|_| true, false)
        };
        assert_eq!(whose(alone), Some(ids[0]), "{kept}");
        assert_eq!(whose(other), None, "{kept}");
    }
    // What follows these words is no surname.
    for (kept, alone) in [
        ("Lucas Cranach the Elder", Some("Кранаха")),
        ("Louis the German", None),
        ("Isabella of France", None),
    ] {
        let (linker, ids) = linker(&[kept]);
        for word in ["Кранаха", "Жермена", "Франса", "Элдера"] {
            let article = linker.article();
            let whose = article.whose(word, EntityKind::Person, &|_| true, true);
            assert_eq!(
                whose,
                (alone == Some(word)).then(|| ids[0]),
                "{kept} {word}"
            );
        }
    }
    // Two surnames: which of them comes first is not told.
    let (linker, ids) = linker(&["Ang Lee"]);
    let article = linker.article();
    let whose = |word| article.whose(word, EntityKind::Person, &|_| true, false);
    assert_eq!(whose("Ли"), Some(ids[0]));
}

#[test]
fn a_capital_within_a_sentence_tells_a_surname() {
    let (linker, ids) = linker(&["Alexis Tsipras", "Isaac Herzog"]);
    let surnames = |text: &str| -> Vec<EntityId> {
        let found = linker
            .article()
            .surnames(text, &|_| false, &|| false)
            .unwrap();
        found.iter().map(|name| name.entity).collect()
    };
    assert_eq!(surnames("О планах Ципраса пока молчат."), [ids[0]]);
    assert_eq!(surnames("Сегодня, Ципрас говорит."), []);
    assert_eq!(surnames("Герцог уехал. Сам герцог молчит."), []);
    assert_eq!(surnames("Это Анна Ципрас и Ципрас Олдман."), []);
    assert_eq!(surnames("Это Ципраски."), []);
}

#[test]
fn looking_for_surnames_in_a_long_text_can_be_stopped() {
    let (linker, _) = linker(&["Alexis Tsipras"]);
    let text = "слово ".repeat(250);
    let asked = std::cell::Cell::new(0);
    let cancel = || {
        asked.set(asked.get() + 1);
        asked.get() == 2
    };
    let found = linker.article().surnames(&text, &|_| false, &cancel);
    assert!(matches!(found, Err(dragoman_core::Error::Cancelled)));
}

#[test]
fn who_has_all_of_a_name_comes_before_who_has_more() {
    let (linker, ids) = linker(&["John Quincy Adams", "John Adams"]);
    for (text, whose) in [("Джон Адамс", ids[1]), ("Джон Куинси Адамс", ids[0])]
    {
        let found = linker.article().find(text, &|| false).unwrap();
        let found: Vec<EntityId> = found.iter().map(|name| name.entity).collect();
        assert_eq!(found, [whose], "{text}");
    }
}

#[test]
fn two_consonants_tell_no_surname_that_stands_alone() {
    let (linker, ids) = linker(&["Herbert Diess", "Steven Seagal"]);
    let whose = |word: &str| {
        let article = linker.article();
        article.whose(word, EntityKind::Person, &|_| false, true)
    };
    assert_eq!(whose("Досса"), None);
    assert_eq!(whose("Сигал"), Some(ids[1]));
}
