//! What a whole document tells: these need no model.

use dragoman_recogniser::Kind::{Event, Organisation, Person, Place};
use dragoman_recogniser::{refine, role};

use crate::support::{named, span};

#[test]
fn an_acronym_takes_the_kind_of_its_long_form_everywhere() {
    let text = "The European Union (EU) met. The EU's ministers left.";
    let found = refine(text, vec![span(text, "European Union", Organisation)]);
    let wanted = [
        ("European Union", Organisation),
        ("EU", Organisation),
        ("EU", Organisation),
    ];
    assert_eq!(named(text, &found), wanted);
}

#[test]
fn letters_in_brackets_that_spell_nothing_define_nothing() {
    let text = "Prices rose in London (USD 5) and fell in Paris (AFP).";
    assert!(refine(text, Vec::new()).is_empty());
}

#[test]
fn a_surname_follows_the_full_name() {
    let text = "Olaf Scholz spoke. Later Scholz left; Scholzes stayed.";
    let found = refine(text, vec![span(text, "Olaf Scholz", Person)]);
    assert_eq!(
        named(text, &found),
        [("Olaf Scholz", Person), ("Scholz", Person)]
    );
}

#[test]
fn a_name_is_of_the_kind_that_it_mostly_is() {
    let text = "Georgia voted. Georgia waited. Georgia won. Georgia lost.";
    let at = |number: usize, kind| {
        let start = text.match_indices("Georgia").nth(number).unwrap().0;
        let mut span = span(text, "Georgia", kind);
        (span.start, span.end) = (start, start + "Georgia".len());
        span
    };
    let spans = vec![at(0, Place), at(1, Person), at(2, Place), at(3, Place)];
    let found = refine(text, spans);
    assert!(found.iter().all(|span| span.kind == Place), "{found:?}");
}

#[test]
fn what_belongs_to_a_state_is_one_name_with_it() {
    let text = "The U.S. Justice Department and the US Navy asked U.S. officials. AUS Army.";
    let spans = vec![
        span(text, "U.S.", Place),
        span(text, "Justice Department", Organisation),
    ];
    let wanted = [
        ("U.S. Justice Department", Organisation),
        ("US Navy", Organisation),
    ];
    assert_eq!(named(text, &refine(text, spans)), wanted);
    let text = "The U.S. Army-backed group and U.S. Army Corps of Engineers.";
    let spans = vec![span(text, "Army Corps of Engineers", Organisation)];
    let wanted = [("U.S. Army Corps of Engineers", Organisation)];
    assert_eq!(named(text, &refine(text, spans)), wanted);
}

#[test]
fn a_common_noun_behind_a_name_is_no_part_of_it() {
    let text = "Khost province, Reuters news agency, the secret union, Ana Group, Olaf party.";
    let spans = vec![
        span(text, "Khost province", Place),
        span(text, "Reuters news agency", Organisation),
        span(text, "secret union", Organisation),
        span(text, "Ana Group", Organisation),
        span(text, "Olaf party", Person),
    ];
    let wanted = [
        ("Khost", Place),
        ("Reuters", Organisation),
        ("secret union", Organisation),
        ("Ana Group", Organisation),
        ("Olaf party", Person),
    ];
    assert_eq!(named(text, &refine(text, spans)), wanted);
}

#[test]
fn a_name_goes_on_behind_an_initial() {
    let text = "Adnan Z. Amin met Olaf Berg. Ana Roth left.";
    let spans = ["Adnan Z", "Amin", "Olaf Berg", "Ana Roth"].map(|name| span(text, name, Person));
    let wanted = [
        ("Adnan Z. Amin", Person),
        ("Olaf Berg", Person),
        ("Ana Roth", Person),
    ];
    assert_eq!(named(text, &refine(text, spans.into())), wanted);
}

#[test]
fn a_name_that_was_torn_at_a_small_word_is_mended() {
    let text =
        "Storms in the Gulf of Mexico and the Walls of the Ruler, by Lucas Cranach the Elder.";
    let found = refine(
        text,
        vec![
            span(text, "Gulf of", Place),
            span(text, "Mexico", Place),
            span(text, "Walls of", Place),
            span(text, "Ruler", Place),
            span(text, "Lucas Cranach the", Person),
        ],
    );
    let names = [
        "Gulf of Mexico",
        "Walls of the Ruler",
        "Lucas Cranach the Elder",
    ];
    assert_eq!(
        named(text, &found),
        [(names[0], Place), (names[1], Place), (names[2], Person)]
    );
}

