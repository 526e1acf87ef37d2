//! Sentences for the encoding set, in languages that old encodings were made for.
//!
//! Written for these tests; people and places are invented.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, ISO_8859_2, KOI8_R, KOI8_U, SHIFT_JIS, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256,
};

/// A text in one language, to be written in one encoding.
pub struct Sample {
    /// As a page declares it.
    pub label: &'static str,
    pub encoding: &'static Encoding,
    /// A headline.
    pub short: &'static str,
    /// A few sentences.
    pub long: &'static str,
}

const RU: (&str, &str) = (
    "Министры договорились открыть переправу через реку к осени",
    "Министры двух берегов договорились во вторник о сроках открытия переправы, закрытой после весеннего паводка. Поезда могут пойти к осени, сообщила комиссия, если восточный пролёт выдержит проверку в июле. Мы грузим паром и ждём, сказал торговец, пересчитывая ящики с яблоками под дождём. Срок переносили уже трижды.",
);
const UK: (&str, &str) = (
    "Міністри домовилися відкрити переправу через річку до осені",
    "Міністри двох берегів домовилися у вівторок про строки відкриття переправи, закритої після весняної повені. Потяги можуть піти до осені, повідомила комісія, якщо східний проліт витримає перевірку в липні. Вантажимо пором і чекаємо, сказав торговець, перелічуючи ящики з яблуками під дощем. Її відкриття відкладали вже тричі.",
);
const BG: (&str, &str) = (
    "Министрите се договориха да отворят прехода през реката до есента",
    "Министрите от двата бряга се договориха във вторник за срокове за отваряне на прехода, затворен след пролетните наводнения. Влаковете може да тръгнат до есента, съобщи комисията, ако източният отвор издържи проверката през юли. „Товарим ферибота и чакаме“, каза търговец, който броеше щайги с ябълки в дъжда.",
);
const KO: (&str, &str) = (
    "양국 장관, 가을까지 강 건널목을 다시 열기로 합의",
    "강 양쪽의 장관들은 화요일 봄 홍수로 끊긴 건널목을 다시 여는 일정에 합의했다. 공동위원회는 동쪽 교각이 칠월 점검을 통과하면 가을부터 열차가 다닐 수 있다고 밝혔다. 부두의 상인들은 확신하지 못했다. 한 상인은 비를 맞으며 사과 상자를 세다가 “배에 짐을 싣고 기다릴 뿐”이라고 말했다.",
);
const JA: (&str, &str) = (
    "両国の閣僚、川の渡し場を秋までに再開することで合意",
    "川の両岸の閣僚は火曜日、春の洪水で閉鎖された渡し場を再開する日程で合意した。合同委員会によると、東側の橋脚が七月の点検を通過すれば、秋には列車の運行が始まる見込みだ。波止場の商人たちは半信半疑だ。雨の中でりんごの箱を数えていた一人は「船に荷を積んで待つだけです」と話した。",
);
const ZH: (&str, &str) = (
    "两岸部长同意在秋季之前重新开放河口渡口",
    "两岸部长星期二就重新开放渡口的时间表达成一致，该渡口自去年春天的洪水以来一直关闭。联合委员会表示，如果东段桥墩在七月通过检查，火车可以在秋季恢复通行。码头上的商人并不那么肯定。一位商人在雨中清点苹果箱时说：“我们装好渡船，然后等待。”",
);
const TW: (&str, &str) = (
    "兩岸部長同意在秋季之前重新開放河口渡口",
    "兩岸部長星期二就重新開放渡口的時間表達成一致，該渡口自去年春天的洪水以來一直關閉。聯合委員會表示，如果東段橋墩在七月通過檢查，火車可以在秋季恢復通行。碼頭上的商人並不那麼肯定。一位商人在雨中清點蘋果箱時說：「我們裝好渡船，然後等待。」",
);
const AR: (&str, &str) = (
    "وزراء الضفتين يتفقون على إعادة فتح معبر النهر قبل الخريف",
    "اتفق وزراء الضفتين يوم الثلاثاء على جدول زمني لإعادة فتح المعبر الذي أغلق منذ فيضانات الربيع الماضي. وقالت اللجنة المشتركة إن القطارات قد تعود إلى السير بحلول الخريف إذا اجتاز الجسر الشرقي الفحص في يوليو. أما التجار على الرصيف فكانوا أقل ثقة. وقال أحدهم وهو يعد صناديق التفاح تحت المطر: نحمل العبارة وننتظر.",
);
const HE: (&str, &str) = (
    "שרי שתי הגדות הסכימו לפתוח מחדש את המעבר בנהר עד הסתיו",
    "שרי שתי הגדות הסכימו ביום שלישי על לוח זמנים לפתיחת המעבר, שנסגר לאחר השיטפונות באביב שעבר. הרכבות עשויות לחזור לפעול עד הסתיו, אמרה הוועדה המשותפת, אם המפתח המזרחי יעמוד בבדיקה ביולי. הסוחרים על הרציף היו פחות בטוחים. אנחנו מעמיסים את המעבורת ומחכים, אמר אחד מהם כשספר ארגזי תפוחים בגשם.",
);
const CS: (&str, &str) = (
    "Ministři se dohodli, že přechod přes řeku znovu otevřou do podzimu",
    "Ministři obou břehů se v úterý dohodli na harmonogramu znovuotevření přechodu, který je uzavřen od jarních povodní. Vlaky by mohly začít jezdit na podzim, uvedla společná komise, pokud východní pole mostu projde v červenci kontrolou. Obchodníci na nábřeží si tak jistí nebyli. Nakládáme přívoz a čekáme, řekl jeden z nich, když v dešti počítal bedny jablek.",
);
const PL: (&str, &str) = (
    "Ministrowie uzgodnili ponowne otwarcie przeprawy przez rzekę do jesieni",
    "Ministrowie z obu brzegów uzgodnili we wtorek harmonogram ponownego otwarcia przeprawy, zamkniętej od wiosennej powodzi. Pociągi mogłyby ruszyć jesienią, podała wspólna komisja, jeśli wschodnie przęsło przejdzie w lipcu kontrolę. Kupcy na nabrzeżu byli mniej pewni. Ładujemy prom i czekamy, powiedział jeden z nich, licząc w deszczu skrzynki jabłek. Źle to wygląda, dodał.",
);
const HU: (&str, &str) = (
    "A miniszterek megegyeztek: őszig újra megnyitják a folyami átkelőt",
    "A két part miniszterei kedden megegyeztek a tavaszi árvíz óta zárva tartó átkelő újranyitásának ütemtervéről. A vonatok őszre újra közlekedhetnek, közölte a közös bizottság, ha a keleti hídnyílás júliusban átmegy az ellenőrzésen. A rakparti kereskedők kevésbé voltak biztosak ebben. Megrakjuk a kompot, és várunk, mondta egyikük, miközben az esőben az almás ládákat számolta. Sűrű köd ült a vízen.",
);
const TR: (&str, &str) = (
    "Bakanlar, nehir geçişinin sonbahara kadar yeniden açılması konusunda anlaştı",
    "İki yakanın bakanları salı günü, geçen ilkbahardaki sellerden beri kapalı olan geçişin yeniden açılması için bir takvim üzerinde anlaştı. Ortak komisyon, doğu açıklığı temmuzdaki denetimi geçerse trenlerin sonbaharda çalışabileceğini söyledi. Rıhtımdaki tüccarlar o kadar emin değildi. Yağmurda elma kasalarını sayan biri, “Feribotu yüklüyor ve bekliyoruz” dedi. Şimdi herkes gökyüzüne bakıyor.",
);
const EL: (&str, &str) = (
    "Οι υπουργοί συμφώνησαν να ανοίξει ξανά το πέρασμα του ποταμού ως το φθινόπωρο",
    "Οι υπουργοί από τις δύο όχθες συμφώνησαν την Τρίτη σε χρονοδιάγραμμα για το άνοιγμα του περάσματος, που είναι κλειστό από τις πλημμύρες της άνοιξης. Τα τρένα θα μπορούσαν να κινηθούν ξανά το φθινόπωρο, είπε η επιτροπή, αν το ανατολικό τμήμα περάσει τον έλεγχο του Ιουλίου. Οι έμποροι στην προκυμαία ήταν λιγότερο βέβαιοι.",
);

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    Sample { label: "windows-1251", encoding: WINDOWS_1251, short: RU.0, long: RU.1 },
    Sample { label: "windows-1251", encoding: WINDOWS_1251, short: UK.0, long: UK.1 },
    Sample { label: "windows-1251", encoding: WINDOWS_1251, short: BG.0, long: BG.1 },
    Sample { label: "koi8-r", encoding: KOI8_R, short: RU.0, long: RU.1 },
    Sample { label: "koi8-u", encoding: KOI8_U, short: UK.0, long: UK.1 },
    Sample { label: "euc-kr", encoding: EUC_KR, short: KO.0, long: KO.1 },
    Sample { label: "shift_jis", encoding: SHIFT_JIS, short: JA.0, long: JA.1 },
    Sample { label: "euc-jp", encoding: EUC_JP, short: JA.0, long: JA.1 },
    Sample { label: "gb18030", encoding: GB18030, short: ZH.0, long: ZH.1 },
    Sample { label: "big5", encoding: BIG5, short: TW.0, long: TW.1 },
    Sample { label: "windows-1256", encoding: WINDOWS_1256, short: AR.0, long: AR.1 },
    Sample { label: "windows-1255", encoding: WINDOWS_1255, short: HE.0, long: HE.1 },
    Sample { label: "iso-8859-2", encoding: ISO_8859_2, short: CS.0, long: CS.1 },
    Sample { label: "iso-8859-2", encoding: ISO_8859_2, short: PL.0, long: PL.1 },
    Sample { label: "iso-8859-2", encoding: ISO_8859_2, short: HU.0, long: HU.1 },
    Sample { label: "windows-1250", encoding: WINDOWS_1250, short: CS.0, long: CS.1 },
    Sample { label: "iso-8859-9", encoding: WINDOWS_1254, short: TR.0, long: TR.1 },
    Sample { label: "windows-1253", encoding: WINDOWS_1253, short: EL.0, long: EL.1 },
];
