//! Which newspaper, agency or broadcaster a source comes from.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};
use memchr::memmem::Finder;

use super::words;

/// Names of outlets, the hosts they publish under, and short forms in file names and titles.
/// Data, not rules: an outlet that is missing here is found by the page's own words.
#[rustfmt::skip]
const OUTLETS: &[(&str, &[&str], &[&str])] = &[
    ("The Independent", &["independent.co.uk", "the-independent.com"], &["the independent", "independent"]),
    ("The Guardian", &["theguardian.com", "guardian.co.uk"], &["the guardian", "guardian"]),
    ("BBC News", &["bbc.co.uk", "bbc.com"], &["bbc news", "bbc"]),
    ("Reuters", &["reuters.com"], &["reuters"]),
    ("Associated Press", &["apnews.com", "ap.org"], &["associated press", "ap news", "apnews"]),
    ("AFP", &["afp.com"], &["agence france presse"]),
    ("The New York Times", &["nytimes.com"], &["the new york times", "new york times", "nytimes", "nyt"]),
    ("The Washington Post", &["washingtonpost.com"], &["the washington post", "washington post", "wapo"]),
    ("The Wall Street Journal", &["wsj.com"], &["the wall street journal", "wall street journal", "wsj"]),
    ("Financial Times", &["ft.com"], &["financial times"]),
    ("The Economist", &["economist.com"], &["the economist", "economist"]),
    ("The Times", &["thetimes.co.uk", "thetimes.com"], &["the times"]),
    ("The Telegraph", &["telegraph.co.uk"], &["the telegraph", "telegraph"]),
    ("CNN", &["cnn.com"], &["cnn"]),
    ("NPR", &["npr.org"], &["npr"]),
    ("Bloomberg", &["bloomberg.com"], &["bloomberg"]),
    ("Politico", &["politico.com", "politico.eu"], &["politico"]),
    ("Foreign Policy", &["foreignpolicy.com"], &["foreign policy"]),
    ("Al Jazeera", &["aljazeera.com"], &["al jazeera", "aljazeera"]),
    ("الجزيرة", &["aljazeera.net"], &["الجزيرة"]),
    ("Deutsche Welle", &["dw.com"], &["deutsche welle"]),
    ("Der Spiegel", &["spiegel.de"], &["der spiegel", "spiegel"]),
    ("Die Zeit", &["zeit.de"], &["die zeit", "zeit online"]),
    ("Süddeutsche Zeitung", &["sueddeutsche.de", "sz.de"], &["süddeutsche zeitung", "sueddeutsche"]),
    ("Frankfurter Allgemeine Zeitung", &["faz.net"], &["frankfurter allgemeine", "faz"]),
    ("Tagesschau", &["tagesschau.de"], &["tagesschau"]),
    ("Le Monde", &["lemonde.fr"], &["le monde", "lemonde"]),
    ("Le Figaro", &["lefigaro.fr"], &["le figaro", "lefigaro"]),
    ("Libération", &["liberation.fr"], &["libération", "liberation"]),
    ("France 24", &["france24.com"], &["france 24", "france24"]),
    ("RFI", &["rfi.fr"], &["rfi"]),
    ("El País", &["elpais.com"], &["el país", "elpais"]),
    ("El Mundo", &["elmundo.es"], &["el mundo", "elmundo"]),
    ("La Vanguardia", &["lavanguardia.com"], &["la vanguardia"]),
    ("Folha de S.Paulo", &["folha.uol.com.br"], &["folha de s paulo", "folha"]),
    ("Corriere della Sera", &["corriere.it"], &["corriere della sera", "corriere"]),
    ("la Repubblica", &["repubblica.it"], &["la repubblica", "repubblica"]),
    ("ANSA", &["ansa.it"], &["ansa"]),
    ("ТАСС", &["tass.ru"], &["тасс"]),
    ("TASS", &["tass.com"], &["tass"]),
    ("РИА Новости", &["ria.ru"], &["риа новости"]),
    ("Интерфакс", &["interfax.ru"], &["интерфакс"]),
    ("Коммерсантъ", &["kommersant.ru"], &["коммерсантъ", "kommersant"]),
    ("Медуза", &["meduza.io"], &["медуза", "meduza"]),
    ("Новая газета", &["novayagazeta.ru", "novayagazeta.eu"], &["новая газета"]),
    ("Українська правда", &["pravda.com.ua"], &["українська правда", "ukrainska pravda"]),
    ("The Kyiv Independent", &["kyivindependent.com"], &["kyiv independent"]),
    ("Ukrinform", &["ukrinform.net", "ukrinform.ua"], &["ukrinform"]),
    ("Radio Free Europe/Radio Liberty", &["rferl.org"], &["rferl", "radio free europe"]),
    ("Voice of America", &["voanews.com"], &["voice of america", "voa"]),
    ("Haaretz", &["haaretz.com", "haaretz.co.il"], &["haaretz"]),
    ("The Times of Israel", &["timesofisrael.com"], &["times of israel"]),
    ("IRNA", &["irna.ir"], &["irna"]),
    ("Anadolu Ajansı", &["aa.com.tr"], &["anadolu ajansı", "anadolu"]),
    ("Hürriyet", &["hurriyet.com.tr"], &["hürriyet", "hurriyet"]),
    ("新华社", &["xinhuanet.com", "news.cn"], &["新华社", "新华网"]),
    ("人民网", &["people.com.cn"], &["人民网", "人民日报"]),
    ("South China Morning Post", &["scmp.com"], &["south china morning post", "scmp"]),
    ("Global Times", &["globaltimes.cn"], &["global times"]),
    ("NHK", &["nhk.or.jp"], &["nhk"]),
    ("朝日新聞", &["asahi.com"], &["朝日新聞"]),
    ("読売新聞", &["yomiuri.co.jp"], &["読売新聞"]),
    ("毎日新聞", &["mainichi.jp"], &["毎日新聞"]),
    ("The Japan Times", &["japantimes.co.jp"], &["japan times"]),
    ("Nikkei Asia", &["asia.nikkei.com"], &["nikkei asia"]),
    ("연합뉴스", &["yna.co.kr"], &["연합뉴스"]),
    ("Yonhap News Agency", &["en.yna.co.kr"], &["yonhap"]),
    ("조선일보", &["chosun.com"], &["조선일보"]),
    ("중앙일보", &["joongang.co.kr"], &["중앙일보"]),
    ("한겨레", &["hani.co.kr"], &["한겨레"]),
    ("조선중앙통신", &["kcna.kp"], &["조선중앙통신", "kcna"]),
    ("NK News", &["nknews.org"], &["nk news", "nknews"]),
    ("The Hindu", &["thehindu.com"], &["the hindu"]),
    ("The Times of India", &["timesofindia.indiatimes.com"], &["times of india"]),
    ("The Indian Express", &["indianexpress.com"], &["indian express"]),
    ("Dawn", &["dawn.com"], &["dawn"]),
    ("CBC News", &["cbc.ca"], &["cbc news", "cbc"]),
    ("The Globe and Mail", &["theglobeandmail.com"], &["globe and mail"]),
    ("ABC News", &["abcnews.go.com", "abc.net.au"], &["abc news"]),
    ("The Sydney Morning Herald", &["smh.com.au"], &["sydney morning herald", "smh"]),
];

