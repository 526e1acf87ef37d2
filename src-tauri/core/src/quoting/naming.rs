//! Whether words that no known name covers can be said to be somebody: a name by its
//! capitals, with a title before it or without, or an office (`the foreign minister`).
//! Anything else is no proposal: then a person is asked.

use super::language::{Language, has};
use super::sentences::{Paragraph, Word};

/// Words of a name alone, and of one with an office.
const LONGEST_NAME: usize = 5;
const LONGEST_OFFICE: usize = 7;
/// Between the parts of a name, in small letters.
const PARTICLES: &str = "de del della der den di da dos du des la le van von zu bin bint ibn ben \
    al el abu ould of and und et y і й и";
const ARTICLES: &str = "the a an le la les l' un une der die das ein eine el los las una";

/// Offices, and bodies that speak, in small letters and as the subject of a sentence.
fn offices(code: &str) -> &'static str {
    match code {
        "en" => {
            "spokesman spokeswoman spokesperson spokespeople spokesmen minister ministers \
            ministry president chancellor premier leader leaders official officials \
            ambassador envoy diplomat diplomats secretary senator senators lawmaker lawmakers \
            governor mayor general admiral colonel commander chief head chairman chairwoman \
            director officer officers analyst analysts expert experts professor lawyer lawyers \
            judge prosecutor prosecutors police army military government kremlin parliament \
            court party agency media newspaper outlet embassy council commission union company \
            office department authorities opposition king queen prince pope bishop activist \
            activists protester protesters resident residents witness witnesses source sources \
            critics researchers scientists coach player founder editor mr mrs ms dr sir"
        }
        "fr" => {
            "porte-parole ministre ministres ministère président présidente présidence \
            chancelier chancelière premier première dirigeant dirigeants responsable \
            responsables ambassadeur ambassadrice émissaire diplomate diplomates secrétaire \
            sénateur sénatrice député députée gouverneur maire général amiral colonel chef \
            cheffe directeur directrice analyste expert experte professeur avocat avocate juge \
            procureur police armée gouvernement parlement tribunal parti agence médias journal \
            ambassade conseil commission union entreprise autorités opposition roi reine pape \
            militant habitant témoin témoins source sources elysée m mme"
        }
        "de" => {
            "sprecher sprecherin minister ministerin außenminister außenministerin \
            verteidigungsminister innenminister finanzminister ministerium außenministerium \
            verteidigungsministerium präsident präsidentin kanzler kanzlerin bundeskanzler \
            bundeskanzlerin premier premierminister ministerpräsident ministerpräsidentin chef \
            chefin anführer beamter beamte botschafter botschafterin gesandter diplomat \
            diplomaten sekretär generalsekretär senator abgeordnete abgeordneter gouverneur \
            bürgermeister bürgermeisterin general admiral oberst leiter leiterin direktor \
            analyst experte experten professor anwalt richter staatsanwaltschaft polizei armee \
            militär regierung regierungssprecher bundesregierung kreml parlament gericht partei \
            agentur nachrichtenagentur medien staatsmedien zeitung botschaft rat kommission \
            union unternehmen behörde behörden opposition könig königin papst aktivist bewohner \
            augenzeugen quelle quellen herr frau"
        }
        "es" => {
            "portavoz portavoces ministro ministra ministros ministerio presidente presidenta \
            presidencia canciller cancillería premier primer primera líder líderes funcionario \
            funcionarios embajador embajadora enviado diplomático secretario secretaria senador \
            senadora diputado diputada gobernador gobernadora alcalde alcaldesa general \
            almirante coronel jefe jefa director directora analista experto experta profesor \
            abogado abogada juez jueza fiscal fiscalía policía ejército gobierno parlamento \
            tribunal partido agencia medios diario periódico embajada consejo comisión unión \
            empresa autoridades oposición rey reina papa activista vecino testigo testigos \
            fuente fuentes señor señora sr sra"
        }
        "ru" => {
            "представитель представительница пресс-секретарь министр министерство мид \
            минобороны президент канцлер премьер премьер-министр лидер глава посол посольство \
            дипломат секретарь сенатор депутат губернатор мэр генерал адмирал полковник \
            командующий начальник директор аналитик эксперт эксперты профессор адвокат судья \
            прокурор прокуратура полиция армия правительство кремль парламент суд партия \
            агентство сми газета совет комиссия компания ведомство власти оппозиция король \
            папа активист житель очевидец очевидцы источник источники господин госпожа"
        }
        "uk" => {
            "представник представниця речник речниця прессекретар міністр міністерка \
            міністерство мзс міноборони президент президентка канцлер прем'єр прем'єр-міністр \
            лідер глава очільник посол посольство дипломат секретар сенатор депутат депутатка \
            губернатор мер генерал адмірал полковник командувач начальник директор аналітик \
            експерт експерти професор адвокат суддя прокурор прокуратура поліція армія уряд \
            кремль парламент суд партія агентство змі газета рада комісія компанія відомство \
            влада опозиція король папа активіст мешканець очевидець очевидці джерело джерела \
            пан пані"
        }
        "ar" => {
            "المتحدث المتحدثة متحدث متحدثة الناطق ناطق الوزير وزير وزيرة الوزارة وزارة الرئيس \
            رئيس رئيسة الرئاسة المستشار مستشار الزعيم زعيم القائد قائد المسؤول مسؤول مسؤولة \
            مسؤولون السفير سفير السفارة سفارة المبعوث مبعوث الدبلوماسي دبلوماسي الأمين أمين \
            النائب نائب المحافظ محافظ الجنرال اللواء العميد العقيد المدير مدير الخبير خبير \
            خبراء الأستاذ المحامي محامي القاضي الشرطة شرطة الجيش جيش الحكومة حكومة الكرملين \
            البرلمان برلمان المحكمة محكمة الحزب حزب الوكالة وكالة الصحيفة صحيفة الإعلام مجلس \
            المجلس اللجنة لجنة الاتحاد السلطات المعارضة الملك ملك الأمير أمير البابا الناشط \
            ناشط شهود مصدر مصادر السيد السيدة"
        }
        _ => "",
    }
}