#[test]
fn a_name_ends_with_no_small_word() {
    let text = "The United States and Canada. The Kingdom of nowhere.";
    let found = refine(
        text,
        vec![
            span(text, "United States and", Place),
            span(text, "Canada", Place),
            span(text, "Kingdom of", Place),
        ],
    );
    assert_eq!(
        named(text, &found),
        [
            ("United States", Place),
            ("Canada", Place),
            ("Kingdom", Place)
        ]
    );
}

#[test]
fn a_person_may_be_called_like_a_small_word() {
    for (text, name) in [
        ("Then Kim In left.", "Kim In"),
        ("Le Thi To spoke.", "Le Thi To"),
    ] {
        let found = refine(text, vec![span(text, name, Person)]);
        assert_eq!(named(text, &found), [(name, Person)]);
    }
    let text = "Lucas Cranach and others left.";
    let found = refine(text, vec![span(text, "Lucas Cranach and", Person)]);
    assert_eq!(named(text, &found), [("Lucas Cranach", Person)]);
}

#[test]
fn a_byname_is_no_name_beside_the_one_that_it_ends() {
    let text = "A book on Vasily the Terrible was sold.";
    let spans = vec![
        span(text, "Vasily the", Person),
        span(text, "Terrible", Person),
    ];
    let wanted = [("Vasily the Terrible", Person)];
    assert_eq!(named(text, &refine(text, spans)), wanted);
}

#[test]
fn an_adjective_names_a_place_with_its_noun_alone() {
    let text = "На Британские острова и в Киевской области, по Берлинскому мосту.";
    let mut spans = ["Британские", "Киевской", "Берлинскому"].map(|name| span(text, name, Place));
    spans[2].confidence = 0.8;
    let wanted = [("Британские острова", Place), ("Киевской области", Place)];
    assert_eq!(named(text, &refine(text, spans.into())), wanted);
    let text = "Она жила в Смоленском уезде.";
    let spans = vec![span(text, "Смоленском", Place)];
    assert_eq!(named(text, &refine(text, spans)), [("Смоленском", Place)]);
}

#[test]
fn quotes_behind_what_an_organisation_is_hold_its_name() {
    for (text, name) in [
        ("Об этом пишет газета «Северный курьер».", "Северный курьер"),
        ("Як повідомляє телеканал «Ранок», усе скінчилося.", "Ранок"),
        ("Umowę podpisała spółka „Dworzec Polski”.", "Dworzec Polski"),
    ] {
        let found = refine(text, vec![span(text, name, Place)]);
        assert_eq!(named(text, &found), [(name, Organisation)], "{text}");
    }
    for text in [
        "Она сказала: «Северный курьер».",
        "Газета «пишет, что хочет».",
        "He answered firmly \"Not now\" and left.",
        "Both parties \"Yes\" in the end.",
        "Il participe \"Oui\" aussi.",
    ] {
        assert!(refine(text, Vec::new()).is_empty(), "{text}");
    }
}

#[test]
fn pronouns_weekdays_and_signatures_are_nobody() {
    let text = "He came on Monday.\nPhoto: Reuters\nReuters said so.";
    let spans = vec![
        span(text, "He", Person),
        span(text, "Monday", Person),
        span(text, "Reuters", Organisation),
    ];
    assert!(refine(text, spans).is_empty());
    let text = "Journalists of Reuters were there.";
    let found = refine(text, vec![span(text, "Reuters", Organisation)]);
    assert_eq!(found.len(), 1);
}

#[test]
fn a_syllable_out_of_a_korean_word_is_nobody() {
    let text = "항만청은 화요일 동부 부두를 다시 연다. 미 국무부는 중에 대해 말했다.";
    let spans = ["화", "부", "미", "중"].map(|name| span(text, name, Place));
    let kept = refine(text, spans.to_vec());
    assert_eq!(named(text, &kept), [("미", Place), ("중", Place)]);
}

#[test]
fn events_are_found_by_their_names() {
    let text = "After World War II and the 2023 BRICS summit, the Munich Security Conference \
                marked Victory Day. A war is no name, nor is the next election.";
    let found = refine(text, vec![span(text, "Munich", Place)]);
    let wanted = [
        ("World War II", Event),
        ("2023 BRICS summit", Event),
        ("Munich Security Conference", Event),
        ("Victory Day", Event),
    ];
    assert_eq!(named(text, &found), wanted);
}