/// The outlet that publishes under an address's host.
pub(crate) fn of_address(address: &str) -> Option<&'static str> {
    let parsed = url::Url::parse(address).ok()?;
    let host = parsed.host_str()?.to_ascii_lowercase();
    // The longest host wins: en.yna.co.kr is another outlet than yna.co.kr.
    let matching = |known: &str| host == known || host.ends_with(&format!(".{known}"));
    let hosts = OUTLETS
        .iter()
        .flat_map(|(name, hosts, _)| hosts.iter().map(move |h| (*name, *h)));
    hosts
        .filter(|(_, h)| matching(h))
        .max_by_key(|(_, h)| h.len())
        .map(|(name, _)| name)
}

/// The outlet whose name is `text`, apart from case, articles and punctuation.
pub(crate) fn of_name(text: &str) -> Option<&'static str> {
    NAMES.get(words::same_key(text).as_str()).copied()
}

/// All names and short forms, as keys.
static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (name, _, short) in OUTLETS {
        for form in std::iter::once(name).chain(*short) {
            names.entry(words::same_key(form)).or_insert(*name);
        }
    }
    names
});

/// The outlet that a file name starts or ends with: `independent-2022-05-10.txt`, `kim-putin_bbc.html`.
pub(crate) fn of_file_name(file_name: &str) -> Option<&'static str> {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem);
    let key = words::same_key(&stem.replace('_', " "));
    let found = OUTLETS.iter().flat_map(|(name, hosts, short)| {
        let hosts = hosts.iter().map(|h| words::same_key(h));
        short
            .iter()
            .map(|s| (*s).to_owned())
            .chain(hosts)
            .map(move |s| (*name, s))
    });
    found
        .filter(|(_, short)| {
            let starts = key
                .strip_prefix(short.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            let ends = key
                .strip_suffix(short.as_str())
                .is_some_and(|rest| rest.ends_with(' '));
            // One-word names that are also common words must be all there is beside a date.
            (starts || ends) && (short.contains(' ') || short.len() > 3 || key.len() > short.len())
        })
        .max_by_key(|(_, short)| short.len())
        .map(|(name, _)| name)
}

