//! Texts that never were a web page: wire copy, mail, notes. All of them must come out whole.

use super::plain_text::assert_nothing_lost;
use super::text;

const WIRE: &str = "BC-EUR--Border Talks,2nd Ld-Writethru

URGENT

Border talks end without agreement

By ANNA KOVAL

Example Press

VELNA (EP) — The two delegations met in the border village on Tuesday for the first time in eleven months, officials in both capitals said.

“Subscribe to peace, not to weapons,” the foreign minister told reporters outside the town hall.

Neither side gave any details of what was said behind the closed doors, but a person briefed on the talks called them polite.

“Sign up, sign up,” a street vendor shouted at the passing soldiers.

The talks had been planned for March and were put off twice.

___

Associated writers Jan Horak in Tarsk and Mira Solt in Velna contributed to this report.
";

#[test]
fn a_wire_story_comes_out_whole() {
    assert_nothing_lost(WIRE);
    let parts = text(WIRE);
    assert!(
        parts
            .body_text()
            .contains("Subscribe to peace, not to weapons")
    );
    assert!(parts.body_text().contains("Sign up, sign up"));
}

#[test]
fn the_body_of_a_mail_comes_out_whole() {
    assert_nothing_lost(
        "Dear Mira,

thank you for the call this morning. I spoke to the ministry again and they will not give the number of the soldiers who crossed the river.

Could you ask the embassy about the following:

- the date of the second meeting
- who was in the room
- whether the paper was signed

The driver says that the road is closed from Thursday on, so please do not take the bridge.

Best wishes
Anna

--
Anna Koval
Example Post, Foreign Desk
+00 000 000000
",
    );
}

#[test]
fn notes_typed_by_hand_come_out_whole() {
    assert_nothing_lost(
        "velna, tues

met J at the station. he says the convoy left at 5, not at 7 as the army claims
12 trucks (he counted)
4 buses, windows covered

share with M?
follow up: hospital
contact
the doctor said that nobody came in on monday night, and that the ward was closed on the colonel's orders.

print map
",
    );
}

#[test]
fn lines_that_a_program_broke_become_paragraphs_and_lose_nothing() {
    let paragraphs = [
        "The two delegations met in the border village on Tuesday for the first time in eleven months, officials in both capitals said, and agreed to meet again before the end of the summer in a place that was not named by anybody.",
        "Neither side gave any details of what was said behind the closed doors, but a person briefed on the talks called them polite and without result, and said that the two generals had not shaken hands.",
        "\"We will come back when there is something to sign,\" the minister said as he left for the airport in the afternoon, and added that he had slept very well.",
    ];
    let source = paragraphs.map(|text| wrapped(text, 72)).join("\n\n");
    let parts = text(&source);
    let blocks: Vec<&str> = parts
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect();
    assert_eq!(blocks, paragraphs);
}

#[test]
fn double_spaced_text_comes_out_whole() {
    let source = "Border talks end\n\n\n\nThe two delegations met in the border village on Tuesday.\n\n\n\nNobody said what the paper on the table was about.\n\n\n\nComments from the ministry were not to be had.\n\n\n\nThe bridge stays closed.\n";
    assert_nothing_lost(source);
    assert_eq!(text(source).blocks.len(), 4);
}

#[test]
fn a_list_of_names_under_a_story_is_no_menu() {
    assert_nothing_lost(
        "Who sat at the table

The delegations were led by the two ministers, and each had brought five people of its own choice.

They talked for three hours and then drove home, the villagers said, in the rain and without lights.

Nobody on either side would say afterwards which of them had spoken first, or for how long he had spoken.

Anna Koval, minister
Jan Horak, general
Mira Solt, interpreter
Petr Lan, lawyer
",
    );
}

/// `text` broken before the word that would pass `width`.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        if length > 0 && length + 1 + word.len() > width {
            out.push('\n');
            length = 0;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += word.len();
    }
    out
}
