//! Names in sentences of the languages they are written in: cases, particles, prefixes,
//! spacing, and what only looks alike.

use dragoman_core::domain::{EntityId, NameId, NameStrength};
use dragoman_core::entities::NameMatcher;
use dragoman_core::text;

/// What is found of `names`, parted by `|`, in a sentence, as it stands there.
fn found(names: &str, sentence: &str, language: Option<&str>) -> Vec<String> {
    let mut matcher = NameMatcher::new();
    for name in names.split('|') {
        matcher.add(NameId::new(), EntityId::new(), name, NameStrength::Strong);
    }
    let letters: Vec<char> = sentence.chars().collect();
    (matcher.find_in(sentence, language).into_iter())
        .map(|name| {
            letters[name.start as usize..name.end as usize]
                .iter()
                .collect()
        })
        .collect()
}

/// Each: the language, names, a sentence, and what is found in it.
fn check(cases: &[(&str, &str, &str, &[&str])]) {
    let mut wrong = String::new();
    for (language, names, sentence, expected) in cases {
        let found = found(names, sentence, Some(language));
        if found != *expected {
            wrong.push_str(&format!(
                "{language}: {sentence}\n  {found:?}, not {expected:?}\n"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_word_of_a_russian_name_changes() {
    check(&[
        (
            "ru",
            "День Победы",
            "Парад в честь Дня Победы прошёл в Москве.",
            &["Дня Победы"],
        ),
        (
            "ru",
            "День Победы",
            "Поздравил с Днём Победы, накануне Дню Победы",
            &["Днём Победы", "Дню Победы"],
        ),
        (
            "ru",
            "Владимир Путин|Москва",
            "Визит Владимира Путина, встреча с Владимиром Путиным в Москве",
            &["Владимира Путина", "Владимиром Путиным", "Москве"],
        ),
        (
            "ru",
            "Ана Морева",
            "Интервью с Аной Моревой опубликовано вчера.",
            &["Аной Моревой"],
        ),
        (
            "ru",
            "Владимир Зеленский",
            "Слова Владимира Зеленского, ответ Владимиру Зеленскому",
            &["Владимира Зеленского", "Владимиру Зеленскому"],
        ),
        (
            "ru",
            "Совет Безопасности ООН",
            "Заседание Совета Безопасности ООН, в Совете Безопасности ООН",
            &["Совета Безопасности ООН", "Совете Безопасности ООН"],
        ),
        (
            "ru",
            "Северная Корея|Соединённые Штаты",
            "лидер Северной Кореи осудил Соединенных Штатов Америки",
            &["Северной Кореи", "Соединенных Штатов"],
        ),
        (
            "ru",
            "Советский Союз|Красная площадь",
            "распад Советского Союза, на Красной площади",
            &["Советского Союза", "Красной площади"],
        ),
        (
            "ru",
            "Сергей Лавров|Китай|Кремль",
            "с Сергеем Лавровым в Китае, из Кремля",
            &["Сергеем Лавровым", "Китае", "Кремля"],
        ),
        (
            "ru",
            "Дмитрий Песков|Юрий Ушаков",
            "по словам Дмитрия Пескова и Юрия Ушакова",
            &["Дмитрия Пескова", "Юрия Ушакова"],
        ),
        (
            "ru",
            "Филиппины|Косово|Приднестровье",
            "на Филиппинах, в Косове и Приднестровья",
            &["Филиппинах", "Косове", "Приднестровья"],
        ),
        ("ru", "НАТО|МИД", "в НАТО и МИДе", &["НАТО", "МИДе"]),
    ]);
}

#[test]
fn slavic_cyrillic_neighbours_have_their_own_cases() {
    check(&[
        (
            "uk",
            "Володимир Зеленський|Київ",
            "Володимира Зеленського зустріли в Києві",
            &["Володимира Зеленського", "Києві"],
        ),
        (
            "uk",
            "Північна Корея|Росія|Україна",
            "лідер Північної Кореї, війна Росії проти України",
            &["Північної Кореї", "Росії", "України"],
        ),
        (
            "uk",
            "Америка|Харків|Одеса",
            "в Америці, з Харкова, в Одесі",
            &["Америці", "Харкова", "Одесі"],
        ),
        (
            "uk",
            "Володимир Путін",
            "Володимиром Путіним, Володимирові Путіну",
            &["Володимиром Путіним", "Володимирові Путіну"],
        ),
        (
            "uk",
            "Сполучені Штати|Рада Безпеки",
            "Сполучених Штатів у Раді Безпеки",
            &["Сполучених Штатів", "Раді Безпеки"],
        ),
        (
            "be",
            "Мінск|Аляксандр Лукашэнка",
            "у Мінску з Аляксандрам Лукашэнкам",
            &["Мінску"],
        ),
        (
            "bg",
            "Русия|Владимир Путин",
            "президентът на Русия Владимир Путин",
            &["Русия", "Владимир Путин"],
        ),
        (
            "sr",
            "Александар Вучић|Београд|Косово",
            "Александра Вучића у Београду о Косову",
            &["Београду", "Косову"],
        ),
    ]);
}

#[test]
fn latin_letter_names_change_where_their_language_does() {
    check(&[
        (
            "pl",
            "Władimir Putin|Moskwa",
            "spotkanie z Władimirem Putinem w Moskwie",
            &["Władimirem Putinem", "Moskwie"],
        ),
        (
            "pl",
            "Rosja|Ukraina|Ameryka",
            "wojska Rosji na Ukrainie, w Ameryce",
            &["Rosji", "Ukrainie", "Ameryce"],
        ),
        (
            "pl",
            "Korea Północna|Rada Bezpieczeństwa",
            "Korei Północnej w Radzie Bezpieczeństwa",
            &["Korei Północnej", "Radzie Bezpieczeństwa"],
        ),
        (
            "pl",
            "Wołodymyr Zełenski",
            "Wołodymyra Zełenskiego, Wołodymyrowi Zełenskiemu",
            &["Wołodymyra Zełenskiego", "Wołodymyrowi Zełenskiemu"],
        ),
        (
            "cs",
            "Vladimir Putin|Rusko|Moskva",
            "Vladimira Putina do Ruska, v Moskvě",
            &["Vladimira Putina", "Ruska", "Moskvě"],
        ),
        (
            "cs",
            "Spojené státy|Severní Korea",
            "Spojených států a Severní Koreou",
            &["Spojených států", "Severní Koreou"],
        ),
        (
            "hr",
            "Vladimir Putin|Rusija",
            "s Vladimirom Putinom u Rusiji",
            &["Vladimirom Putinom", "Rusiji"],
        ),
        (
            "fi",
            "Vladimir Putin|Venäjä|Ukraina",
            "Vladimir Putinin Venäjällä ja Ukrainassa",
            &["Vladimir Putinin", "Venäjällä", "Ukrainassa"],
        ),
        (
            "hu",
            "Vlagyimir Putyin|Ukrajna|Moszkva",
            "Vlagyimir Putyinnak Ukrajnában, Moszkvából",
            &["Vlagyimir Putyinnak", "Ukrajnában", "Moszkvából"],
        ),
        (
            "tr",
            "Türkiye|Vladimir Putin",
            "Türkiye'nin başkenti, Vladimir Putin'le, Türkiye’de",
            &["Türkiye", "Vladimir Putin", "Türkiye"],
        ),
        (
            "de",
            "Wladimir Putin|Russland",
            "Wladimir Putins Krieg, Russlands Angriff",
            &["Wladimir Putins", "Russlands"],
        ),
        (
            "en",
            "Kim Jong Un|Russia",
            "Kim Jong-un's letter, Russia’s war",
            &["Kim Jong-un", "Russia"],
        ),
        (
            "ro",
            "Rusia|Ucraina",
            "războiul Rusiei împotriva Ucrainei",
            &["Rusiei", "Ucrainei"],
        ),
        (
            "fr",
            "Iran|Ukraine",
            "le président de l’Iran et d'Ukraine",
            &["Iran", "Ukraine"],
        ),
        (
            "it",
            "Ucraina|Iran",
            "la guerra dell’Ucraina, l'Iran",
            &["Ucraina", "Iran"],
        ),
        (
            "el",
            "Ρωσία|Ουκρανία",
            "ο πρόεδρος της Ρωσίας στην Ουκρανία",
            &["Ρωσίας", "Ουκρανία"],
        ),
        ("ka", "რუსეთი", "რუსეთის პრეზიდენტი", &["რუსეთის"]),
    ]);
}

#[test]
fn the_language_is_told_from_the_text_where_nobody_says_it() {
    let sentence = "Prezydent powiedział, że nie jest to koniec i że spotkanie z Putinem przez to się odbędzie w Moskwie.";
    assert_eq!(
        found("Putin|Moskwa", sentence, None),
        ["Putinem", "Moskwie"]
    );
    let sentence =
        "The president said that it was not the end of the war for Irana and the Koreas.";
    assert!(found("Iran|Korea", sentence, None).is_empty());
    assert!(found("Iran|Korea", "Irana, Koreas", None).is_empty());
}

#[test]
fn arabic_and_hebrew_prefixes_are_not_part_of_the_name() {
    check(&[
        (
            "ar",
            "بوتين|أوكرانيا",
            "وقال وبوتين لأوكرانيا",
            &["بوتين", "أوكرانيا"],
        ),
        (
            "ar",
            "الولايات المتحدة|مصر",
            "والولايات المتحدة بمصر",
            &["الولايات المتحدة", "مصر"],
        ),
        (
            "ar",
            "الأمم المتحدة",
            "قرار للأمم المتحدة وبالأمم المتحدة",
            &["أمم المتحدة", "الأمم المتحدة"],
        ),
        (
            "ar",
            "كوريا الشمالية",
            "زعيم كوريا الشمالية ولكوريا الشمالية",
            &["كوريا الشمالية", "كوريا الشمالية"],
        ),
        (
            "he",
            "רוסיה|אוקראינה|עזה",
            "המלחמה ברוסיה ובאוקראינה ושבעזה",
            &["רוסיה", "אוקראינה", "עזה"],
        ),
        (
            "he",
            "ולדימיר פוטין",
            "לולדימיר פוטין אמר",
            &["ולדימיר פוטין"],
        ),
        (
            "fa",
            "ولادیمیر پوتین|ایران",
            "ولادیمیر پوتین به ایران رفت",
            &["ولادیمیر پوتین", "ایران"],
        ),
    ]);
}

#[test]
fn east_asian_names_need_no_spaces() {
    check(&[
        (
            "ko",
            "김정은|북한|블라디미르 푸틴",
            "북한의 김정은은 블라디미르 푸틴에게",
            &["북한", "김정은", "블라디미르 푸틴"],
        ),
        (
            "ko",
            "승전기념일",
            "러시아의 승전 기념일을 맞아",
            &["승전 기념일"],
        ),
        (
            "ko",
            "김정은",
            "김 정은 국무위원장, 김정은국무위원장은",
            &["김 정은", "김정은"],
        ),
        (
            "zh",
            "弗拉基米尔·普京|金正恩",
            "金正恩致电弗拉基米尔・普京，弗拉基米尔普京",
            &["金正恩", "弗拉基米尔・普京", "弗拉基米尔普京"],
        ),
        (
            "zh",
            "朝鲜|联合国安全理事会",
            "朝鮮在聯合國安全理事會",
            &["朝鮮", "聯合國安全理事會"],
        ),
        (
            "ja",
            "ウラジーミル・プーチン|ロシア",
            "ロシアのウラジーミル・プーチン大統領、ウラジーミル プーチン氏",
            &["ロシア", "ウラジーミル・プーチン", "ウラジーミル プーチン"],
        ),
        (
            "ja",
            "イラン|アメリカ",
            "ブイランドとアメリカンフットボール",
            &[],
        ),
        (
            "ja",
            "金正恩|イラン",
            "金正恩氏はイランを",
            &["金正恩", "イラン"],
        ),
    ]);
}

#[test]
fn look_alikes_stay_apart() {
    check(&[
        ("ru", "Путин", "Путинцев, путинский, Распутин", &[]),
        ("ru", "Владимир Зеленский", "Владимира Зеленская", &[]),
        ("ru", "Марина Морева", "Марин Морев", &[]),
        (
            "en",
            "Kim Jong Un",
            "Kim Jong Unit, Akim Jong Un, Kim Jong Il",
            &[],
        ),
        ("en", "Xi", "Xi'an province", &[]),
        (
            "en",
            "Islamic State",
            "an Islamic state, Islamic Statements",
            &[],
        ),
        ("en", "Brien", "Mr O'Brien", &[]),
        ("pl", "Jan Kowalski", "Janina Kowalskia", &[]),
        ("en", "Martin", "Martina Navratilova", &[]),
        ("ar", "بوتين", "البوتينية روبوتين", &[]),
        ("ko", "이란", "이란성 쌍둥이", &[]),
        ("en", "North Korea", "up north. Korea said", &[]),
    ]);
}

#[test]
fn acronyms_are_written_in_capitals_with_or_without_dots() {
    check(&[
        (
            "en",
            "US|UN",
            "tell us that the U.S. and the US at the U.N. un",
            &["U.S.", "US", "U.N."],
        ),
        ("en", "U.S.", "the US said", &["US"]),
        (
            "en",
            "St. Petersburg|St Kitts",
            "in St Petersburg and St. Kitts",
            &["St Petersburg", "St. Kitts"],
        ),
        ("tr", "NATO|BM", "NATO'nun, BM'ye", &["NATO", "BM"]),
    ]);
}

/// A name found without an ending folds to the name itself.
#[test]
fn what_is_found_folds_back_to_its_name() {
    let names = [
        "Kim Jong Un",
        "Xi'an",
        "St. Petersburg",
        "Côte d’Ivoire",
        "São Tomé",
        "北朝鮮",
        "김정은",
        "بوتين",
        "Дня Победы",
        "U.S.",
        "al-Qaeda",
        "Łódź",
        "Đà Nẵng",
        "ウラジーミル・プーチン",
        "Straße",
    ];
    let pieces: Vec<&str> = [
        "Kim",
        "Jong",
        "Un",
        " ",
        " ",
        "-",
        "'",
        "’",
        "Xi",
        "an",
        "St",
        ".",
        "Petersburg",
        "Côte",
        "d",
        "Ivoire",
        "São",
        "Tomé",
        "北",
        "朝鮮",
        "김",
        "정은",
        "و",
        "بوتين",
        "Дня",
        "Победы",
        "U",
        "S",
        "al",
        "Qaeda",
        "Łódź",
        "Lodz",
        "Da",
        "Nang",
        "ウラジーミル",
        "・",
        "プーチン",
        "STRASSE",
        "\u{301}",
        "\u{200d}",
        ",",
        "\n",
        "«",
    ]
    .to_vec();
    let mut matcher = NameMatcher::new();
    let ids: Vec<NameId> = names.iter().map(|_| NameId::new()).collect();
    for (name, id) in names.iter().zip(&ids) {
        matcher.add(*id, EntityId::new(), name, NameStrength::Strong);
    }
    let plain = |text: &str| -> String {
        (text::fold(text).chars())
            .filter(|c| text::is_word_char(*c))
            .collect()
    };
    let mut state = 11_u64;
    let mut seen = 0;
    for _ in 0..20_000 {
        let sentence: String = (0..8)
            .map(|_| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1);
                pieces[(state >> 33) as usize % pieces.len()]
            })
            .collect();
        let letters: Vec<char> = sentence.chars().collect();
        let mut end = 0;
        for name in matcher.find_in(&sentence, Some("en")) {
            assert!(name.start < name.end && name.end as usize <= letters.len());
            assert!(name.start >= end, "{sentence:?}");
            end = name.end;
            let surface: String = letters[name.start as usize..name.end as usize]
                .iter()
                .collect();
            let at = ids.iter().position(|id| *id == name.name).unwrap();
            assert_eq!(plain(&surface), plain(names[at]), "{sentence:?}");
            seen += 1;
        }
    }
    assert!(seen > 1_000, "{seen}");
}
