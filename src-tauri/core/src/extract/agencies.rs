//! News agencies: their names, and the short forms that datelines and bylines print.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::words;

/// The name in use, and other forms. Data, not rules.
#[rustfmt::skip]
const AGENCIES: &[(&str, &[&str])] = &[
    ("AP", &["associated press", "the associated press", "ап", "ا ب", "أسوشيتد برس", "美联社", "美聯社", "ap通信"]),
    ("Reuters", &["thomson reuters", "reuters staff", "рейтер", "رويترز", "רויטרס", "路透社", "路透", "ロイター", "로이터", "ロイター通信"]),
    ("AFP", &["agence france presse", "afp relaxnews", "أ ف ب", "ا ف ب", "فرانس برس", "афп", "法新社", "afp通信", "afp時事"]),
    ("dpa", &["deutsche presse agentur", "dpa infocom", "د ب أ", "dpa afx"]),
    ("EFE", &["agencia efe", "efe agencia", "إفي"]),
    ("ANSA", &["agenzia ansa"]), ("Lusa", &["agência lusa", "agencia lusa"]), ("Belga", &["agence belga"]), ("ANP", &[]), ("APA", &["apa ots"]), ("SID", &[]),
    ("KNA", &[]), ("epd", &[]), ("Keystone-SDA", &["keystone sda ats", "keystone ats", "sda", "ats"]), ("PAP", &[]), ("ČTK", &["čtk", "ctk"]), ("MTI", &[]),
    ("NTB", &[]), ("Ritzau", &[]), ("TT", &[]), ("STT", &[]), ("PA Media", &["press association", "pa news agency", "pa"]), ("UPI", &["united press international"]),
    ("The Canadian Press", &["canadian press"]), ("AAP", &["australian associated press"]), ("Europa Press", &["europa press"]), ("askanews", &[]), ("Adnkronos", &[]),
    ("Estadão Conteúdo", &["estadao conteudo"]), ("Agência Brasil", &["agencia brasil"]), ("Folhapress", &[]), ("Télam", &["telam"]), ("Notimex", &[]), ("Prensa Latina", &[]),
    ("ТАСС", &["итар тасс"]), ("TASS", &["itar tass"]), ("РИА Новости", &["риа"]), ("RIA Novosti", &["ria"]), ("Интерфакс", &["interfax ru"]), ("Interfax", &["interfax ukraine"]),
    ("Укрінформ", &["укринформ"]), ("Ukrinform", &[]), ("УНІАН", &["униан"]), ("УНН", &[]), ("Інтерфакс-Україна", &["интерфакс украина"]), ("БелТА", &["белта"]), ("BelTA", &["belta"]),
    ("新华社", &["新華社", "新华网"]), ("Xinhua", &["xinhua news agency"]), ("中新社", &["中新网", "中国新闻社"]), ("中央社", &["中央通訊社"]), ("CNA", &["central news agency"]),
    ("共同通信", &["共同", "共同社", "共同通信社"]), ("Kyodo", &["kyodo news"]), ("時事通信", &["時事", "時事通信社"]), ("Jiji Press", &["jiji"]),
    ("연합뉴스", &[]), ("Yonhap", &["yonhap news agency"]), ("뉴시스", &["newsis"]), ("뉴스1", &["news1"]), ("조선중앙통신", &["朝鲜中央通讯社", "朝中社"]), ("KCNA", &[]),
    ("PTI", &["press trust of india"]), ("ANI", &["asian news international"]), ("IANS", &["indo asian news service"]), ("UNI", &[]), ("भाषा", &[]), ("APP", &[]), ("BSS", &[]),
    ("Antara", &[]), ("Bernama", &[]), ("VNA", &["ttxvn"]), ("PNA", &["philippine news agency"]),
    ("Anadolu", &["aa", "anadolu agency", "anadolu ajansı", "الأناضول"]), ("DHA", &[]), ("İHA", &["iha"]), ("ANKA", &[]),
    ("IRNA", &["ایرنا", "إرنا"]), ("ISNA", &["ایسنا"]), ("Tasnim", &["تسنیم"]), ("Mehr", &["مهر", "خبرگزاری مهر"]), ("Fars", &["فارس", "خبرگزاری فارس"]),
    ("SANA", &["سانا"]), ("WAM", &["وام"]), ("SPA", &["واس"]), ("QNA", &["قنا"]), ("KUNA", &["كونا"]), ("MENA", &["أ ش أ", "ا ش ا"]), ("WAFA", &["وفا"]), ("Petra", &["بترا"]),
    ("APS", &["واج"]), ("MAP", &["و م ع"]), ("TAP", &["وات"]), ("APO", &["apo group"]), ("NAN", &[]), ("Bloomberg", &["bloomberg news"]),
];

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (name, forms) in AGENCIES {
        for form in std::iter::once(name).chain(*forms) {
            names.entry(words::same_key(form)).or_insert(*name);
        }
    }
    names
});

/// The agency that `text` names, and nothing else.
pub(crate) fn named(text: &str) -> Option<&'static str> {
    let key = words::same_key(text);
    NAMES
        .get(&key)
        .or_else(|| NAMES.get(key.strip_prefix("the ")?))
        .copied()
}

/// As [`named`], for a form of which capitals are a part: `aa` and `ap` are words, `AA` is an agency.
pub(crate) fn printed(text: &str) -> Option<&'static str> {
    let name = named(text)?;
    let short = text.chars().filter(|c| c.is_alphabetic()).count() <= 4;
    let lower = text.chars().any(char::is_lowercase);
    (!short || !lower || matches!(text.trim(), "dpa" | "epd")).then_some(name)
}
