//! The text of a message, out of the parts that say the same in several ways.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::envelope::Envelope;
use super::lines::Line;
use super::plain;
use crate::domain::LineStyle;
use crate::extract::{self, MediaType, SourceHints, count_words, lines_of_page};

/// Words of a link on its own that is a button rather than a headline.
const BUTTON_WORDS: usize = 4;

/// More of a message's text is not read, in bytes; the rest stays in the kept original.
const TEXT_LIMIT: usize = 4 * 1024 * 1024;

/// The lines of a message's own text. A newsletter is read as it was laid out, a letter
/// as it was typed.
pub(super) fn lines(message: &Message, envelope: &Envelope) -> Vec<Line> {
    let parts = |of: &[u32], html: bool| -> Vec<&MessagePart> {
        of.iter()
            .filter_map(|&at| message.part(at))
            .filter(|part| match part.body {
                PartType::Html(_) => html,
                PartType::Text(_) => !html,
                _ => false,
            })
            .collect()
    };
    let html = parts(&message.html_body, true);
    let text = parts(&message.text_body, false);
    let typed: Vec<Line> = text
        .iter()
        .flat_map(|part| of_text(part, message))
        .collect();
    let told = |lines: &[Line]| -> usize { lines.iter().map(|line| count_words(&line.text)).sum() };
    if html.is_empty() || !envelope.to_many && told(&typed) > 0 {
        // A stub that only says where the page is stands beside the page itself.
        let laid_out: Vec<Line> = html
            .iter()
            .flat_map(|part| of_html(part, message, envelope.to_many))
            .collect();
        return if told(&laid_out) > told(&typed) * 2 {
            laid_out
        } else {
            typed
        };
    }
    let laid_out: Vec<Line> = html
        .iter()
        .flat_map(|part| of_html(part, message, envelope.to_many))
        .collect();
    if laid_out.is_empty() { typed } else { laid_out }
}

fn of_text(part: &MessagePart, message: &Message) -> Vec<Line> {
    let says = |name: &str, value: &str| {
        part.content_type()
            .and_then(|kind| kind.attribute(name))
            .is_some_and(|said| said.eq_ignore_ascii_case(value))
    };
    plain::lines(
        &text(part, message),
        says("format", "flowed"),
        says("delsp", "yes"),
    )
}

fn of_html(part: &MessagePart, message: &Message, to_many: bool) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut answered = false;
    for block in lines_of_page(&text(part, message)) {
        let mut line = Line {
            text: block.line.text,
            style: block.line.style,
            level: block.level,
            linked: block.linked,
        };
        // What stands under "Anna wrote:" was written before.
        if plain::is_attribution(&line.text) {
            answered = true;
            line.style = LineStyle::Furniture;
        } else if answered && line.style == LineStyle::Quote {
            line.style = LineStyle::Furniture;
        }
        if to_many && is_about_the_mail(&line.text) {
            line.style = LineStyle::Furniture;
        }
        let button = line.linked && line.level == 0 && count_words(&line.text) <= BUTTON_WORDS;
        if button {
            line.style = LineStyle::Furniture;
        }
        out.push(line);
    }
    out
}

/// Words with which a newsletter speaks of itself.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "unsubscribe", "view in browser", "view this email", "view online", "email preferences", "manage preferences", "manage your subscription", "you are receiving this",
    "you receive this", "you received this", "you're receiving this", "abmelden", "abbestellen", "im browser", "se désabonner", "désinscrire", "dans votre navigateur",
    "darse de baja", "cancelar suscripción", "cancelar a assinatura", "en el navegador", "annulla l'iscrizione", "отписаться", "вы получили это письмо", "в браузере", "відписатися",
    "退订", "取消订阅", "取消訂閱", "配信停止", "수신거부", "수신 거부", "إلغاء الاشتراك", "abonelikten çık", "uitschrijven", "afmelden", "wypisz",
];

/// A line about the message rather than of its stories.
fn is_about_the_mail(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    count_words(&lower) <= 40 && ABOUT.iter().any(|words| lower.contains(words))
}

/// A part's text in the encoding that it declares, or that its bytes are in.
fn text(part: &MessagePart, message: &Message) -> String {
    let bytes = bytes(part, message);
    let charset = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"));
    // "us-ascii" is what programs write that know nothing of encodings.
    let charset = charset.filter(|name| !name.eq_ignore_ascii_case("us-ascii"));
    let media = match part.body {
        PartType::Html(_) => MediaType::Html,
        _ => MediaType::Text,
    };
    let hints = SourceHints {
        charset,
        ..SourceHints::of(media)
    };
    let mut text = extract::decode(&bytes, &hints).text;
    text.truncate(text.floor_char_boundary(TEXT_LIMIT));
    text
}

/// A part's bytes without their transfer encoding.
pub(super) fn bytes(part: &MessagePart, message: &Message) -> Vec<u8> {
    let range = part.offset_body as usize..part.offset_end as usize;
    let raw = message.raw_message.get(range).unwrap_or_default();
    let decoded = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::Base64 => base64_decode(raw),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
    };
    decoded.unwrap_or_else(|| part.contents().to_vec())
}
