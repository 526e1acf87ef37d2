//! Which way of inflecting Latin-letter names a text follows: told from its smallest words,
//! because that costs almost nothing, and only clear answers are needed.

use std::sync::LazyLock;

use foldhash::HashMap;

use crate::entities::letters_hash::hash_of;

/// Languages that inflect names in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Speech {
    /// Putins: German, Dutch, the Scandinavian languages.
    Germanic,
    /// Polish, Czech, Slovak, Slovene, Croatian, Serbian, Bosnian.
    Slavic,
    Hungarian,
    /// Finnish and Estonian.
    Finnic,
    Turkic,
    Romanian,
    Baltic,
    /// English, the Romance languages and what else leaves names as they are.
    Unchanging,
}

/// Words that carry sentences, folded, and few languages share.
const WORDS: &[(Speech, &str)] = &[
    (
        Speech::Germanic,
        "und mit ist nicht auch fur auf eine einen wurde nach bei oder uber zum zur wird der dem \
         sich het een van niet met voor zijn wordt naar ook och att det som inte till fran var og \
         er ikke fra blev ble efter etter sier sagt",
    ),
    (
        Speech::Slavic,
        "w z sie ze nie jest przez oraz ktory ktora ktore juz tym tego byl byla bylo dla jego jej \
         jsou ktery ktera jako podle jeho tak pri ve ako sa bol bola podla su koji koja koje iz kao \
         nije bio bila sto ali ter tudi bil kot ki pa na po od",
    ),
    (
        Speech::Hungarian,
        "az hogy nem volt egy meg mint azt vagy csak szerint ezt lesz kell mar is ki",
    ),
    (
        Speech::Finnic,
        "ja ei etta oli joka mutta myos kun hanen tai kuin ovat ning kui mis selle aga ka jotka \
         olla han sen",
    ),
    (
        Speech::Turkic,
        "ve bir bu icin ile olarak olan daha cok gibi sonra ancak kadar ucun oldugunu edildi etti \
         dedi da",
    ),
    (
        Speech::Romanian,
        "si din cu care este pentru fost sunt intre dupa prin catre lui mai sau acest va",
    ),
    (
        Speech::Baltic,
        "ir kad yra buvo apie bet kuris tai iki nuo kas par uz bija gan lai tika kuri",
    ),
    (
        Speech::Unchanging,
        "the of and to in that was for with from by said his her it at as were which has have \
         le les des du et dans que pour une qui sur est pas aux el los las del y por con una \
         para su os do em um uma com nao dos ao il di che della per sono gli dei nel i dhe nje te \
         dan yang di dengan untuk ini la de un se",
    ),
];

static SPOKEN: LazyLock<HashMap<u64, Speech>> = LazyLock::new(|| {
    (WORDS.iter())
        .flat_map(|(speech, words)| words.split_whitespace().map(|word| (word, *speech)))
        .map(|(word, speech)| (hash_of(word.chars()), speech))
        .collect()
});

/// Words of a text that are enough to tell.
const SAMPLE: usize = 150;
/// Letters of the longest of [`WORDS`].
const LONGEST: usize = 9;
/// Telling words that a text has at least.
const ENOUGH: usize = 3;

impl Speech {
    const ALL: [Self; 8] = [
        Self::Germanic,
        Self::Slavic,
        Self::Hungarian,
        Self::Finnic,
        Self::Turkic,
        Self::Romanian,
        Self::Baltic,
        Self::Unchanging,
    ];

    /// Letters of the longest ending that names take: fewer are looked up where it is short.
    pub fn longest_ending(self) -> usize {
        match self {
            Self::Unchanging => 0,
            Self::Germanic => 2,
            _ => super::latin::LONGEST_ENDING,
        }
    }

    /// Of an ISO 639 code.
    pub fn of_language(code: &str) -> Self {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        match primary {
            "de" | "nl" | "sv" | "da" | "no" | "nb" | "nn" => Self::Germanic,
            "pl" | "cs" | "sk" | "sl" | "hr" | "sr" | "bs" => Self::Slavic,
            "hu" => Self::Hungarian,
            "fi" | "et" => Self::Finnic,
            "tr" | "az" => Self::Turkic,
            "ro" => Self::Romanian,
            "lt" | "lv" => Self::Baltic,
            _ => Self::Unchanging,
        }
    }

    /// Of a text, by its folded words; unchanging if that is not clear.
    pub fn of_words<'a>(words: impl Iterator<Item = &'a [char]>) -> Self {
        let mut counts = [0; Self::ALL.len()];
        for word in words.take(SAMPLE).filter(|word| word.len() <= LONGEST) {
            let spoken = SPOKEN.get(&hash_of(word.iter().copied()));
            let place = spoken.and_then(|speech| Self::ALL.iter().position(|one| one == speech));
            if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                *count += 1;
            }
        }
        let mut ranked: Vec<(usize, Self)> = counts.into_iter().zip(Self::ALL).collect();
        ranked.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        match ranked.as_slice() {
            [(most, speech), (second, _), ..] if *most >= ENOUGH && most * 2 > second * 3 => {
                *speech
            }
            _ => Self::Unchanging,
        }
    }
}
