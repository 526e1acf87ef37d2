//! Names of months, as news pages print them.

/// The month that a lower-case word names, 1 to 12, Gregorian calendar.
pub(super) fn gregorian(word: &str) -> Option<u8> {
    let bare = word.trim_end_matches('.');
    find(GREGORIAN, bare).or_else(|| hebrew_with_prefix(bare))
}

/// The month that a word names in the Solar Hijri calendar of Iran and Afghanistan.
pub(super) fn solar_hijri(word: &str) -> Option<u8> {
    find(SOLAR_HIJRI, word)
}

fn find(table: &[(u8, &[&str])], word: &str) -> Option<u8> {
    table
        .iter()
        .find(|(_, names)| names.contains(&word))
        .map(|&(month, _)| month)
}

/// Hebrew writes "in May" as one word: במאי.
fn hebrew_with_prefix(word: &str) -> Option<u8> {
    find(GREGORIAN, word.strip_prefix('ב')?)
}

/// True for names of days of the week, which stand beside a date and say nothing more.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word.trim_end_matches('.'))
}

#[rustfmt::skip]
const GREGORIAN: &[(u8, &[&str])] = &[
    (1, &[
        "january", "jan", "janvier", "janv", "januar", "jänner", "jän", "enero", "ene", "janeiro", "gennaio", "gen",
        "января", "январь", "янв", "січня", "січень", "січ", "يناير", "كانون الثاني", "جانفي", "ژانویه", "ינואר",
        "ינו", "ocak", "oca", "stycznia", "styczeń", "sty", "januari", "ledna", "leden", "január", "ianuarie",
        "ιανουαρίου", "ιαν", "januára", "tammikuuta", "जनवरी", "জানুয়ারি", "มกราคม", "ม.ค", "tháng 1", "jaan",
        "януари", "януарі", "студзеня", "جنوری",
    ]),
    (2, &[
        "february", "feb", "février", "févr", "fév", "fevrier", "februar", "feber", "febrero", "fevereiro", "fev",
        "febbraio", "febb", "февраля", "февраль", "фев", "февр", "лютого", "лютий", "лют", "فبراير", "شباط", "فيفري",
        "فوریه", "פברואר", "פבר", "şubat", "şub", "lutego", "luty", "lut", "februari", "února", "únor", "február",
        "februarie", "φεβρουαρίου", "φεβ", "helmikuuta", "फरवरी", "फ़रवरी", "ফেব্রুয়ারি", "กุมภาพันธ์", "ก.พ",
        "февруари", "лютага", "فروری",
    ]),
    (3, &[
        "march", "mar", "mars", "märz", "mär", "mrz", "marzo", "março", "marco", "марта", "март", "мар", "березня",
        "березень", "бер", "مارس", "آذار", "מרץ", "מרס", "mart", "marca", "marzec", "maart", "mrt", "března", "březen",
        "március", "martie", "μαρτίου", "μαρ", "maaliskuuta", "मार्च", "মার্চ", "มีนาคม", "มี.ค", "maret", "сакавіка",
        "مارچ",
    ]),
    (4, &[
        "april", "apr", "avril", "avr", "abril", "abr", "aprile", "апреля", "апрель", "апр", "квітня", "квітень",
        "квіт", "кві", "أبريل", "ابريل", "إبريل", "نيسان", "أفريل", "آوریل", "אפריל", "אפר", "nisan", "nis",
        "kwietnia", "kwiecień", "kwi", "dubna", "duben", "április", "aprilie", "απριλίου", "απρ", "huhtikuuta",
        "अप्रैल", "এপ্রিল", "เมษายน", "เม.ย", "април", "красавіка", "اپریل",
    ]),
    (5, &[
        "may", "mai", "mayo", "maio", "maggio", "mag", "мая", "май", "травня", "травень", "трав", "тра", "مايو",
        "أيار", "ايار", "ماي", "مه", "می", "מאי", "mayıs", "may", "maja", "maj", "mei", "května", "květen", "május",
        "μαΐου", "μαϊ", "μάι", "μαΐ", "toukokuuta", "मई", "মে", "พฤษภาคม", "พ.ค", "мај", "траўня", "mag", "مئی",
    ]),
    (6, &[
        "june", "jun", "juin", "juni", "junio", "junho", "giugno", "giu", "июня", "июнь", "июн", "червня", "червень",
        "черв", "чер", "يونيو", "يونيه", "حزيران", "جوان", "ژوئن", "יוני", "haziran", "haz", "czerwca", "czerwiec",
        "cze", "června", "červen", "június", "iunie", "ιουνίου", "ιουν", "kesäkuuta", "जून", "জুন", "มิถุนายน", "มิ.ย",
        "юни", "чэрвеня", "جون",
    ]),
    (7, &[
        "july", "jul", "juillet", "juil", "juli", "julio", "julho", "luglio", "lug", "июля", "июль", "июл", "липня",
        "липень", "лип", "يوليو", "يوليه", "تموز", "جويلية", "ژوئیه", "جولای", "יולי", "temmuz", "tem", "lipca",
        "lipiec", "lip", "července", "červenec", "július", "iulie", "ιουλίου", "ιουλ", "heinäkuuta", "जुलाई",
        "জুলাই", "กรกฎาคม", "ก.ค", "юли", "ліпеня", "جولائی",
    ]),
    (8, &[
        "august", "aug", "août", "aout", "agosto", "ago", "августа", "август", "авг", "серпня", "серпень", "серп",
        "сер", "أغسطس", "اغسطس", "آب", "أوت", "اوت", "אוגוסט", "אוג", "ağustos", "ağu", "sierpnia", "sierpień", "sie",
        "augustus", "srpna", "srpen", "augusztus", "αυγούστου", "αυγ", "elokuuta", "अगस्त", "আগস্ট", "สิงหาคม", "ส.ค",
        "agustus", "augusti", "жніўня", "اگست",
    ]),
    (9, &[
        "september", "sept", "sep", "septembre", "septiembre", "setiembre", "setembro", "set", "settembre", "sett",
        "сентября", "сентябрь", "сен", "сент", "вересня", "вересень", "вер", "سبتمبر", "شتنبر", "أيلول", "ايلول",
        "سپتامبر", "ספטמבר", "ספט", "eylül", "eyl", "września", "wrzesień", "wrz", "září", "szeptember", "septembrie",
        "σεπτεμβρίου", "σεπ", "syyskuuta", "सितंबर", "सितम्बर", "সেপ্টেম্বর", "กันยายน", "ก.ย", "септември", "верасня",
        "ستمبر",
    ]),
    (10, &[
        "october", "oct", "octobre", "oktober", "okt", "octubre", "outubro", "out", "ottobre", "ott", "октября",
        "октябрь", "окт", "жовтня", "жовтень", "жовт", "жов", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "اکتبر",
        "אוקטובר", "אוק", "ekim", "eki", "października", "październik", "paź", "října", "říjen", "október", "octombrie",
        "οκτωβρίου", "οκτ", "lokakuuta", "अक्टूबर", "अक्तूबर", "অক্টোবর", "ตุลาคม", "ต.ค", "октомври", "кастрычніка",
        "اکتوبر",
    ]),
    (11, &[
        "november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноябрь", "ноя", "нояб", "листопада",
        "листопад", "лист", "лис", "نوفمبر", "تشرين الثاني", "نونبر", "نوامبر", "נובמבר", "נוב", "kasım", "kas",
        "listopada", "listopad", "lis", "noiembrie", "νοεμβρίου", "νοε", "marraskuuta", "नवंबर", "नवम्बर", "নভেম্বর",
        "พฤศจิกายน", "พ.ย", "ноември", "лістапада", "نومبر",
    ]),
    (12, &[
        "december", "dec", "décembre", "déc", "decembre", "dezember", "dez", "diciembre", "dic", "dezembro", "dicembre",
        "декабря", "декабрь", "дек", "грудня", "грудень", "груд", "гру", "ديسمبر", "دجنبر", "كانون الأول",
        "كانون الاول", "دسامبر", "דצמבר", "דצמ", "aralık", "ara", "grudnia", "grudzień", "gru", "prosince", "prosinec",
        "decembrie", "δεκεμβρίου", "δεκ", "joulukuuta", "दिसंबर", "दिसम्बर", "ডিসেম্বর", "ธันวาคม", "ธ.ค", "desember",
        "des", "декември", "снежня", "دسمبر",
    ]),
];

