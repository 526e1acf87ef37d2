//! Names in Chinese that words around them tell: `发言人 | 毛宁 | 表示`, and verbs that the model
//! takes into a name: `清华大学 | 签署`.

use super::{meeting, put};
use crate::normalise::is_han;
use crate::span::{Kind, Span};

/// What somebody is, right before the name.
const ROLES: &[&str] = &[
    "发言人",
    "發言人",
    "主席",
    "总理",
    "總理",
    "总统",
    "總統",
    "部长",
    "部長",
    "外长",
    "外長",
    "大使",
    "书记",
    "書記",
    "省长",
    "省長",
    "市长",
    "市長",
    "主任",
    "司长",
    "司長",
    "局长",
    "局長",
    "院长",
    "院長",
    "校长",
    "校長",
    "教授",
    "秘书长",
    "秘書長",
    "议员",
    "議員",
];
/// Verbs of saying, right behind it.
const SAYING: &[&str] = &[
    "表示", "说", "說", "称", "稱", "指出", "强调", "強調", "介绍", "介紹", "认为", "認為", "回应",
    "回應", "宣布", "告诉", "告訴", "透露", "重申", "警告", "呼吁", "呼籲",
];
/// The commonest surnames, in both ways of writing
/// (<https://en.wikipedia.org/wiki/List_of_common_Chinese_surnames>).
const SURNAMES: &str = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許\
    邓鄧冯馮韩韓曹曾彭萧蕭肖蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪\
    陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴\
    覃武戴莫孔向汤湯华華耿";
/// Verbs that end no name.
const VERBS: &[&str] = &[
    "签署", "簽署", "发布", "發布", "举行", "舉行", "报道", "報道", "报导", "報導", "决定", "決定",
    "会见", "會見", "发表", "發表", "成立", "批准",
];
/// A surname between a role and a verb of saying tells as much as the model where it is sure.
const CONFIDENCE: f32 = 0.8;

/// Adds such persons, and cuts such verbs off.
pub(super) fn settle(text: &str, spans: &mut Vec<Span>) {
    if !text.contains(is_han) {
        return;
    }
    for span in spans.iter_mut() {
        let name = text.get(span.start..span.end).unwrap_or("");
        let verb = SAYING.iter().chain(VERBS).find(|verb| {
            let rest = name.strip_suffix(**verb);
            rest.is_some_and(|rest| rest.chars().filter(|c| is_han(*c)).count() >= 2)
        });
        if let (Some(verb), true) = (verb, span.kind != Kind::Event) {
            span.end -= verb.len();
        }
    }
    for role in ROLES {
        for (at, _) in text.match_indices(role) {
            let start = at + role.len();
            let Some(end) = person(text.get(start..).unwrap_or("")).map(|name| start + name) else {
                continue;
            };
            if meeting(spans, start, end).is_empty() {
                put(
                    spans,
                    Span {
                        start,
                        end,
                        kind: Kind::Person,
                        confidence: CONFIDENCE,
                    },
                );
            }
        }
    }
}

/// The bytes of a surname with one or two letters and a verb of saying behind it.
fn person(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices();
    letters.next().filter(|(_, c)| SURNAMES.contains(*c))?;
    (0..2).find_map(|_| {
        let (at, given) = letters.next().filter(|(_, c)| is_han(*c))?;
        let end = at + given.len_utf8();
        let behind = rest.get(end..)?;
        SAYING
            .iter()
            .any(|verb| behind.starts_with(verb))
            .then_some(end)
    })
}
