use dragoman_core::domain::{Explained, QueryField, TokenKind};
use dragoman_core::search::query::{self, Clause, Filter, NoNames, Prefix, Query, State, tokens};
use jiff::civil::{Date, date};

use super::Library;

/// A Thursday.
const TODAY: Date = date(2026, 11, 26);

fn parse(text: &str) -> Query {
    query::parse(text, TODAY)
}

fn word(text: &str) -> Clause {
    prefixed(text, Prefix::No)
}

fn prefixed(text: &str, prefix: Prefix) -> Clause {
    Clause::Word {
        text: text.to_owned(),
        prefix,
    }
}

fn phrase(text: &str) -> Clause {
    Clause::Phrase(text.to_owned())
}

fn wanted(clauses: Vec<Clause>) -> Query {
    Query {
        wanted: clauses,
        ..Query::default()
    }
}

#[test]
fn a_plus_asks_for_its_word() {
    let required = |text: &str| Clause::Group(wanted(vec![word(text)]));
    assert_eq!(parse("+kim xi "), wanted(vec![required("kim"), word("xi")]));
    // Within a word, or alone, it is text.
    assert_eq!(parse("a+b c++ "), wanted(vec![word("a+b"), word("c++")]));
    assert_eq!(parse("+ kim "), wanted(vec![word("kim")]));
    assert_eq!(parse("+38 "), wanted(vec![required("38")]));
}

#[test]
fn any_of_the_words_becomes_all_that_tell() {
    let all = |text| query::requiring_all(text).unwrap_or_default();
    assert_eq!(all("kim xi"), "+kim +xi");
    assert_eq!(
        all("who met the president of Russia"),
        "who +met the +president of +Russia"
    );
    assert_eq!(
        all("путин мир -война lang:ru «два слова»"),
        "+путин +мир -война lang:ru «два слова»"
    );
    for same in ["kim", "kim OR xi", "(kim xi) summit", "+kim +xi", ""] {
        assert_eq!(all(same), "", "{same}");
    }
}

#[test]
fn words_phrases_and_operators() {
    assert_eq!(
        parse("north korea "),
        wanted(vec![word("north"), word("korea")])
    );
    assert_eq!(
        parse("“Kim Jong Un” missile "),
        wanted(vec![phrase("Kim Jong Un"), word("missile")])
    );
    assert_eq!(parse("「金正恩」"), wanted(vec![phrase("金正恩")]));
    assert_eq!(
        parse("kim OR xi OR putin "),
        wanted(vec![Clause::Or(vec![
            word("kim"),
            word("xi"),
            word("putin")
        ])])
    );
    assert_eq!(
        parse("(kim xi) summit "),
        wanted(vec![
            Clause::Group(wanted(vec![word("kim"), word("xi")])),
            word("summit")
        ])
    );
    assert_eq!(
        parse("kim -missile -\"test site\" "),
        Query {
            wanted: vec![word("kim")],
            unwanted: vec![word("missile"), phrase("test site")],
            as_words: Vec::new(),
            cut_short: false,
        }
    );
}

#[test]
fn the_last_word_may_go_on_until_a_space() {
    assert_eq!(
        parse("north kor"),
        wanted(vec![word("north"), prefixed("kor", Prefix::Typing)])
    );
    assert_eq!(
        parse("north kor "),
        wanted(vec![word("north"), word("kor")])
    );
    assert_eq!(parse("kor?"), wanted(vec![word("kor?")]));
    assert_eq!(
        parse("kor* north "),
        wanted(vec![prefixed("kor", Prefix::Asked), word("north")])
    );
}

#[test]
fn what_is_no_operator_is_text() {
    assert_eq!(
        parse("Kim Jong-un "),
        wanted(vec![word("Kim"), word("Jong-un")])
    );
    assert_eq!(parse("http://x.org "), wanted(vec![word("http://x.org")]));
    assert_eq!(parse("before:noon ").wanted, [word("before:noon")]);
    assert_eq!(
        parse("is:odd type:thing ").wanted,
        [word("is:odd"), word("type:thing")]
    );
    assert_eq!(parse("by: "), Query::default());
    assert_eq!(parse("or "), wanted(vec![word("or")]));
    assert_eq!(parse("OR kim OR "), wanted(vec![word("kim")]));
    assert_eq!(
        parse("\"never closed"),
        wanted(vec![phrase("never closed")])
    );
    assert_eq!(parse("a) b "), wanted(vec![word("a"), word("b")]));
    for nothing in [
        "",
        "  ",
        "-",
        "\"",
        "()",
        "((((",
        "* ? !",
        "OR OR",
        "-()",
        "\"\" -\"\"",
    ] {
        assert_eq!(parse(nothing), Query::default(), "{nothing:?}");
    }
}

fn filter(text: &str) -> Filter {
    match parse(text).wanted.as_slice() {
        [Clause::Field { filter, .. }] => filter.clone(),
        other => panic!("{text} is {other:?}"),
    }
}

fn between(from: Date, until: Date) -> Filter {
    Filter::Published {
        from: Some(from),
        until: Some(until),
    }
}

