//! What holds for text in every language: each word is found by itself, by its
//! beginning and in a phrase with its neighbours, and marks are what was found.
//! The sentences are made up.

use dragoman_core::text::fold;

use super::{Library, article};

const SENTENCES: [(&str, &str); 24] = [
    (
        "en",
        "Negotiators from both countries met in Geneva on Monday to discuss the ceasefire",
    ),
    (
        "de",
        "Die Außenministerin reiste gestern überraschend nach Kyjiw und traf dort Präsident Selenskyj",
    ),
    (
        "fr",
        "Le président français a reçu hier à l’Élysée les dirigeants européens",
    ),
    (
        "es",
        "El gobierno anunció ayer nuevas sanciones económicas contra varios ministros",
    ),
    (
        "pt",
        "As negociações entre os dois países começaram ontem em São Paulo",
    ),
    (
        "it",
        "Il ministro degli esteri è arrivato ieri nella capitale libica",
    ),
    (
        "nl",
        "De regering heeft gisteren nieuwe maatregelen tegen corruptie aangekondigd",
    ),
    (
        "sv",
        "Utrikesministern träffade på tisdagen sina nordiska kollegor i Malmö",
    ),
    (
        "pl",
        "Żołnierze ukraińscy odparli wczoraj kolejny atak w pobliżu Łymania",
    ),
    (
        "ro",
        "Președintele a vizitat ieri orașul Iași împreună cu miniștrii săi",
    ),
    (
        "hu",
        "Tízezrek tüntettek szombaton Budapesten a kormány ellen",
    ),
    (
        "tr",
        "Cumhurbaşkanı dün Diyarbakır'da yaptığı konuşmada seçim çağrısında bulundu",
    ),
    (
        "vi",
        "Tổng Bí thư Nguyễn Phú Trọng tiếp đoàn đại biểu tại Hà Nội",
    ),
    (
        "ru",
        "Жители Харькова второй день остаются без электричества после обстрела",
    ),
    (
        "uk",
        "Пам’ять жертв голодомору вшанували сьогодні в Києві та Львові",
    ),
    (
        "el",
        "Ο υπουργός Εξωτερικών ταξίδεψε χθες στην Κύπρο για διαβουλεύσεις",
    ),
    (
        "he",
        "ראש הממשלה נפגש אתמול בירושלים עם שגרירי האיחוד האירופי",
    ),
    (
        "ar",
        "اجتمع وزراء الخارجية العرب أمس في القاهرة لبحث الأزمة السودانية",
    ),
    (
        "fa",
        "وزیر خارجه ایران دیروز به مسکو رفت و با همتای خود گفت‌وگو کرد",
    ),
    ("hi", "फ़िलिस्तीन के राष्ट्रपति कल दिल्ली पहुँचे और प्रधानमंत्री से मिले"),
    ("th", "นายกรัฐมนตรีเดินทางไปเยือนกรุงเทพมหานครเมื่อวานนี้"),
    ("zh", "據報導，習近平主席昨天抵達河內進行國事訪問"),
    ("ja", "岸田首相は昨日ワシントンを訪問し、大統領と会談した"),
    ("ko", "윤석열 대통령은 어제 국회에서 새로운 정책을 발표했다"),
];

fn library() -> Library {
    let documents = (0..).zip(SENTENCES).map(|(place, (language, text))| {
        // Half of them don't say what language they are in.
        let declared = if place % 2 == 0 { language } else { "" };
        (language, article(declared, text))
    });
    Library::of(documents.collect())
}

