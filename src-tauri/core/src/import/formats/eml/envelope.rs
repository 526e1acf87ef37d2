//! Who sent a message, when, and what it is about.

use mail_parser::{HeaderName, Message, MimeHeaders};

use super::header;
use crate::domain::Facts;
use crate::extract::{looks_like_name, outlet_of_address};

/// What a message's header says.
#[derive(Debug, Default)]
pub(super) struct Envelope {
    /// Without `Fwd:` and the like.
    pub subject: Option<String>,
    pub sender: Sender,
    /// ISO 8601.
    pub date: Option<String>,
    /// Sent to many: a newsletter, an alert, a list.
    pub to_many: bool,
}

/// The sender's name and address.
#[derive(Debug, Default, Clone)]
pub(super) struct Sender {
    pub name: Option<String>,
    pub address: Option<String>,
}

/// Fields that only messages to many have.
const TO_MANY: &[&str] = &[
    "list-id",
    "list-unsubscribe",
    "list-post",
    "feedback-id",
    "x-campaign",
    "x-mailgun-tag",
    "x-google-alerts",
];

/// Words in the names of outlets and of what they send.
#[rustfmt::skip]
const OUTLET_WORDS: &[&str] = &[
    "daily", "times", "post", "news", "journal", "gazette", "herald", "tribune", "newsletter", "briefing", "weekly", "magazine", "review", "wire", "press", "agency",
    "digest", "alerts", "alert", "report", "today", "radio", "tv", "zeitung", "nachrichten", "tageblatt", "spiegel", "monde", "figaro", "diario", "noticias", "giornale", "gazeta",
    "вестник", "новости", "газета", "известия", "ministry", "embassy", "institute", "centre", "center", "council", "group", "office", "team",
];

/// Mailboxes that programs send from.
const SERVICES: &[&str] = &[
    "news",
    "noreply",
    "no-reply",
    "donotreply",
    "newsletter",
    "info",
    "alerts",
    "editor",
    "press",
    "hello",
    "contact",
    "redaktion",
    "subscriptions",
];

/// Words before a subject that say that it was forwarded or answered.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "fwd", "fw", "re", "aw", "wg", "tr", "rv", "enc", "res", "i", "r", "ref", "sv", "vs", "vl", "vb", "doorst", "antw", "odp", "pd", "ynt", "ilt",
    "转发", "轉寄", "回复", "回覆", "答复", "转", "전달", "답장", "転送", "返信", "הועבר", "השב", "إعادة توجيه", "رد", "пересл",
];

impl Envelope {
    pub(super) fn of(message: &Message) -> Self {
        let charset = message
            .parts
            .iter()
            .find_map(|part| part.content_type()?.attribute("charset"))
            .map(str::to_owned);
        let field = |name: HeaderName<'static>| {
            let root = message.parts.first()?;
            let header = root.headers.iter().find(|header| header.name == name)?;
            let range = header.offset_start as usize..header.offset_end as usize;
            let text = header::decode(message.raw_message.get(range)?, charset.as_deref());
            (!text.is_empty()).then_some(text)
        };
        let named = |name: &str| {
            message.parts.first().is_some_and(|root| {
                root.headers
                    .iter()
                    .any(|header| header.name.as_str().eq_ignore_ascii_case(name))
            })
        };
        let date = message
            .date()
            .cloned()
            .or_else(|| message.received().and_then(|received| received.date()))
            .filter(|date| date.is_valid())
            .map(|date| {
                let date = date.to_rfc3339();
                date.strip_suffix('Z')
                    .map_or(date.clone(), |bare| format!("{bare}+00:00"))
            });
        Self {
            subject: field(HeaderName::Subject).map(|subject| without_prefix(&subject)),
            sender: field(HeaderName::From)
                .map(|from| sender(&from))
                .unwrap_or_default(),
            date,
            to_many: TO_MANY.iter().any(|name| named(name)),
        }
    }

    /// What the header declares of the message's own text.
    pub(super) fn facts(&self) -> Facts {
        let mut facts = Facts {
            title: self.subject.clone().filter(|subject| !subject.is_empty()),
            published: self.date.clone(),
            saved: self.date.clone(),
            ..Facts::default()
        };
        self.sender.credit(&mut facts, self.to_many);
        facts
    }
}

impl Sender {
    /// Names the outlet or the writer: a newspaper's address is the newspaper's, a
    /// newsletter's other senders are outlets unless their name is a person's.
    pub(super) fn credit(&self, facts: &mut Facts, to_many: bool) {
        let domain = self
            .address
            .as_deref()
            .and_then(|address| address.rsplit_once('@'));
        let known = domain.and_then(|(_, domain)| outlet_of_address(&format!("https://{domain}/")));
        facts.outlet = known.map(str::to_owned);
        let Some(name) = self.name.as_deref() else {
            return;
        };
        let service = domain.is_some_and(|(_, domain)| domain.ends_with("google.com"));
        // "Anna Petrova from The Daily", "Anna Petrova at The Daily"
        let both = [" from ", " at ", " @ ", " von ", " via "]
            .iter()
            .find_map(|between| name.split_once(between))
            .filter(|(person, _)| looks_like_name(person));
        if let Some((person, outlet)) = both {
            facts.byline = vec![person.to_owned()];
            facts.outlet.get_or_insert(outlet.to_owned());
        } else if looks_like_name(name) && known.is_none() && !self.is_an_outlet(name) {
            facts.byline = vec![name.to_owned()];
        } else if (to_many || self.is_an_outlet(name)) && !service {
            facts.outlet.get_or_insert(name.to_owned());
        }
    }
}

impl Sender {
    /// A name in two capitalised words may be a person's or a paper's.
    fn is_an_outlet(&self, name: &str) -> bool {
        let lower = name.to_lowercase();
        let mailbox = self
            .address
            .as_deref()
            .and_then(|address| address.split('@').next());
        lower.starts_with("the ")
            || lower
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| OUTLET_WORDS.contains(&word))
            || mailbox
                .is_some_and(|mailbox| SERVICES.iter().any(|service| mailbox.starts_with(service)))
    }
}

/// `"Anna Petrova" <anna@example.org>` as name and address.
pub(super) fn sender(field: &str) -> Sender {
    let trim = |text: &str| {
        text.trim()
            .trim_matches(['"', '\'', '<', '>', '*'])
            .trim()
            .to_owned()
    };
    let (name, address) = match field.rsplit_once('<') {
        Some((name, address)) => (
            trim(name),
            trim(address.split('>').next().unwrap_or_default()),
        ),
        None if field.contains('@') => (String::new(), trim(field)),
        None => (trim(field), String::new()),
    };
    Sender {
        name: Some(name).filter(|name| !name.is_empty() && !name.contains('@')),
        address: Some(address.to_lowercase()).filter(|address| address.contains('@')),
    }
}

/// A subject without `Fwd:`, `Re[2]:`, `[list]`.
pub(super) fn without_prefix(subject: &str) -> String {
    let mut rest = subject.trim();
    for _ in 0..8 {
        let Some((word, after)) = rest.split_once([':', '：']) else {
            break;
        };
        let bare = word.trim().to_lowercase();
        let bare = bare.split(['[', '(']).next().unwrap_or_default().trim();
        if !PREFIXES.contains(&bare) || after.trim().is_empty() {
            break;
        }
        rest = after.trim();
    }
    rest.to_owned()
}