#[test]
fn fields_have_values() {
    assert_eq!(filter("by:kim "), Filter::By("kim".to_owned()));
    assert_eq!(
        filter("IN:\"Le Monde\""),
        Filter::Outlet("Le Monde".to_owned())
    );
    assert_eq!(filter("outlet:tass"), Filter::Outlet("tass".to_owned()));
    for language in ["lang:ru", "lang:RU-ru", "lang:Russian", "lang:русский"] {
        assert_eq!(
            filter(language),
            Filter::Language("ru".to_owned()),
            "{language}"
        );
    }
    assert_eq!(filter("is:unread"), Filter::State(State::Unread));
    assert_eq!(
        filter("tag:Region/to-verify"),
        Filter::Tag("region/to verify".to_owned())
    );
    assert_eq!(filter("dossier:ports"), Filter::Dossier("ports".to_owned()));
    assert_eq!(
        parse("-in:tass kim "),
        Query {
            wanted: vec![word("kim")],
            unwanted: vec![Clause::Field {
                field: QueryField::Outlet,
                value: "tass".to_owned(),
                filter: Filter::Outlet("tass".to_owned()),
            }],
            as_words: Vec::new(),
            cut_short: false,
        }
    );
}

#[test]
fn dates_are_years_months_days_and_words() {
    assert_eq!(
        filter("on:2022"),
        between(date(2022, 1, 1), date(2023, 1, 1))
    );
    assert_eq!(
        filter("on:2022-05"),
        between(date(2022, 5, 1), date(2022, 6, 1))
    );
    assert_eq!(
        filter("on:9.5.2022"),
        between(date(2022, 5, 9), date(2022, 5, 10))
    );
    assert_eq!(
        filter("on:last month"),
        between(date(2026, 10, 1), date(2026, 11, 1))
    );
    assert_eq!(
        filter("on:\"last month\""),
        between(date(2026, 10, 1), date(2026, 11, 1))
    );
    assert_eq!(
        filter("on:this week"),
        between(date(2026, 11, 23), date(2026, 11, 30))
    );
    assert_eq!(
        filter("on:yesterday"),
        between(date(2026, 11, 25), date(2026, 11, 26))
    );
    assert_eq!(
        filter("on:last 3 days"),
        between(date(2026, 11, 23), date(2026, 11, 27))
    );
    assert_eq!(
        filter("on:2 years ago"),
        between(date(2024, 1, 1), date(2025, 1, 1))
    );
    assert_eq!(
        filter("before:2022-05"),
        Filter::Published {
            from: None,
            until: Some(date(2022, 5, 1))
        }
    );
    assert_eq!(
        filter("after:2022"),
        Filter::Published {
            from: Some(date(2022, 1, 1)),
            until: None
        }
    );
    // "month" is a word where no date goes on.
    assert_eq!(
        parse("on:2022 month "),
        wanted(vec![
            Clause::Field {
                field: QueryField::On,
                value: "2022".to_owned(),
                filter: between(date(2022, 1, 1), date(2023, 1, 1)),
            },
            word("month")
        ])
    );
    for impossible in ["on:2022-13", "on:31.2.2022", "on:99999", "on:last"] {
        assert!(
            !matches!(parse(impossible).wanted.first(), Some(Clause::Field { .. })),
            "{impossible}"
        );
    }
}

#[test]
fn near_and_fuzzy_have_a_tilde() {
    assert_eq!(
        parse("\"north missile\"~10 korae~ "),
        wanted(vec![
            Clause::Near {
                text: "north missile".to_owned(),
                within: 10
            },
            Clause::Fuzzy("korae".to_owned())
        ])
    );
    assert_eq!(parse("~ "), Query::default());
}

#[test]
fn tokens_stand_where_they_were_typed() {
    let text = "kim -in:\"Le Monde\" on:last month (a OR b*) by:";
    let shown: Vec<(TokenKind, String, bool)> = tokens(text, TODAY)
        .into_iter()
        .map(|token| {
            let (start, end) = (token.start as usize, token.end as usize);
            let typed = text.chars().skip(start).take(end - start).collect();
            (token.kind, typed, token.negated)
        })
        .collect();
    let field = |field| TokenKind::Field { field };
    assert_eq!(
        shown,
        [
            (TokenKind::Word, "kim".to_owned(), false),
            (
                field(QueryField::Outlet),
                "-in:\"Le Monde\"".to_owned(),
                true
            ),
            (field(QueryField::On), "on:last month".to_owned(), false),
            (TokenKind::Open, "(".to_owned(), false),
            (TokenKind::Word, "a".to_owned(), false),
            (TokenKind::Or, "OR".to_owned(), false),
            (TokenKind::Prefix, "b*".to_owned(), false),
            (TokenKind::Close, ")".to_owned(), false),
            (
                TokenKind::Unfinished {
                    field: QueryField::By
                },
                "by:".to_owned(),
                false
            ),
        ]
    );
}

#[test]
fn what_is_asked_is_explained() {
    let library = Library::of(Vec::new());
    let explain = |text| library.index.read_query(text, &NoNames).asked;
    assert_eq!(
        explain("when was the treaty signed -in:tass after:2022"),
        [
            Explained::Words {
                words: vec!["treaty".to_owned(), "signed".to_owned()]
            },
            Explained::FunctionWords {
                words: vec!["when".to_owned(), "was".to_owned(), "the".to_owned()]
            },
            Explained::Dates {
                from: Some("2022-01-01".to_owned()),
                until: None
            },
            Explained::Without {
                part: Box::new(Explained::Field {
                    field: QueryField::Outlet,
                    value: "tass".to_owned()
                })
            },
        ]
    );
    assert_eq!(
        explain("lang:русский"),
        [Explained::Field {
            field: QueryField::Lang,
            value: "ru".to_owned()
        }]
    );
    assert_eq!(
        explain("dossier:verify person:Nobody"),
        [
            Explained::NothingHas {
                field: QueryField::Dossier,
                value: "verify".to_owned()
            },
            Explained::UnknownEntity {
                field: QueryField::Person,
                name: "Nobody".to_owned()
            },
        ]
    );
}
