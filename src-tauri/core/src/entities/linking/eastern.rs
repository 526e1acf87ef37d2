//! Names that begin with the surname: Xi Jinping, Kim Jong Un.

/// Surnames of China in its own spelling and Taiwan's, most of its people's, which begin no
/// Western name.
const CHINESE: &str = "
    bai cai cao chang cheng cui deng ding du duan fang feng gao guo han hao hou hu hua huang
    jia jiang jin kong lei li liang liao lin liu lu luo lyu meng mao ouyang pan peng qian qiao
    qin qiu shao shen shi su sun tang tian tsai wang wei wen wu xi xia xiao xie xiong xu xue
    yan yao ye yi yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou";
/// Surnames of Korea; some are given names elsewhere, where two words are a name.
const KOREAN: &str = "
    ahn bae ban bang cha chang cho choe choi chung hong hwang hyon im jang jeon jeong jin jo
    jon jong jung kang kim ko kwak kwon lee lim moon noh oh paek pak park ri rim roh ryu seo
    shin sin so son song suh yang yi yoo yoon yun";

/// The place of the surname in a person's folded name.
pub(super) fn surname(words: &[String]) -> usize {
    let last = words.len().saturating_sub(1);
    let Some(first) = words.first() else {
        return last;
    };
    let has = |all: &str| all.split_whitespace().any(|surname| surname == first);
    let comes_first = match words.len() {
        2 => has(CHINESE),
        3 => has(CHINESE) || has(KOREAN),
        _ => false,
    };
    if comes_first { 0 } else { last }
}