/// The words of a sentence; of a script without spaces, stretches of it.
fn words(language: &str, text: &str) -> Vec<String> {
    if matches!(language, "th" | "zh" | "ja") {
        let letters: Vec<char> = text
            .chars()
            .filter(|c| c.is_alphanumeric() || *c > '\u{E30}')
            .collect();
        return letters
            .chunks(4)
            .map(|chunk| chunk.iter().collect())
            .collect();
    }
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn each_word_is_found_alone_and_by_its_beginning() {
    let library = library();
    for (language, text) in SENTENCES {
        for word in words(language, text) {
            let alone = library.found(&format!("{word} "));
            assert!(alone.contains(&language), "{word} of {language}: {alone:?}");
            if matches!(language, "th" | "zh" | "ja") {
                continue;
            }
            let letters = word.chars().count();
            for length in (2..letters).filter(|length| letters - length < 4) {
                let start: String = word.chars().take(length).collect();
                let found = library.found(&format!("{start}*"));
                assert!(
                    found.contains(&language),
                    "{start}* of {language}: {found:?}"
                );
            }
        }
    }
}

#[test]
fn neighbours_are_a_phrase_and_only_in_their_order() {
    let library = library();
    for (language, text) in SENTENCES {
        for pair in words(language, text).windows(2) {
            let [one, next] = pair else { continue };
            let between = if matches!(language, "th" | "zh" | "ja") {
                ""
            } else {
                " "
            };
            if text.contains(&format!("{one}{between}{next}")) {
                let phrase = format!("\"{one}{between}{next}\"");
                assert_eq!(library.found(&phrase), [language], "{phrase}");
            }
            if between == " " && one != next {
                let turned = format!("\"{next} {one}\"");
                assert!(!library.found(&turned).contains(&language), "{turned}");
            }
        }
    }
}

/// What is marked is a word of the query as it stands in the text, and every word
/// of the query that the text has is marked.
#[test]
fn marks_are_exactly_the_words_asked_for() {
    let library = library();
    for (language, text) in SENTENCES {
        if matches!(language, "th" | "zh" | "ja") {
            continue;
        }
        for word in words(language, text) {
            let found = library.search(&format!("\"{word}\""));
            let marked: Vec<String> = found
                .marker
                .mark(text, Some(language))
                .iter()
                .map(|(start, end)| {
                    let (start, end) = (*start as usize, *end as usize);
                    text.chars().skip(start).take(end - start).collect()
                })
                .collect();
            assert!(!marked.is_empty(), "{word} is marked in {language}");
            assert!(
                marked.iter().all(|mark| fold(mark) == fold(&word)),
                "{word}: {marked:?}"
            );
        }
    }
}

/// A Chinese article of many words is long, though few of them have stems.
#[test]
fn a_word_is_no_likelier_in_a_text_of_another_script() {
    let chinese = "部长在港口谈到边境贸易,会谈之前有导弹落在岛屿附近的海域。".repeat(6);
    let library = Library::of(vec![
        (
            "zh",
            article("zh", &format!("{chinese} Eurobird {chinese}")),
        ),
        (
            "en",
            article(
                "en",
                "The operator said on Monday that Eurobird was in orbit and in good health",
            ),
        ),
    ]);
    assert_eq!(library.found("eurobird"), ["en", "zh"]);
}

/// Whoever types in Latin letters reads them, and a name stands in texts of all languages.
#[test]
fn of_equals_the_text_in_the_writing_of_the_query_comes_first() {
    let news = |rest: &str| format!("{} Eurobird Sesat", rest.repeat(12));
    let library = Library::of(vec![
        ("ru", article("ru", &news("министр сказал "))),
        ("en", article("en", &news("the minister said "))),
        ("sr", article("sr", &news("рекао је министар "))),
        (
            "note",
            article(
                "",
                "Eurobird Sesat 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19",
            ),
        ),
    ]);
    // The English one is longer; of what may be in this writing, nothing is known for worse.
    assert_eq!(library.found("eurobird sesat ").last(), Some(&"ru"));
    let both = Library::of(vec![
        (
            "ru",
            article(
                "ru",
                "министр сказал вчера вечером в столице что спутник Eurobird",
            ),
        ),
        (
            "en",
            article(
                "en",
                "the minister said late last night in the capital that Eurobird",
            ),
        ),
    ]);
    assert_eq!(both.found("eurobird министр "), ["ru", "en"]);
    assert_eq!(both.found("eurobird "), ["en", "ru"]);
    // A name in Latin letters stands in texts of all writings: who types others, too, reads those.
    let names = Library::of(vec![
        ("en", article("en", &news("the minister said "))),
        ("ru", article("ru", &news("министр сказал что "))),
        ("zh", article("zh", &news("部长 昨天 说 "))),
    ]);
    assert_eq!(names.found("взлетел eurobird sesat ").first(), Some(&"ru"));
    assert_eq!(names.found("升空 eurobird sesat ").first(), Some(&"zh"));
    // Far less about it, it stays behind.
    let often = "Eurobird ".repeat(4);
    let far = Library::of(vec![
        (
            "en",
            article(
                "en",
                &format!("Eurobird {}", "was seen by many there ".repeat(30)),
            ),
        ),
        ("ru", article("ru", &format!("{often} министр сказал"))),
    ]);
    assert_eq!(far.found("eurobird "), ["ru", "en"]);
}

#[test]
fn arabic_words_of_one_root_rank_and_find_nothing() {
    let library = Library::of(vec![
        ("other", article("ar", "يزورون الميناء اليوم")),
        ("kin", article("ar", "يستخدمون الميناء اليوم")),
    ]);
    assert_eq!(library.found("استخدام الميناء "), ["kin", "other"]);
    assert!(library.found("استخدام ").is_empty());
    assert!(library.found("+استخدام +الميناء ").is_empty());
}

#[test]
fn a_korean_text_is_as_long_as_other_korean_ones() {
    let often = format!("{} {}", "부산시장이 ".repeat(3), "오늘 ".repeat(124));
    let short = format!("부산시장이 {}", "오늘 ".repeat(30));
    let english = (0..200).map(|_| ("en", article("en", "ships left port")));
    let korean = [
        ("short", article("ko", &short)),
        ("often", article("ko", &often)),
    ];
    let alone = Library::of(korean.to_vec());
    let mixed = Library::of(english.chain(korean).collect());
    assert_eq!(alone.found("부산 "), ["often", "short"]);
    assert_eq!(mixed.found("부산 "), ["often", "short"]);
}
