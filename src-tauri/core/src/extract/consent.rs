//! A page that holds nothing but the notice that asks for consent, saved in place of its
//! article.
//!
//! Such notices speak to their reader of partners, purposes and cookies, in the same words
//! on most sites: those that consent platforms write under IAB Europe's Transparency and
//! Consent Framework 2.2, whose purposes and their translations are public.

use super::words;
use crate::domain::{ArticleParts, BlockKind, Fate, Field, RemovalReason};

/// A notice of more words is followed by something else.
const LONGEST: usize = 500;
/// So many of a hundred words stand in paragraphs that ask for consent.
const PART: usize = 60;
/// So many different phrases are no accident.
const PHRASES_OF_NOTICE: usize = 2;

/// As [`words::cue_key`] writes lines. An article on the law of data has one of them, not
/// several in most of its paragraphs.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "we and our partners", "we and our #", "our partners use", "our # partners", "store and or access information", "store and access information",
    "access information on a device", "with your permission we", "consent to our", "your consent", "give consent", "withdraw consent",
    "personalised ads", "personalized ads", "personalised advertising", "personalized advertising", "precise geolocation data", "legitimate interest",
    "change your preferences", "manage your preferences", "manage your choices", "you may click to", "accept all", "reject all", "we use cookies",
    "uses cookies", "use of cookies", "this site uses", "similar technologies", "your privacy choices", "ad and content measurement",
    "nous et nos partenaires", "nos # partenaires", "nous et nos #", "votre consentement", "vos préférences", "tout accepter", "utilisons des cookies", "publicités personnalisées",
    "données de géolocalisation précises", "accéder à des informations",
    "wir und unsere", "unsere partner", "ihre einwilligung", "einwilligung widerrufen", "alle akzeptieren", "personalisierte werbung", "verwenden cookies",
    "genaue standortdaten", "berechtigtes interesse", "informationen auf einem gerät",
    "nosotros y nuestros", "nuestros socios", "su consentimiento", "tu consentimiento", "aceptar todo", "utilizamos cookies", "anuncios personalizados", "publicidad personalizada",
    "nós e os nossos", "nossos parceiros", "seu consentimento", "aceitar todos", "anúncios personalizados",
    "noi e i nostri", "nostri partner", "tuo consenso", "accetta tutto", "utilizziamo cookie", "annunci personalizzati",
    "wij en onze", "onze partners", "uw toestemming", "alles accepteren", "gepersonaliseerde advertenties",
    "my i nasi", "nasi partnerzy", "twoja zgoda", "spersonalizowane reklamy", "plików cookie",
    "мы и наши партнеры", "мы используем файлы cookie", "использует файлы cookie", "ваше согласие", "персонализированной рекламы", "принять все",
    "ми та наші партнери", "вашу згоду", "файли cookie", "biz ve ortaklarımız", "çerezleri kullanıyoruz", "kişiselleştirilmiş reklam", "tümünü kabul et",
];

/// Takes the body for a notice of consent where it is nothing else.
pub(super) fn take_out(parts: &mut ArticleParts) {
    if !is_notice(parts) {
        return;
    }
    parts.blocks.clear();
    for piece in &mut parts.pieces {
        if matches!(piece.fate, Fate::Body { .. } | Fate::Standfirst) {
            piece.fate = Fate::Removed {
                reason: RemovalReason::Consent,
                repeats: None,
            };
        }
    }
    parts.standfirst = None;
    parts
        .provenance
        .retain(|origin| origin.field != Field::Standfirst);
}

fn is_notice(parts: &ArticleParts) -> bool {
    let body = || {
        let text = parts.blocks.iter();
        text.filter(|block| block.kind != BlockKind::Caption)
            .map(|block| (words::count(&block.text), &block.text))
    };
    let mut all = 0;
    // Most pages have an article, and are left after a few paragraphs.
    if body().any(|(count, _)| {
        all += count;
        all > LONGEST
    }) {
        return false;
    }
    let mut met: Vec<&str> = Vec::new();
    let mut asking = 0;
    for (count, text) in body() {
        let key = words::cue_key(text);
        let before = met.len();
        met.extend(PHRASES.iter().filter(|phrase| key.contains(**phrase)));
        asking += if met.len() > before { count } else { 0 };
    }
    met.sort_unstable();
    met.dedup();
    met.len() >= PHRASES_OF_NOTICE && asking * 100 >= all * PART
}