#[rustfmt::skip]
const SOLAR_HIJRI: &[(u8, &[&str])] = &[
    (1, &["فروردین", "حمل"]),
    (2, &["اردیبهشت", "ثور"]),
    (3, &["خرداد", "جوزا"]),
    (4, &["تیر", "سرطان"]),
    (5, &["مرداد", "امرداد", "اسد"]),
    (6, &["شهریور", "سنبله"]),
    (7, &["مهر", "میزان"]),
    (8, &["آبان", "عقرب"]),
    (9, &["آذر", "قوس"]),
    (10, &["دی", "جدی"]),
    (11, &["بهمن", "دلو"]),
    (12, &["اسفند", "حوت"]),
];

#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do",
    "fr", "sa", "so", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "segunda", "terça",
    "quarta", "quinta", "sexta", "feira", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "понеділок", "вівторок", "середа",
    "четвер", "пятниця", "субота", "неділя", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "нд", "الاثنين", "الإثنين",
    "الثلاثاء", "الأربعاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الأحد", "الاحد", "دوشنبه", "سه‌شنبه", "سه", "شنبه",
    "چهارشنبه", "پنجشنبه", "جمعه", "یکشنبه", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
    "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "maandag", "dinsdag", "woensdag",
    "donderdag", "vrijdag", "zaterdag", "zondag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    "יום", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון", "सोमवार", "मंगलवार", "बुधवार", "गुरुवार",
    "शुक्रवार", "शनिवार", "रविवार", "월", "화", "수", "목", "금", "토", "월요일", "화요일", "수요일", "목요일", "금요일",
    "토요일", "일요일", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu",
];
