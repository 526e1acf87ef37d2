//! Arabic common nouns with the article, alone: `الميناء`, the port. Without capitals they
//! look like names, and where a name is (`ميناء جدة`) they stand without it. And months.

/// What places, bodies and offices are, without the article. What is a name with it as well
/// is none of these: `الجزيرة` (the broadcaster), `القاعدة` (al-Qaeda), `الوطن`
/// (papers), `السيد` (a surname).
const NOUNS: &str = "
    أحزاب أراضي أكاديمية إدارات إدارة إذاعة إقليم بحر برلمان بلاد بلد بلدات بلدان بلدة بلديات
    بلدية بنك بنوك تنظيم تنظيمات جامعات جامعة جبال جبل جسر جماعات جماعة جمعيات جمعية جمهورية
    جنوب جهاز جيش جيوش حدود حركات حركة حزب حكومات حكومة حي دائرة دول دولة رئاسة رئيس ساحل سجن
    سفارات سفارة سفير سفينة سلطات سلطة سواحل سوق شارع شرطة شرق شركات شركة شمال صحف صحيفة طائرة
    عاصمة غاز غرب فريق قارة قرى قرية قصر قضاء قناة قوات كتلة كلية كنيسة لجان لجنة لواء مؤتمر مؤسسات
    مؤسسة متحف مجالس مجلة مجلس مجموعة محافظ محافظات محافظة محاكم محطة محكمة محيط مخيم مدرسة مدن
    مديرية مدينة مركز مستشفى مستشفيات مسجد مصرف مصنع مطار مطارات معارضة معبر معهد مقاطعة ملعب
    ملك مناطق منتخب منتخبات منشأة منطقة منظمات منظمة موانئ موقع ميدان ميليشيا ميليشيات ميناء
    نائب نادي نفط نقابة نهر نيابة هضبة هيئات هيئة وادي وزارات وزارة وزراء وزير وكالات وكالة ولايات
    ولاية";

/// Months as the Levant and Iraq, and the others, call them. Without capitals they look like
/// places.
const MONTHS: &str = "
    شباط آذار اذار نيسان أيار ايار حزيران تموز آب أيلول ايلول
    يناير فبراير مارس أبريل ابريل إبريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر
    ديسمبر جانفي فيفري أفريل جوان جويلية أوت";

/// Letters that are written onto a noun before its article: and, then, by, like.
const BOUND: [char; 4] = ['و', 'ف', 'ب', 'ك'];

/// Whether a name is one such noun. `لل` is what `for` and the article are written as.
pub(super) fn is_common(name: &str) -> bool {
    let mut word = name;
    loop {
        let noun = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل"));
        if noun.is_some_and(|noun| NOUNS.split_whitespace().any(|known| known == noun)) {
            return true;
        }
        match word.strip_prefix(BOUND) {
            Some(rest) => word = rest,
            None => return false,
        }
    }
}

/// Whether a place is a month: `نيسان`, April, is a firm as well.
pub(super) fn is_month(name: &str) -> bool {
    let is = |word: &str| MONTHS.split_whitespace().any(|known| known == word);
    let bound = |letter| name.strip_prefix(letter).is_some_and(is);
    is(name) || ['و', 'ف', 'ب', 'ل', 'ك'].into_iter().any(bound)
}
