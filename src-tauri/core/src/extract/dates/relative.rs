//! Dates that only the time of saving makes a day of: `3 hours ago`, `вчера`, `10 May, 16:14`.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};

use super::months::{self, Calendar};
use super::printed::{DateHints, Day, FoundDate, Grade, with_time};
use super::token::{Token, fold, tokens};
use super::{calendar, machine};
use crate::domain::PrintedTime;
use crate::extract::SourceHints;

/// Longest line that is searched, in bytes: such dates stand alone.
const LONGEST: usize = 200;

/// The date in `line` counted from the time of saving; `None` where that is not known.
/// No more precise than what was printed: `3 hours ago` is a day, `2 months ago` a month.
pub(crate) fn find_relative(line: &str, hints: &DateHints<'_>) -> Option<FoundDate> {
    let saved = hints.saved?;
    if line.len() > LONGEST {
        return None;
    }
    let tokens = tokens(line);
    ago(line, &tokens, saved)
        .or_else(|| named_day(line, &tokens, saved, hints))
        .or_else(|| without_year(line, &tokens, saved, hints))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// Folded words for units, in the forms that stand beside a number.
static UNITS: LazyLock<HashMap<String, Unit>> = LazyLock::new(|| {
    let table: [(Unit, &str); 7] = [
        (
            Unit::Second,
            "second seconds sec secs seconde secondes sekunde sekunden segundo segundos secondi секунд секунды секунду saniye ثانية ثوان ثانیه שניות सेकंड \
          sekund detik giây δευτερόλεπτα sekunder",
        ),
        (
            Unit::Minute,
            "minute minutes min mins m minuten minuto minutos minuti минут минуты минуту мин хвилин хвилини хвилину хв دقيقة دقائق دقیقه דקות דקה dakika dk \
          मिनट menit minut minuty minuter minutter phút λεπτά λεπτό minuut minuta",
        ),
        (
            Unit::Hour,
            "hour hours hr hrs h heure heures stunde stunden std hora horas ora ore час часа часов годин години годину год ساعة ساعات ساعت שעות שעה saat घंटे घंटा \
          jam godzin godziny godzinę godz hodin hodiny hodinou uur timmar timme timer time giờ ώρες ώρα",
        ),
        (
            Unit::Day,
            "day days d jour jours tag tage tagen día días dia dias giorno giorni день дня дней дні днів يوم أيام ايام روز ימים יום gün दिन hari dzień dni \
          dny dnů dagen dag dagar dage ngày μέρες ημέρες ημέρα",
        ),
        (
            Unit::Week,
            "week weeks w semaine semaines woche wochen semana semanas settimana settimane неделю недели недель тиждень тижні тижнів أسبوع أسابيع اسبوع هفته שבועות שבוע \
          hafta सप्ताह हफ्ते हफ़्ते minggu pekan tydzień tygodnie tygodni týden týdny weken veckor vecka uker uger tuần εβδομάδες εβδομάδα",
        ),
        (
            Unit::Month,
            "month months mois monat monate monaten mes meses mês mese mesi месяц месяца месяцев місяць місяці місяців شهر أشهر شهور ماه חודשים חודש ay महीने महीना \
          bulan miesiąc miesiące miesięcy měsíc měsíce měsíců maand maanden månad månader måneder tháng μήνες μήνα",
        ),
        (
            Unit::Year,
            "year years an ans année années jahr jahre jahren año años ano anos anno anni год года лет рік роки років سنة سنوات عام أعوام سال שנים שנה yıl वर्ष साल \
          tahun rok lata lat roky let jaar år năm χρόνια χρόνο",
        ),
    ];
    let mut units = HashMap::new();
    for (unit, forms) in table {
        for form in forms.split_whitespace() {
            units.entry(fold(form)).or_insert(unit);
        }
    }
    units
});

/// Folded words after the unit that say "ago".
const AGO_AFTER: &[&str] = &[
    "ago",
    "fa",
    "назад",
    "тому",
    "once",
    "पहले",
    "atras",
    "geleden",
    "sedan",
    "siden",
    "temu",
    "lalu",
    "truoc",
    "پيش",
    "قبل",
    "earlier",
    "zpet",
    "sitten",
    "πριν",
];
/// Folded words before the number that say "ago"; `il y a` and `đã` are read by their last word.
const AGO_BEFORE: &[&str] = &[
    "vor", "hace", "ha", "a", "منذ", "قبل", "לפני", "πριν", "for", "pred", "przed", "acum",
];
/// Folded words for one.
const ONE: &[&str] = &[
    "a", "an", "one", "une", "un", "einer", "einem", "eine", "una", "um", "uma", "uno", "bir",
    "один", "одну", "een", "en", "ett", "et", "एक",
];

/// Chinese, Japanese and Korean write unit and "ago" as one.
#[rustfmt::skip]
const JOINED: &[(Unit, &[&str])] = &[
    (Unit::Second, &["秒前", "秒钟前", "초전"]),
    (Unit::Minute, &["分钟前", "分鐘前", "分前", "분전"]),
    (Unit::Hour, &["小时前", "小時前", "个小时前", "個小時前", "時間前", "시간전"]),
    (Unit::Day, &["天前", "日前", "일전"]),
    (Unit::Week, &["周前", "週前", "星期前", "個星期前", "週間前", "주전"]),
    (Unit::Month, &["个月前", "個月前", "か月前", "ヶ月前", "カ月前", "개월전", "달전"]),
    (Unit::Year, &["年前", "년전"]),
];

fn ago(line: &str, tokens: &[Token], saved: DateTime) -> Option<FoundDate> {
    for at in 0..tokens.len() {
        let word = |i: usize| tokens.get(i).and_then(Token::word);
        let number = tokens[at].number().map(|(value, _)| value);
        if let Some(count) = number {
            let after: String = line
                .get(tokens[at].end..)?
                .chars()
                .filter(|c| !c.is_whitespace())
                .take(8)
                .collect();
            let joined = JOINED
                .iter()
                .find(|(_, forms)| forms.iter().any(|form| after.starts_with(form)));
            if let Some((unit, _)) = joined {
                return back(saved, count, *unit, tokens[at].start, line.len());
            }
        }
        let one = word(at).is_some_and(|w| ONE.contains(&w));
        // "час назад", "منذ ساعة": no number is one.
        let unit_at = if number.is_some() || one { at + 1 } else { at };
        let Some(unit) = word(unit_at).and_then(|w| UNITS.get(w)).copied() else {
            continue;
        };
        let count = number.unwrap_or(1);
        let before = at
            .checked_sub(1)
            .and_then(word)
            .is_some_and(|w| AGO_BEFORE.contains(&w));
        let french = before && word(at - 1) == Some("a") && word(at.saturating_sub(2)) != Some("y");
        let after =
            (1..=2).any(|next| word(unit_at + next).is_some_and(|w| AGO_AFTER.contains(&w)));
        if (before && !french) || after {
            let first = if before { at - 1 } else { at };
            return back(saved, count, unit, tokens[first].start, line.len());
        }
    }
    None
}

/// `count` units before `saved`, no more precisely than the unit.
fn back(saved: DateTime, count: u32, unit: Unit, start: usize, end: usize) -> Option<FoundDate> {
    let count = i64::from(count.min(5000));
    let span = match unit {
        Unit::Second => Span::new().try_seconds(count),
        Unit::Minute => Span::new().try_minutes(count),
        Unit::Hour => Span::new().try_hours(count),
        Unit::Day => Span::new().try_days(count),
        Unit::Week => Span::new().try_weeks(count),
        Unit::Month => Span::new().try_months(count),
        Unit::Year => Span::new().try_years(count),
    };
    let then = saved.checked_sub(span.ok()?).ok()?;
    let shape = match unit {
        Unit::Second | Unit::Minute if saved.time() != jiff::civil::Time::midnight() => {
            "%Y-%m-%dT%H:%M"
        }
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "%Y-%m-%d",
        Unit::Week | Unit::Month => "%Y-%m",
        Unit::Year => "%Y",
    };
    Some(FoundDate {
        time: PrintedTime {
            iso: then.strftime(shape).to_string(),
            zone: None,
        },
        start,
        end,
    })
}

/// Days before the day of saving, by their folded names; a hyphen stands for a space.
static NAMED: LazyLock<Vec<(Vec<String>, i64)>> = LazyLock::new(|| {
    let table: [(i64, &str); 3] = [
        (
            0,
            "today just-now aujourd-hui heute hoy hoje oggi сегодня сьогодні اليوم امروز היום bugün 今-天 今-日 오늘 आज dzisiaj dziś vandaag dnes idag i-dag σήμερα \
             hari-ini hôm-nay 刚-刚 剛-剛 방금 только-что gerade-eben",
        ),
        (
            1,
            "yesterday hier gestern ayer ontem ieri вчера вчора أمس امس دیروز אתמול dün 昨-天 昨-日 어제 wczoraj gisteren včera igår i-går i-gar εχθές χθες kemarin hôm-qua",
        ),
        (
            2,
            "avant-hier vorgestern anteayer anteontem позавчера позавчора پریروز שלשום 前-天 一-昨-日 그저께 eergisteren przedwczoraj",
        ),
    ];
    let mut names: Vec<(Vec<String>, i64)> = table
        .into_iter()
        .flat_map(|(days, forms)| {
            forms
                .split_whitespace()
                .map(move |form| (form.split('-').map(fold).collect(), days))
        })
        .collect();
    // The longest name first: avant-hier before hier.
    names.sort_by_key(|(words, _): &(Vec<String>, i64)| std::cmp::Reverse(words.len()));
    names
});

fn named_day(
    line: &str,
    tokens: &[Token],
    saved: DateTime,
    hints: &DateHints<'_>,
) -> Option<FoundDate> {
    for at in 0..tokens.len() {
        // Apostrophes and hyphens inside a name are marks between its words.
        let spoken: Vec<(usize, &str)> = (at..tokens.len().min(at + 6))
            .filter_map(|i| Some((i, tokens[i].word()?)))
            .collect();
        if spoken.first().is_none_or(|(first, _)| *first != at) {
            continue;
        }
        let found = NAMED.iter().find(|(words, _)| {
            words.len() <= spoken.len() && words.iter().zip(&spoken).all(|(a, (_, b))| a == b)
        });
        if let Some((words, days)) = found {
            let last = spoken.get(words.len() - 1).map_or(at, |(last, _)| *last);
            let date = saved.date().checked_sub(days.days()).ok()?;
            let day = Day {
                date,
                grade: Grade::Day,
                first: at,
                last,
            };
            return Some(with_time(line, tokens, &day, hints));
        }
    }
    None
}

/// A day and a month without a year: the last such day up to the time of saving.
fn without_year(
    line: &str,
    tokens: &[Token],
    saved: DateTime,
    hints: &DateHints<'_>,
) -> Option<FoundDate> {
    let number = |at: usize| {
        let (value, digits) = tokens.get(at)?.number()?;
        (digits <= 2 && (1..=31).contains(&value)).then_some(value)
    };
    let unit = |at: usize, units: &[&str]| {
        tokens
            .get(at)
            .and_then(Token::word)
            .is_some_and(|w| units.contains(&w))
    };
    let named = |at: usize| match months::at_token(tokens, at, hints.language)? {
        (Calendar::Gregorian, month, after) => Some((u32::from(month), after)),
        _ => None,
    };
    for at in 0..tokens.len() {
        let found = if unit(at + 1, &["月", "월"]) && unit(at + 3, &["日", "일"]) {
            number(at)
                .zip(number(at + 2))
                .map(|(month, day)| (month, day, at + 3))
        } else if let Some(day) = number(at) {
            let mut next = at + 1;
            while tokens.get(next).is_some_and(|t| {
                t.is_mark('.')
                    || matches!(
                        t.word(),
                        Some("de" | "of" | "st" | "nd" | "rd" | "th" | "er")
                    )
            }) && next < at + 3
            {
                next += 1;
            }
            named(next).map(|(month, after)| (month, day, after - 1))
        } else if let Some((month, after)) = named(at) {
            number(after)
                .filter(|_| !tokens.get(after + 1).is_some_and(|t| t.is_mark(':')))
                .map(|day| (month, day, after))
        } else {
            None
        };
        let Some((month, day, last)) = found else {
            continue;
        };
        let date = last_such_day(saved.date(), month, day)?;
        let day = Day {
            date,
            grade: Grade::Day,
            first: at,
            last,
        };
        return Some(with_time(line, tokens, &day, hints));
    }
    None
}

fn last_such_day(saved: Date, month: u32, day: u32) -> Option<Date> {
    let year = u32::try_from(saved.year()).ok()?;
    // A page's clock can be ahead of the saving machine's by a zone.
    let latest = saved.tomorrow().ok()?;
    (0..=4).find_map(|back| calendar::day(year - back, month, day).filter(|date| *date <= latest))
}

/// When a source was saved, in its own time: what relative dates are counted from.
pub(crate) fn saved_at(hints: &SourceHints<'_>) -> Option<DateTime> {
    let iso = machine::from_machine(hints.saved_at()?)?.iso;
    let local = iso.get(..16).or_else(|| iso.get(..10))?;
    local
        .parse()
        .ok()
        .or_else(|| Some(local.parse::<Date>().ok()?.at(0, 0, 0, 0)))
}
