//! Words beside a verb of saying that are nobody: then a person is asked.

use super::check;

#[test]
fn english() {
    check(
        "en",
        &[
            ("He made the claims in a “[[fiery]]” speech.", "-", "-"),
            (
                "{P Ann Poe} arrived. He made the promises “[[in vain]]”.",
                "-",
                "-",
            ),
            (
                "{L North Korea} was very vocal, saying “[[we stand firm]]”.",
                "{North Korea}",
                "-",
            ),
            (
                "North Korea was very vocal, saying “[[we stand firm]]”.",
                "North Korea",
                "-",
            ),
            (
                "{P Ann Poe} came. She was adamant, saying “[[no]]”.",
                "?{Ann Poe}",
                "-",
            ),
            ("The answer was simple: “[[No]].”", "-", "-"),
            ("One more thing: “[[No]].”", "-", "-"),
            ("Making matters worse said much of “[[them]]”.", "-", "-"),
            ("It made things said before “[[worse]]”.", "-", "-"),
            // Names and offices that nothing knows.
            (
                "“[[No]],” said Defence Secretary Ben Wallace.",
                "Defence Secretary Ben Wallace",
                "-",
            ),
            (
                "Ursula von der Leyen said “[[no]]”.",
                "Ursula von der Leyen",
                "-",
            ),
            (
                "Foreign ministry spokesman Ivan Roe said “[[no]]”.",
                "Foreign ministry spokesman Ivan Roe",
                "-",
            ),
            (
                "“[[No]],” a senior official said.",
                "a senior official",
                "-",
            ),
        ],
    );
}

#[test]
fn other_letters_with_capitals() {
    check(
        "fr",
        &[
            ("Il a fait une déclaration, dit « [[non]] ».", "-", "-"),
            ("La réponse dit bien « [[non]] ».", "-", "-"),
            ("« [[Non]] », dit Anne Durand.", "Anne Durand", "-"),
            (
                "« [[Non]] », dit la porte-parole du ministère.",
                "la porte-parole du ministère",
                "-",
            ),
        ],
    );
    check(
        "de",
        &[
            ("Die Antwort sagt alles: „[[Nein]]“.", "-", "-"),
            (
                "„[[Nein]]“, sagte Außenministerin Anna Beck.",
                "Außenministerin Anna Beck",
                "-",
            ),
            ("„[[Nein]]“, sagte Anna Beck.", "Anna Beck", "-"),
        ],
    );
    check(
        "es",
        &[
            ("La respuesta dice “[[no]]”.", "-", "-"),
            ("“[[No]]”, dijo Ana Ruiz.", "Ana Ruiz", "-"),
            (
                "“[[No]]”, dijo el ministro de Defensa.",
                "el ministro de Defensa",
                "-",
            ),
        ],
    );
    check(
        "ru",
        &[
            ("Всё это говорит «[[нет]]».", "-", "-"),
            ("«[[Нет]]», — заявил Иван Петров.", "Иван Петров", "-"),
            (
                "«[[Нет]]», — заявил глава МИД Иван Петров.",
                "глава МИД Иван Петров",
                "-",
            ),
        ],
    );
    check(
        "uk",
        &[
            ("«[[Ні]]», — заявив Іван Бойко.", "Іван Бойко", "-"),
            (
                "«[[Ні]]», — заявила речниця міністерства.",
                "речниця міністерства",
                "-",
            ),
        ],
    );
}

#[test]
fn letters_without_capitals() {
    check(
        "ar",
        &[
            ("قال كل شيء جديد «[[لا]]».", "-", "-"),
            ("قال وزير الدفاع «[[لا]]».", "وزير الدفاع", "-"),
        ],
    );
    check(
        "zh",
        &[
            ("这件事表示“[[不]]”。", "-", "-"),
            ("国防部长说：“[[不]]。”", "国防部长", "-"),
        ],
    );
    check(
        "ko",
        &[
            ("이번 결정은 “[[아니다]]”라고 말했다.", "-", "-"),
            ("국방부 장관은 “[[아니다]]”라고 말했다.", "국방부 장관", "-"),
        ],
    );
    check(
        "ja",
        &[
            ("今回の決定は「[[違う]]」と述べた。", "-", "-"),
            ("山田さんは「[[違う]]」と述べた。", "山田さん", "-"),
        ],
    );
    // No rules are known: nobody is proposed.
    check("tr", &[("{P Ann Poe} “[[hayır]]” dedi.", "-", "-")]);
}
