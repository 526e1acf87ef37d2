//! A message that another one carries in its text.

use super::envelope::{self, Sender};
use super::lines::Line;
use crate::domain::{Facts, LineStyle};

/// Words of the line that mail programs put over a forwarded message.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "forwarded message", "original message", "begin forwarded message", "weitergeleitete nachricht", "ursprüngliche nachricht", "anfang der weitergeleiteten",
    "message transféré", "message transmis", "message d'origine", "début du message", "mensaje reenviado", "mensaje original", "mensagem encaminhada",
    "mensagem original", "messaggio inoltrato", "messaggio originale", "пересылаемое сообщение", "пересланное сообщение", "исходное сообщение", "переслане повідомлення", "转发的邮件",
    "原始邮件", "转发邮件信息", "轉寄的郵件", "転送されたメッセージ", "元のメッセージ", "전달된 메일", "원본 메일", "원본 메시지", "הודעה שהועברה", "رسالة معاد توجيهها", "iletilen ileti", "iletilmiş mesaj",
    "przekazana wiadomość", "doorgestuurd bericht", "oorspronkelijk bericht", "vidarebefordrat meddelande", "videresendt meddelelse",
];

#[rustfmt::skip]
const FROM: &[&str] = &[
    "from", "von", "de", "da", "от", "от кого", "від", "expéditeur", "发件人", "寄件者", "差出人", "보낸사람", "보낸 사람", "van", "od", "kimden", "gönderen", "מאת", "من", "från", "fra",
];
#[rustfmt::skip]
const DATE: &[&str] = &[
    "date", "sent", "datum", "gesendet", "envoyé", "enviado", "enviado el", "fecha", "data", "inviato", "дата", "отправлено", "надіслано", "发送时间", "日期", "时间", "送信日時", "日付",
    "날짜", "보낸 날짜", "보낸날짜", "verzonden", "tarih", "gönderildi", "תאריך", "נשלח", "التاريخ", "تاريخ", "wysłano", "skickat", "dato",
];
#[rustfmt::skip]
const SUBJECT: &[&str] = &[
    "subject", "betreff", "objet", "asunto", "oggetto", "assunto", "тема", "主题", "主題", "主旨", "件名", "제목", "onderwerp", "temat", "konu", "נושא", "الموضوع", "ämne", "emne",
];
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "to", "cc", "bcc", "an", "à", "para", "a", "кому", "копия", "kopie", "收件人", "抄送", "宛先", "받는사람", "받는 사람", "참조", "aan", "do", "kime", "reply-to", "antwort an", "אל",
    "إلى", "till", "til", "répondre à", "responder a", "importance", "attachments",
];

/// Lines after a mark or a `From:` within which the header ends.
const HEADER: usize = 14;

/// A forwarded message among the lines.
pub(super) struct Forwarded {
    /// Its text begins here.
    pub text: usize,
    pub subject: Option<String>,
    date: Option<String>,
    from: Sender,
}

/// The innermost message that is carried and has text.
pub(super) fn find(lines: &[Line]) -> Option<Forwarded> {
    let mut found = None;
    let mut at = 0;
    while at < lines.len() {
        match header_at(lines, at) {
            Some(header) => {
                at = header.text;
                let told = lines.get(header.text..).unwrap_or_default();
                if told.iter().any(Line::is_running) {
                    found = Some(header);
                }
            }
            None => at += 1,
        }
    }
    found
}

/// The header that starts at a line, with or without a mark over it.
fn header_at(lines: &[Line], at: usize) -> Option<Forwarded> {
    let marked = lines.get(at).is_some_and(is_mark);
    let first = at + usize::from(marked);
    let mut header = Forwarded {
        text: first,
        subject: None,
        date: None,
        from: Sender::default(),
    };
    let (mut sent, mut gap) = (false, 0);
    for (place, line) in lines.iter().enumerate().skip(first).take(HEADER) {
        let Some((kind, value)) = field(&line.text) else {
            // A list of receivers runs over several lines.
            gap += 1;
            if gap > 2 || place == first && !marked || line.is_running() {
                break;
            }
            continue;
        };
        gap = 0;
        match kind {
            Kind::From if !sent => {
                header.from = envelope::sender(value);
                sent = true;
            }
            Kind::Date => header.date = Some(value.to_owned()),
            Kind::Subject => header.subject = Some(envelope::without_prefix(value)),
            Kind::From | Kind::Other => {}
        }
        header.text = place + 1;
        if place == first && !marked && kind != Kind::From {
            break;
        }
    }
    let whole = sent && (header.subject.is_some() || header.date.is_some() && marked);
    (whole && header.text > first).then_some(header)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    From,
    Date,
    Subject,
    Other,
}

/// `Subject: …`, also as `*Subject:* …`.
fn field(text: &str) -> Option<(Kind, &str)> {
    let (label, value) = text.split_once([':', '：'])?;
    let label = label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '>' | '|'));
    if label.chars().count() > 20 {
        return None;
    }
    let label = label.to_lowercase();
    let kinds = [
        (Kind::From, FROM),
        (Kind::Date, DATE),
        (Kind::Subject, SUBJECT),
        (Kind::Other, OTHER),
    ];
    let (kind, _) = kinds
        .into_iter()
        .find(|(_, labels)| labels.contains(&label.as_str()))?;
    Some((
        kind,
        value.trim_matches(|c: char| c.is_whitespace() || c == '*'),
    ))
}

fn is_mark(line: &Line) -> bool {
    let text = line.text.trim();
    let dashed =
        text.starts_with(['-', '_', '=', '—', '*', '>']) || text.ends_with([':', '：', '-']);
    let lower = text.to_lowercase().replace('’', "'");
    dashed && text.chars().count() < 80 && MARKS.iter().any(|mark| lower.contains(mark))
}

impl Forwarded {
    /// What is declared of the carried message; what the carrier's own header says is of another.
    pub(super) fn facts(&self, carrier: &Facts) -> Facts {
        let mut facts = Facts {
            title: self.subject.clone().or_else(|| carrier.title.clone()),
            published: self.date.clone(),
            saved: carrier.saved.clone(),
            ..Facts::default()
        };
        self.from.credit(&mut facts, true);
        facts
    }
}

/// Everything before the carried text becomes furniture.
pub(super) fn set_apart(lines: &mut [Line], text: usize) {
    for line in lines.iter_mut().take(text) {
        line.style = LineStyle::Furniture;
    }
}
