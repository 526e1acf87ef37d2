//! Korean: particles and titles follow a name without a space.

/// Letters of the longest title and particle together.
pub(super) const LONGEST_ENDING: usize = 8;

/// Particles after a noun, and what two of them often make.
const PARTICLES: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에서",
    "에게",
    "에게서",
    "에는",
    "에도",
    "에서는",
    "에서도",
    "에의",
    "께",
    "께서",
    "께서는",
    "께서도",
    "과",
    "와",
    "과의",
    "와의",
    "과는",
    "와는",
    "도",
    "로",
    "으로",
    "로는",
    "으로는",
    "로의",
    "로부터",
    "으로부터",
    "만",
    "만이",
    "만은",
    "부터",
    "까지",
    "까지도",
    "보다",
    "처럼",
    "이나",
    "나",
    "이며",
    "며",
    "이고",
    "이라고",
    "라고",
    "이라는",
    "라는",
    "이라며",
    "라며",
    "이다",
    "이었다",
    "였다",
    "이라",
    "뿐",
    "조차",
    "마저",
    "씨",
    "측",
    "측은",
    "측이",
    "측의",
    "간",
    "발",
    "산",
    "식",
    "들",
    "들은",
    "들이",
    "들의",
];

/// Titles and forms of address that follow a name without a space.
const TITLES: &[&str] = &[
    "동지",
    "대통령",
    "총리",
    "주석",
    "총서기",
    "위원장",
    "국무위원장",
    "장관",
    "외무상",
    "외교부장",
    "국왕",
    "총비서",
    "의원",
    "대표",
    "군",
    "양",
    "정부",
    "당국",
    "시",
    "주",
    "군사",
    "행",
];

pub(super) fn may_follow(ending: &[char]) -> bool {
    let is = |known: &&str, letters: &[char]| known.chars().eq(letters.iter().copied());
    if PARTICLES.iter().any(|particle| is(particle, ending)) {
        return true;
    }
    TITLES.iter().any(|title| {
        let letters = title.chars().count();
        ending
            .split_at_checked(letters)
            .is_some_and(|(head, rest)| {
                is(title, head)
                    && (rest.is_empty() || PARTICLES.iter().any(|particle| is(particle, rest)))
            })
    })
}

/// The commonest family names of one syllable.
const FAMILY_NAMES: &str = "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민유나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";

/// Other ways to space a folded Korean name: 승전 기념일 is 승전기념일, 김 정은 is 김정은.
pub(crate) fn spellings(folded: &[char]) -> Option<String> {
    let korean = |c: &char| *c == ' ' || super::is_hangul(*c);
    if !folded.iter().all(korean) {
        return None;
    }
    if folded.contains(&' ') {
        return Some(folded.iter().filter(|c| **c != ' ').collect());
    }
    let [family, first, second] = folded else {
        return None;
    };
    (FAMILY_NAMES.contains(*family)).then(|| [*family, ' ', *first, *second].iter().collect())
}
