//! English, French, German, Spanish.

use super::{check, check_days};

#[test]
fn english() {
    check(
        "en",
        &[
            // The verb before and after, and inverted.
            (
                "{P Kim Jong Un} said “[[we stand firm]]” on Monday.",
                "{Kim Jong Un}",
                "-",
            ),
            (
                "“[[We stand firm]],” {P Kim Jong Un} said.",
                "{Kim Jong Un}",
                "-",
            ),
            (
                "“[[We stand firm]],” said {P Kim Jong Un}, the leader.",
                "{Kim Jong Un}",
                "-",
            ),
            (
                "“[[We stand firm]],” the defence minister told reporters.",
                "the defence minister",
                "-",
            ),
            (
                "“[[We stand firm]],” said the foreign ministry’s spokesman.",
                "the foreign ministry’s spokesman",
                "-",
            ),
            (
                "In a letter to {P Vladimir Putin}, {P Kim Jong Un} wrote that “[[victory]]” was near.",
                "{Kim Jong Un}",
                "-",
            ),
            // Something between commas.
            (
                "{P Ann Poe}, who leads the party, said the plan was “[[dead]]”.",
                "{Ann Poe}",
                "-",
            ),
            (
                "{P Ann Poe}, who called it a trick, warned of “[[grave harm]]”.",
                "{Ann Poe}",
                "-",
            ),
            (
                "{L North Korea} has blamed the west, claiming that the “[[hegemonic policy]]” goes on.",
                "{North Korea}",
                "-",
            ),
            // Whose words they are is not who said them.
            (
                "{P Ann Poe}’s spokesman said it was “[[over]]”.",
                "Ann Poe’s spokesman",
                "-",
            ),
            (
                "{O Kremlin} spokesman {P Dmitry Peskov} said talks were “[[useful]]”.",
                "{Dmitry Peskov}",
                "-",
            ),
            // Through others.
            (
                "According to {P Ann Poe}, the bridge is “[[safe]]”.",
                "{Ann Poe}",
                "-",
            ),
            (
                "The bridge is “[[safe]],” {P Ann Poe} said, according to {O Reuters}.",
                "{Ann Poe}",
                "{Reuters}",
            ),
            (
                "“[[It is safe]],” {P Ann Poe} told {O Reuters} on Friday.",
                "{Ann Poe}",
                "{Reuters}",
            ),
            (
                "{O KCNA} quoted {P Kim Jong Un} as saying “[[we stand firm]]”.",
                "{Kim Jong Un}",
                "{KCNA}",
            ),
            (
                "State media said {P Mr Jong Un} in Monday's message praised the “[[great war]]”.",
                "{Mr Jong Un}",
                "State media",
            ),
            (
                "“[[It is safe]],” the ministry said, {O KCNA} reported.",
                "the ministry",
                "{KCNA}",
            ),
            (
                "{O KCNA} reported that the launch was “[[a success]]”.",
                "{KCNA}",
                "-",
            ),
            // A colon, in the paragraph and before it.
            ("{P Ann Poe}: “[[Nobody asked us]].”", "{Ann Poe}", "-"),
            (
                "{P Ann Poe} wrote on Friday: | “[[Nobody asked us]].”",
                "{Ann Poe}",
                "-",
            ),
            // Sentences of one quotation.
            (
                "“Nobody asked us,” {P Ann Poe} said. “[[That was wrong]].”",
                "{Ann Poe}",
                "-",
            ),
            ("“[[Was that wrong?]]” {P Ann Poe} asked.", "{Ann Poe}", "-"),
            // In the outlet's words.
            (
                "{P Ann Poe} said [[nobody had asked her]].",
                "{Ann Poe}",
                "-",
            ),
            // Abbreviations end no sentence.
            (
                "Gen. {P Ann Poe} told {O the U.S. Army} that “[[all is well]]”.",
                "{Ann Poe}",
                "{the U.S. Army}",
            ),
        ],
    );
}

#[test]
fn a_pronoun_leads_to_who_was_named_last_or_to_nobody() {
    check(
        "en",
        &[
            (
                "The report by the {O Korean Central News Agency} had no word of it. | But it said \
                 {P Mr Jong Un} confirmed the North's “[[firm solidarity]]” with {L Russia}.",
                "{Mr Jong Un}",
                "?{Korean Central News Agency}",
            ),
            (
                "{P Ann Poe} met {P Ben Roe}. He said it went “[[well]]”.",
                "?{Ben Roe}",
                "-",
            ),
            (
                "{P Ann Poe} came late. | “[[Sorry]],” she said.",
                "?{Ann Poe}",
                "-",
            ),
            ("The talks failed. He said it went “[[well]]”.", "-", "-"),
            (
                "{P Ann Poe} met officials. They said it went “[[well]]”.",
                "-",
                "-",
            ),
            // Only the sentence before.
            (
                "{P Ann Poe} came. It rained. “[[Sorry]],” she said.",
                "-",
                "-",
            ),
            (
                "{P Ann Poe} came and later she said it went “[[well]]”.",
                "?{Ann Poe}",
                "-",
            ),
        ],
    );
}