/// What the words for somebody who speaks end with, in scripts without capitals.
fn last_letters(code: &str) -> &'static str {
    match code {
        "zh" => {
            "发言人 發言人 部长 部長 总统 總統 总理 總理 主席 首相 大使 书记 書記 秘书长 秘書長 \
            领导人 領導人 官员 官員 议员 議員 将军 將軍 司令 主任 局长 局長 市长 市長 省长 州长 \
            外长 外長 防长 防長 专家 專家 教授 学者 學者 律师 律師 分析师 分析師 记者 記者 负责人 \
            負責人 代表 特使 外交部 国防部 國防部 部 政府 法院 议会 議會 国会 國會 白宫 白宮 \
            克里姆林宫 警方 军方 軍方 当局 當局 官方 中央社 通讯社 通訊社 日报 日報 媒体 媒體 委员会 \
            委員會 公司 集团 集團 消息人士 知情人士 先生 女士"
        }
        "ko" => {
            "대변인 장관 차관 대통령 총리 주석 위원장 부위원장 부부장 부장 대사 의원 대표 의장 \
            총장 사령관 장군 국장 시장 지사 실장 수석 관계자 당국자 소식통 전문가 교수 변호사 \
            연구원 기자 외교부 국방부 통일부 외무성 국무부 백악관 정부 법원 국회 의회 경찰 군 \
            당국 통신 신문 언론 위원회 회사 측 여당 야당 씨"
        }
        "ja" => {
            "報道官 首相 総理 大統領 大臣 外相 防衛相 国防相 相 主席 書記 書記長 大使 議員 知事 市長 \
            長官 局長 議長 代表 社長 会長 委員長 司令官 報道局長 当局者 高官 幹部 専門家 教授 \
            弁護士 記者 関係者 省 庁 政府 裁判所 議会 警察 軍 当局 通信 新聞 紙 メディア 委員会 社 \
            党 氏 さん"
        }
        _ => "",
    }
}

/// Whether `words`, which stand together in a paragraph, can be somebody who speaks.
pub(super) fn is_somebody(paragraph: &Paragraph, words: &[Word], language: &Language) -> bool {
    let article = words.iter().take_while(|word| has(ARTICLES, &word.text));
    let article = article.count();
    let Some(rest) = words.get(article..).filter(|rest| !rest.is_empty()) else {
        return false;
    };
    if rest.iter().any(|word| language.is_pronoun(&word.text)) {
        return false;
    }
    let is_office = |word: &Word| {
        let table = offices(language.code);
        let last = word.text.rsplit('-').next().unwrap_or(&word.text);
        has(table, &word.text) || has(table, last)
    };
    let is_name = |words: &[Word]| {
        let capital = |word: &Word| {
            let first = paragraph.chars.get(word.start);
            first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
        };
        words.iter().any(capital)
            && words
                .iter()
                .all(|word| capital(word) || has(PARTICLES, &word.text))
    };
    // German writes all its nouns like names.
    let may_be_name = language.code != "de" || article == 0;
    match rest.iter().rposition(is_office) {
        // What stands beside an office says which: in English, before it or as the name.
        Some(at) if rest.len() <= LONGEST_OFFICE => {
            let (before, after) = (rest.get(..at), rest.get(at + 1..));
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            language.code != "en"
                || (!before.iter().any(|word| has(ARTICLES, &word.text))
                    && (after.is_empty() || is_name(after)))
        }
        _ => may_be_name && rest.len() <= LONGEST_NAME && is_name(rest),
    }
}

/// The same of words in a script without capitals or spaces.
pub(super) fn ends_as_somebody(words: &str, language: &Language) -> bool {
    let words = words.trim();
    last_letters(language.code)
        .split_whitespace()
        .any(|end| words.ends_with(end))
}
