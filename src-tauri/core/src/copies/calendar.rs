//! Words that say on which day something was: what tells two texts of a series apart.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::words::hash_of;
use crate::text::fold;

pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(word)
}

pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(word)
}

/// `12일`, `12th`.
pub(super) fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number && matches!(&word[digits.len()..], "일" | "th" | "st" | "nd" | "rd")
}

/// 日, 号: the number before it is a day.
pub(super) fn is_day_sign(hash: u64) -> bool {
    DAY_SIGNS.contains(&hash)
}

static WEEKDAYS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(WEEKDAY_NAMES));
static MONTHS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(MONTH_NAMES));
static DAY_SIGNS: LazyLock<[u64; 2]> =
    LazyLock::new(|| ["日", "号"].map(|sign| hash_of(&fold(sign))));

fn folded(names: &str) -> HashSet<String> {
    names.split_whitespace().map(fold).collect()
}

/// In the languages that dates are read in, as a text uses them (Unicode CLDR,
/// `days/format/wide` and the cases that follow "on"). Short forms would be other
/// words too often.
const WEEKDAY_NAMES: &str = "
monday tuesday wednesday thursday friday saturday sunday
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
lunes martes miércoles jueves viernes sábado domingo
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta
lunedì martedì mercoledì giovedì venerdì sabato domenica
понедельник понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы
суббота субботу субботы воскресенье воскресенья
понеділок понеділка вівторок вівторка середа середу середи четвер четверга пʼятниця пʼятницю субота суботу неділя неділю неділі
الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه
שני שלישי רביעי חמישי שישי שבת ראשון
pazartesi salı çarşamba perşembe cuma cumartesi pazar
월요일 화요일 수요일 목요일 금요일 토요일 일요일
सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
";

const MONTH_NAMES: &str = "
january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
januar februar märz juni juli oktober dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
ژانویه فوریه آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
";