#[test]
fn a_role_is_read_before_a_name() {
    for (text, name, wanted) in [
        (
            "Then Foreign Minister Wang Yi spoke.",
            "Wang Yi",
            "Then Foreign Minister",
        ),
        (
            "Former US President Joe Biden",
            "Joe Biden",
            "Former US President",
        ),
        ("said Mr. Jong Un", "Jong Un", "Mr."),
    ] {
        let person = span(text, name, Person);
        assert_eq!(role(text, &person).map(|bytes| &text[bytes]), Some(wanted));
    }
    let text = "the village of Wang Yi";
    assert_eq!(role(text, &span(text, "Wang Yi", Person)), None);
}

#[test]
fn what_is_not_sure_is_left_out_unless_it_is_sure_elsewhere() {
    let text = "Maybe Orban. Surely Merz. Merz again.";
    let mut doubtful = span(text, "Orban", Person);
    doubtful.confidence = 0.6;
    let mut second = span(text, "Merz", Person);
    second.start = text.rfind("Merz").unwrap();
    second.end = second.start + 4;
    second.confidence = 0.5;
    let found = refine(text, vec![doubtful, span(text, "Merz", Person), second]);
    assert_eq!(named(text, &found), [("Merz", Person), ("Merz", Person)]);
}

#[test]
fn a_title_before_a_name_is_nobody() {
    let text = "Sheikh Hassan met Prophet Muhammad's heirs. Prince sang.";
    let spans = vec![
        span(text, "Sheikh", Person),
        span(text, "Hassan", Person),
        span(text, "Prophet", Person),
        span(text, "Prince", Person),
    ];
    let found = refine(text, spans);
    assert_eq!(
        named(text, &found),
        [("Hassan", Person), ("Prince", Person)]
    );
}

#[test]
fn a_name_begins_behind_what_leads_to_it() {
    let text = "The Institute's Center and the City of Cape Town.";
    let mut center = span(text, "s Center", Organisation);
    center.start = text.find("s Center").unwrap();
    let spans = vec![center, span(text, "of Cape Town", Place)];
    let found = refine(text, spans);
    assert_eq!(
        named(text, &found),
        [("Center", Organisation), ("Cape Town", Place)]
    );
}

#[test]
fn one_word_of_one_place_has_to_be_surer() {
    let text = "Viper came. Bruun came. Bruun left.";
    let unsure = |name: &str, at: usize| {
        let start = text.match_indices(name).nth(at).unwrap().0;
        let mut span = span(text, name, Person);
        (span.start, span.end, span.confidence) = (start, start + name.len(), 0.72);
        span
    };
    let spans = vec![unsure("Viper", 0), unsure("Bruun", 0), unsure("Bruun", 1)];
    let found = refine(text, spans);
    assert_eq!(named(text, &found), [("Bruun", Person), ("Bruun", Person)]);
}

#[test]
fn an_arabic_noun_with_its_article_names_nobody_alone() {
    let text = "قصف الميناء وللمطار، وميناء جدة والجزيرة، والميناء الشرقي.";
    let names = [
        "الميناء",
        "للمطار",
        "ميناء جدة",
        "الجزيرة",
        "الميناء الشرقي",
    ];
    let spans = names.map(|name| span(text, name, Place)).to_vec();
    let wanted = [
        ("ميناء جدة", Place),
        ("الجزيرة", Place),
        ("الميناء الشرقي", Place),
    ];
    assert_eq!(named(text, &refine(text, spans)), wanted);
}

#[test]
fn english_names_have_to_be_surer_than_those_of_other_languages() {
    let unsure = |text: &str, name: &str| {
        let mut span = span(text, name, Place);
        span.confidence = 0.67;
        refine(text, vec![span]).len()
    };
    let english = "It was late when they came to Viper, and nobody had the key.";
    assert_eq!(unsure(english, "Viper"), 0);
    let spanish = "Era tarde cuando llegaron a Viper, y no había nadie con la llave.";
    assert_eq!(unsure(spanish, "Viper"), 1);
}

#[test]
fn a_name_goes_on_behind_a_small_word_of_french_and_spanish() {
    let text = "La France insoumise, École normale de Paris, Le Monde des.";
    let spans = vec![
        span(text, "La", Organisation),
        span(text, "France insoumise", Organisation),
        span(text, "École normale de", Organisation),
        span(text, "Paris", Place),
        span(text, "Le Monde des", Organisation),
    ];
    let wanted = [
        ("La France insoumise", Organisation),
        ("École normale de Paris", Organisation),
        ("Le Monde", Organisation),
    ];
    assert_eq!(named(text, &refine(text, spans)), wanted);
}
