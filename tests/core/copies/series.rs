//! Texts of a series are no copies of each other: they share their frame and differ in
//! what they are about.

use dragoman_core::copies::{Fingerprint, Marks, likeness};

use super::wire_set::Chance;

const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const PEOPLE: [&str; 8] = [
    "the ambassador of Norland",
    "the governor of the central bank",
    "a delegation of fishermen",
    "the speaker of the lower house",
    "the head of the railway",
    "teachers from the south",
    "the mayor of Westport",
    "the trade envoy of Sarmia",
];
const FIRMS: [&str; 8] = [
    "Astra Mining",
    "Halden Foods",
    "Northern Rail",
    "Pelham Motors",
    "Quay Insurance",
    "Rowan Energy",
    "Sarmia Telecom",
    "Tarn Paper",
];
/// What agencies put below each story on a matter.
pub const BACKGROUND: &str = "The two countries have had no diplomatic relations since the war of 1974, \
    which ended without a peace treaty. About 3,000 soldiers of the United Nations have watched the \
    border since then, and talks about a treaty have been broken off four times, most recently last \
    year, over fishing rights and the return of prisoners.";

type Told = (String, &'static str, Vec<String>);

/// All series, each text with a source of its own.
pub fn all(chance: &mut Chance) -> Vec<Told> {
    let mut told = Vec::new();
    for n in 0..20 {
        told.push((format!("market {n}"), "market", market(n, chance)));
        told.push((format!("schedule {n}"), "schedule", schedule(n, chance)));
        told.push((format!("weather {n}"), "weather", weather(n, chance)));
    }
    told
}

fn figure(chance: &mut Chance, from: usize, to: usize) -> String {
    format!("{}.{}", from + chance.below(to - from), chance.below(10))
}

fn market(n: usize, chance: &mut Chance) -> Vec<String> {
    let day = DAYS[n % 5];
    let turn = chance.pick(&["rose", "fell", "closed higher", "closed lower"]);
    vec![
        format!(
            "Shares on the Norland stock exchange {turn} on {day} as investors waited for figures \
             on employment. The main index of 30 shares moved by {} points, or {} percent, to {}.",
            figure(chance, 3, 90), figure(chance, 0, 3), figure(chance, 4000, 5000),
        ),
        format!(
            "{} was the day's best share with a gain of {} percent, and {} lost {} percent. \
             {} million shares changed hands, against {} million the day before.",
            chance.pick(&FIRMS), figure(chance, 1, 9), chance.pick(&FIRMS), figure(chance, 1, 9),
            figure(chance, 80, 300), figure(chance, 80, 300),
        ),
        format!(
            "The crown was at {} against the dollar in late trading, compared with {} on the evening \
             before. A barrel of crude oil for delivery next month cost {} dollars.",
            figure(chance, 6, 9), figure(chance, 6, 9), figure(chance, 60, 99),
        ),
        "The exchange is open from nine in the morning until five in the afternoon. The figures on \
         employment are published by the national office of statistics every month."
            .to_owned(),
    ]
}

fn schedule(n: usize, chance: &mut Chance) -> Vec<String> {
    let (day, date) = (DAYS[n % 5], n + 1);
    vec![
        format!(
            "Public schedule of the foreign minister for {day}, {date} May. All times are local, and \
             all meetings are closed to the press unless it is said otherwise."
        ),
        format!(
            "9:00 a.m. The minister attends the weekly meeting of the cabinet at the palace. \
             10:30 a.m. The minister meets {} at the ministry. There will be a photo opportunity at \
             the beginning of the meeting.",
            chance.pick(&PEOPLE),
        ),
        format!(
            "1:15 p.m. The minister has lunch with {} at the ministry. 3:00 p.m. The minister \
             receives {} at the ministry. 5:45 p.m. The minister speaks with reporters in the press \
             room. Reporters are asked to be in their places by 5:30 p.m. with their cards.",
            chance.pick(&PEOPLE),
            chance.pick(&PEOPLE),
        ),
    ]
}

fn weather(n: usize, chance: &mut Chance) -> Vec<String> {
    let day = DAYS[n % 5];
    let wind = chance.pick(&["north", "south", "east", "west"]);
    vec![format!(
        "The weather service expects {} for {day} with winds from the {wind} of up to {} kilometres \
         an hour along the coast. Temperatures will reach {} degrees in the capital and {} degrees in \
         the mountains, and fall to {} degrees at night. Between {} and {} millimetres of rain may \
         fall in the southern provinces until the evening. Ships under {} metres are asked to stay in \
         port until the warning is lifted.",
        chance.pick(&["rain", "sunshine", "showers", "clouds", "fog"]),
        20 + chance.below(60),
        12 + chance.below(20),
        chance.below(12),
        chance.below(11),
        chance.below(9),
        10 + chance.below(20),
        8 + chance.below(10),
    )]
}

fn marks(text: &str) -> Marks {
    Fingerprint::of(text).marks
}

#[test]
fn another_day_of_a_series_is_no_copy() {
    let mut chance = Chance(5);
    for write in [market, schedule, weather] {
        let of = |n, chance: &mut Chance| marks(&write(n, chance).join("\n"));
        for n in 0..20 {
            let (one, next) = (of(n, &mut chance), of(n + 1, &mut chance));
            let found = likeness(&one, &next);
            assert!(!found.is_copy(), "{n}: {found:?}");
            assert!(likeness(&one, &one).is_copy());
        }
    }
}

#[test]
fn a_copy_with_another_toll_is_still_one() {
    let text = |toll: u32, hurt: u32| {
        format!(
            "At least {toll} people were killed and {hurt} hurt on Monday when a ferry with 214 \
             passengers sank off Westport, the coast guard said. The ship had left the port at 6 \
             a.m. with a crew of 12. Divers searched for 31 missing people until the evening, and \
             two helicopters from the navy base at Halden took part in the search. The ferry was \
             built in 1987 and had been repaired twice in the past 3 years, the owner told the \
             reporters. Parliament will hear the minister of transport about it on Thursday."
        )
    };
    let found = likeness(&marks(&text(12, 40)), &marks(&text(15, 44)));
    assert!(found.is_copy(), "{found:?}");
}

#[test]
fn scripts_without_spaces_and_right_to_left_are_compared_too() {
    let chinese = "外交部发言人星期一在例行记者会上表示，中方对有关国家的军事演习表示严重关切，\
        并呼吁各方保持克制，通过对话协商解决分歧。发言人说，半岛局势复杂敏感，任何一方都不应采取\
        可能加剧紧张局势的行动。他还表示，中方将继续为推动政治解决进程发挥建设性作用，同有关各方\
        保持密切沟通，共同维护地区和平与稳定。";
    let cut: String = chinese.chars().take(110).collect();
    let found = likeness(
        &marks(chinese),
        &marks(&cut.replace("严重关切", "高度关注")),
    );
    assert!(found.is_copy(), "{found:?}");
    let arabic = "قال وزير الخارجية في مؤتمر صحفي عقده يوم الاثنين في العاصمة إن بلاده تتابع بقلق \
        بالغ التطورات على الحدود وإنها تدعو جميع الأطراف إلى ضبط النفس والعودة إلى طاولة المفاوضات \
        وأضاف أن الحكومة ستواصل جهودها الدبلوماسية مع الشركاء في المنطقة من أجل التوصل إلى حل سياسي \
        دائم يحفظ حقوق الجميع ويضمن عودة النازحين إلى منازلهم في أقرب وقت ممكن";
    let other = arabic
        .replace("بقلق بالغ", "باهتمام")
        .replace("في العاصمة", "");
    let found = likeness(&marks(arabic), &marks(&other));
    assert!(found.is_copy(), "{found:?}");
}
