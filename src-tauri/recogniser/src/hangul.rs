//! Where Korean words are cut: a name ends before the particle that is written onto it.

/// Particles and the copula's commonest forms, at most three syllables long.
const PARTICLES: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "도",
    "로",
    "만",
    "나",
    "께",
    "에서",
    "에게",
    "한테",
    "까지",
    "부터",
    "으로",
    "보다",
    "처럼",
    "만큼",
    "이나",
    "이며",
    "이고",
    "이라",
    "하고",
    "께서",
    "라고",
    "라는",
    "와의",
    "과의",
    "에는",
    "에도",
    "로서",
    "로써",
    "에서는",
    "에서도",
    "에게서",
    "으로는",
    "으로서",
    "으로써",
    "으로도",
    "이라고",
    "이라는",
    "까지의",
    "부터의",
    "에서의",
    "으로의",
    "이라며",
    "입니다",
    "이다",
    "였다",
    "이었다",
];
/// "Mr" or "Ms", after a surname.
const COURTESY: char = '씨';

/// Numbers of syllables after which a run of Hangul is cut, ascending.
pub(crate) fn cuts(run: &[char]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut end = run.len();
    for length in [3, 2, 1] {
        let shortest = if length == 1 { 2 } else { 1 };
        let Some(stem) = end.checked_sub(length).filter(|stem| *stem >= shortest) else {
            continue;
        };
        if run.get(stem..).is_some_and(is_particle) {
            cuts.push(stem);
            end = stem;
            break;
        }
    }
    if end >= 2 && run.get(end - 1) == Some(&COURTESY) {
        cuts.insert(0, end - 1);
    }
    cuts
}

/// True for one syllable out of a longer word, `화` of `화요일` or `부` of `동부`: a name is
/// written at its word's beginning, and one of a single syllable with no more than a particle.
pub(crate) fn is_torn(before: &str, name: &str, after: &str) -> bool {
    let mut letters = name.chars();
    let alone = letters.next().is_some_and(is_syllable) && letters.next().is_none();
    let rest: Vec<char> = after.chars().take_while(|c| is_syllable(*c)).collect();
    let begun = before.chars().next_back().is_some_and(is_syllable);
    alone && (begun || !(rest.is_empty() || is_particle(&rest)))
}

fn is_syllable(c: char) -> bool {
    matches!(c, '가'..='힣')
}

fn is_particle(run: &[char]) -> bool {
    PARTICLES.iter().any(|p| p.chars().eq(run.iter().copied()))
}