#[test]
fn french() {
    check(
        "fr",
        &[
            (
                "« [[Nous tiendrons]] », a déclaré {P Emmanuel Macron} à la presse.",
                "{Emmanuel Macron}",
                "-",
            ),
            (
                "« [[Nous tiendrons]] », dit le ministre.",
                "le ministre",
                "-",
            ),
            (
                "{P Emmanuel Macron} a affirmé que la France « [[tiendra]] ».",
                "{Emmanuel Macron}",
                "-",
            ),
            (
                "Selon {P Ann Poe}, le pont est « [[sûr]] ».",
                "{Ann Poe}",
                "-",
            ),
            ("D’après {O l’ONU}, la faim « [[recule]] ».", "{l’ONU}", "-"),
            (
                "« [[C’est sûr]] », a indiqué {P Ann Poe} à l’{O AFP}.",
                "{Ann Poe}",
                "{AFP}",
            ),
            (
                "{P Ann Poe} est venue. « [[Pardon]] », a-t-elle déclaré.",
                "?{Ann Poe}",
                "-",
            ),
            ("Le temps change. « [[Pardon]] », dit-il.", "-", "-"),
        ],
    );
}

#[test]
fn german() {
    check(
        "de",
        &[
            (
                "„[[Wir bleiben fest]]“, sagte {P Olaf Scholz} am Montag.",
                "{Olaf Scholz}",
                "-",
            ),
            (
                "{P Olaf Scholz} sagte, die Lage sei „[[ernst]]“.",
                "{Olaf Scholz}",
                "-",
            ),
            (
                "Am Montag sagte {P Olaf Scholz}, die Lage sei „[[ernst]]“.",
                "{Olaf Scholz}",
                "-",
            ),
            (
                "Laut {P Ann Poe} ist die Brücke „[[sicher]]“.",
                "{Ann Poe}",
                "-",
            ),
            (
                "„[[Alles gut]]“, sagte {P Ann Poe} der {O dpa}.",
                "{Ann Poe}",
                "{dpa}",
            ),
            (
                "»[[Alles gut]]«, teilte der Sprecher mit.",
                "der Sprecher",
                "-",
            ),
            (
                "{P Ann Poe} kam spät. „[[Verzeihung]]“, sagte sie.",
                "?{Ann Poe}",
                "-",
            ),
        ],
    );
}

#[test]
fn spanish() {
    check(
        "es",
        &[
            (
                "«[[No cederemos]]», dijo {P Pedro Sánchez} el lunes.",
                "{Pedro Sánchez}",
                "-",
            ),
            (
                "{P Pedro Sánchez} afirmó que la situación es «[[grave]]».",
                "{Pedro Sánchez}",
                "-",
            ),
            (
                "Según {P Ann Poe}, el puente es “[[seguro]]”.",
                "{Ann Poe}",
                "-",
            ),
            (
                "“[[Es seguro]]”, dijo {P Ann Poe} a {O Reuters}.",
                "{Ann Poe}",
                "{Reuters}",
            ),
            (
                "De acuerdo con {O la ONU}, el hambre “[[baja]]”.",
                "{la ONU}",
                "-",
            ),
            ("“[[Es seguro]]”, explicó el portavoz.", "el portavoz", "-"),
        ],
    );
}

#[test]
fn days() {
    check_days(
        "en",
        &[
            (
                "In Monday's message {P Kim} praised the “[[great war]]”.",
                "2022-05-09",
                "In Monday's message",
            ),
            (
                "“[[Fine]],” {P Kim} said on Tuesday.",
                "2022-05-10",
                "on Tuesday",
            ),
            (
                "“[[Fine]],” {P Kim} said on Wednesday.",
                "2022-05-04",
                "on Wednesday",
            ),
            (
                "“[[Fine]],” {P Kim} said yesterday.",
                "2022-05-09",
                "yesterday",
            ),
            (
                "“[[Fine]],” {P Kim} said on 3 May.",
                "2022-05-03",
                "on 3 May",
            ),
            (
                "“[[Fine]],” {P Kim} said on May 3.",
                "2022-05-03",
                "on May 3",
            ),
            (
                "“[[Fine]],” {P Kim} said on December 24.",
                "2021-12-24",
                "on December 24",
            ),
            // Said in the message of which the text told before.
            (
                "State media said {P Kim} in Monday's message praised it. | The report had no more. \
                 | But it said {P Kim} confirmed “[[firm solidarity]]”.",
                "2022-05-09",
                "in Monday's message",
            ),
            // That something happened on a day says nothing of when words were said later.
            (
                "The bridge fell on Monday. | {P Kim} said it was “[[old]]”.",
                "-",
                "",
            ),
            ("{P Kim} said it was “[[old]]”.", "-", ""),
            // What is said of a day in the words is not when they were said.
            ("{P Kim} said “[[come on Monday]]”.", "-", ""),
        ],
    );
    check_days(
        "fr",
        &[(
            "« [[Oui]] », a déclaré {P Kim} lundi.",
            "2022-05-09",
            "lundi",
        )],
    );
    check_days(
        "fr",
        &[(
            "« [[Oui]] », a déclaré {P Kim} le 3 mai.",
            "2022-05-03",
            "le 3 mai",
        )],
    );
    check_days(
        "de",
        &[(
            "„[[Ja]]“, sagte {P Kim} am Montag.",
            "2022-05-09",
            "am Montag",
        )],
    );
    check_days(
        "es",
        &[(
            "«[[Sí]]», dijo {P Kim} el 3 de mayo.",
            "2022-05-03",
            "el 3 de mayo",
        )],
    );
}
