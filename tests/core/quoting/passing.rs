//! Whom words came through, and pronouns that are said to have said something.

use super::check;

#[test]
fn cited_by_an_agency() {
    check(
        "en",
        &[
            (
                "“[[We will answer]],” {P Ann Poe} was quoted as saying by the state news agency {O IRNA}.",
                "{Ann Poe}",
                "{IRNA}",
            ),
            (
                "“[[We will answer]],” the minister was cited by {O Reuters} as saying.",
                "the minister",
                "{Reuters}",
            ),
            (
                "“[[We will answer]],” {P Ann Poe} said, as quoted by {O IRNA}.",
                "{Ann Poe}",
                "{IRNA}",
            ),
            (
                "“[[We will answer]],” {P Ann Poe} said in an interview with {O CNN} on Sunday.",
                "{Ann Poe}",
                "{CNN}",
            ),
            (
                "In an interview with {O CNN}, {P Ann Poe} said the plan was “[[dead]]”.",
                "{Ann Poe}",
                "{CNN}",
            ),
        ],
    );
    check(
        "fr",
        &[
            (
                "« [[Nous tiendrons]] », a déclaré {P Ann Poe}, citée par l’{O AFP}.",
                "{Ann Poe}",
                "{AFP}",
            ),
            (
                "« [[Nous tiendrons]] », a affirmé {P Ann Poe} dans un entretien à {O France 24}.",
                "{Ann Poe}",
                "{France 24}",
            ),
        ],
    );
    check(
        "es",
        &[(
            "«[[No cederemos]]», dijo {P Ann Poe}, citada por la agencia {O EFE}.",
            "{Ann Poe}",
            "{EFE}",
        )],
    );
    check(
        "de",
        &[(
            "„[[Wir bleiben fest]]“, sagte {P Ann Poe} in einem Interview mit dem {O ZDF}.",
            "{Ann Poe}",
            "{ZDF}",
        )],
    );
    check(
        "ru",
        &[
            (
                "«[[Мы выстоим]]», — заявил {P Иван Петров}, как передаёт {O ТАСС}.",
                "{Иван Петров}",
                "{ТАСС}",
            ),
            (
                "«[[Мы выстоим]]», — сказал {P Иван Петров}, сообщает {O Интерфакс}.",
                "{Иван Петров}",
                "{Интерфакс}",
            ),
            (
                "«[[Мы выстоим]]», — сказал {P Иван Петров}, сообщает агентство «{O Интерфакс}».",
                "{Иван Петров}",
                "{Интерфакс}",
            ),
        ],
    );
    check(
        "zh",
        &[(
            "据{O 新华社}报道，{P 王毅}表示，“[[我们不会退让]]”。",
            "{王毅}",
            "{新华社}",
        )],
    );
    check(
        "ar",
        &[(
            "قال {P إبراهيم رئيسي} إن الرد سيكون «[[حاسما]]»، نقلا عن وكالة {O إرنا}.",
            "{إبراهيم رئيسي}",
            "{إرنا}",
        )],
    );
}

#[test]
fn according_to_a_pronoun_is_who_was_named_before() {
    for (language, text) in [
        (
            "en",
            "{P Ann Poe} came late. According to her, the bridge is “[[safe]]”.",
        ),
        (
            "fr",
            "{P Ann Poe} est venue. Selon elle, le pont est « [[sûr]] ».",
        ),
        (
            "de",
            "{P Ann Poe} kam spät. Ihr zufolge ist die Brücke „[[sicher]]“.",
        ),
        (
            "es",
            "{P Ann Poe} llegó tarde. Según ella, el puente es «[[seguro]]».",
        ),
        (
            "ru",
            "{P Ann Poe} приехала. По её словам, мост «[[безопасен]]».",
        ),
        (
            "uk",
            "{P Ann Poe} приїхала. За її словами, міст «[[безпечний]]».",
        ),
        ("ar", "وصلت {P Ann Poe} أمس. الجسر «[[آمن]]» بحسب قولها."),
        (
            "ko",
            "{P Ann Poe}가 도착했다. 그녀의 말에 따르면 다리는 “[[안전하다]]”.",
        ),
        (
            "ja",
            "{P Ann Poe}が到着した。彼女によると、橋は「[[安全だ]]」。",
        ),
    ] {
        check(language, &[(text, "?{Ann Poe}", "-")]);
    }
}

#[test]
fn a_brother_of_somebody_is_nobody() {
    for (language, text) in [
        ("en", "Her brother disagreed: “[[It is not safe]].”"),
        ("en", "“[[It is not safe]],” her brother said."),
        ("fr", "« [[Non]] », a dit son frère."),
        ("de", "„[[Nein]]“, sagte ihr Bruder."),
        ("es", "«[[No]]», dijo su hermano."),
        ("ru", "«[[Нет]]», — сказал её брат."),
        ("uk", "«[[Ні]]», — сказав її брат."),
        ("zh", "她的弟弟表示，“[[不安全]]”。"),
        ("ko", "그녀의 동생은 “[[아니다]]”라고 말했다."),
        ("ja", "彼女の弟は「[[違う]]」と述べた。"),
    ] {
        check(language, &[(text, "-", "-")]);
    }
    check(
        "en",
        &[(
            "“[[It is not safe]],” her brother {P Ben Roe} said.",
            "{Ben Roe}",
            "-",
        )],
    );
}