/// An outlet named by the page about itself, with the words that say so.
pub(crate) fn of_words(line: &str) -> Option<(String, String)> {
    let collapsed = words::collapse(line);
    for ((before, after), finder) in SELF_MENTIONS.iter().zip(&*BEGINNINGS) {
        let Some(at) = finder.find(collapsed.as_bytes()) else {
            continue;
        };
        let rest = &collapsed[at + before.len()..];
        let name = if after.is_empty() {
            rest
        } else {
            rest.split_once(after)
                .map(|(name, _)| name)
                .unwrap_or_default()
        };
        let name = strip_years(name)
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_owned();
        let name = name
            .split(['.', '|', '–', '—', ','])
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        let capital = name
            .chars()
            .next()
            .is_some_and(|c| !c.is_lowercase() && c.is_alphabetic());
        if !capital || words::count(&name) > 5 || name.chars().count() < 2 {
            continue;
        }
        let known = of_name(&name).map(str::to_owned);
        if let Some(name) = known
            .or(Some(name).filter(|_| before.starts_with(['©', 'C']) || after.contains("readers")))
        {
            let said = if after.is_empty() {
                words::shorten(&collapsed, 60)
            } else {
                words::shorten(
                    &format!(
                        "{before}{}",
                        rest.split_once(after)
                            .map(|(n, _)| format!("{n}{after}"))
                            .unwrap_or_default()
                    ),
                    60,
                )
            };
            return Some((name, said.trim().to_owned()));
        }
    }
    None
}

/// Phrases around an outlet's name in its own furniture.
#[rustfmt::skip]
const SELF_MENTIONS: &[(&str, &str)] = &[
    ("follow other ", " readers"), ("other ", " readers and"), ("Sign up to ", " newsletter"), ("Subscribe to ", " newsletter"),
    ("Read more from ", ""), ("Copyright © ", ""), ("©", ""), ("Copyright ", ""), ("Follow ", " on "), ("Support ", " journalism"),
    ("Download the ", " app"), ("Download ", " app"),
];

/// What finds the first part of each.
static BEGINNINGS: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| {
    SELF_MENTIONS
        .iter()
        .map(|(before, _)| Finder::new(*before))
        .collect()
});

fn strip_years(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        c.is_numeric() || c.is_whitespace() || matches!(c, '-' | '–' | ',' | '.' | '©')
    })
}

/// What stands after the last separator of a page's title: `… | Reuters`, `… - BBC News`.
pub(crate) fn title_suffix(title: &str) -> Option<&str> {
    let at = SUFFIX_MARKS
        .iter()
        .filter_map(|mark| title.rfind(mark).map(|at| (at, mark.len())))
        .max()?;
    let suffix = title[at.0 + at.1..].trim();
    (!suffix.is_empty() && words::count(suffix) <= 5).then_some(suffix)
}

/// `title` without the site's name at its end or beginning.
pub(crate) fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    let title = title.trim();
    let is_site = |part: &str| {
        let key = words::same_key(part);
        let named = site.is_some_and(|site| {
            let site = words::same_key(site);
            !site.is_empty()
                && (key == site || (key.len() > 3 && (site.contains(&key) || key.contains(&site))))
        });
        named || of_name(part).is_some()
    };
    for mark in SUFFIX_MARKS {
        if let Some((before, after)) = title.rsplit_once(mark)
            && is_site(after)
            && !before.trim().is_empty()
        {
            return without_site(before, site);
        }
        if let Some((before, after)) = title.split_once(mark)
            && is_site(before)
            && words::count(after) >= 2
        {
            return after.trim();
        }
    }
    title
}

const SUFFIX_MARKS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "｜", "_", " / ", " ‹ ", " « ", "|",
];
