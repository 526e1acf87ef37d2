//! Dates as news pages of two dozen languages print them, each on a page in its language.

use dragoman_core::extract::{self, MediaType, SourceHints};

const TABLE: &str = include_str!("../../fixtures/dates/printed.tsv");

/// When all pages of the table were saved.
const SAVED: &str = "2022-05-12T18:30";

/// A headline and a paragraph in each language.
#[rustfmt::skip]
const STORIES: &[(&str, &str, &str)] = &[
    ("en", "Talks resume in the border village", "The two delegations met in the border village for the first time in eleven months, officials of both sides said."),
    ("fr", "Les pourparlers reprennent au village frontalier", "Les deux délégations se sont retrouvées dans le village frontalier pour la première fois depuis onze mois, ont indiqué des responsables."),
    ("de", "Gespräche im Grenzdorf wieder aufgenommen", "Die beiden Delegationen trafen sich nach Angaben von Beamten zum ersten Mal seit elf Monaten wieder in dem Dorf an der Grenze."),
    ("es", "Se reanudan las conversaciones en el pueblo fronterizo", "Las dos delegaciones se reunieron en el pueblo fronterizo por primera vez en once meses, según dijeron funcionarios de ambas partes."),
    ("pt", "Conversações são retomadas na aldeia fronteiriça", "As duas delegações encontraram-se na aldeia fronteiriça pela primeira vez em onze meses, disseram funcionários de ambos os lados."),
    ("it", "Riprendono i colloqui nel villaggio di confine", "Le due delegazioni si sono incontrate nel villaggio di confine per la prima volta dopo undici mesi, hanno detto i funzionari."),
    ("ru", "Переговоры возобновились в приграничной деревне", "Две делегации встретились в приграничной деревне впервые за одиннадцать месяцев, сообщили представители обеих сторон этой встречи."),
    ("uk", "Переговори відновилися в прикордонному селі", "Дві делегації зустрілися в прикордонному селі вперше за одинадцять місяців, повідомили представники обох сторін цієї зустрічі."),
    ("ar", "استئناف المحادثات في القرية الحدودية", "التقى الوفدان في القرية الحدودية للمرة الأولى منذ أحد عشر شهرا حسبما قال مسؤولون من الجانبين بعد انتهاء الاجتماع."),
    ("fa", "از سرگیری گفت‌وگوها در روستای مرزی", "به گفته مقام‌های دو طرف، هیئت‌های نمایندگی برای نخستین بار پس از یازده ماه در روستای مرزی با یکدیگر دیدار کردند."),
    ("he", "השיחות התחדשו בכפר הגבול", "שתי המשלחות נפגשו בכפר הגבול בפעם הראשונה זה אחד עשר חודשים, כך אמרו גורמים רשמיים משני הצדדים לאחר הפגישה."),
    ("tr", "Sınır köyünde görüşmeler yeniden başladı", "Yetkililerin açıklamasına göre iki heyet, on bir ay aradan sonra ilk kez sınır köyünde bir araya geldi ve görüştü."),
    ("zh", "边境村庄恢复会谈", "双方官员表示，两个代表团十一个月以来首次在边境村庄会面，讨论了重新开放边境口岸以及恢复贸易往来等一系列议题。"),
    ("ja", "国境の村で協議が再開", "双方の当局者によると、両国の代表団は十一か月ぶりに国境の村で会談し、国境の検問所の再開と貿易の再開について話し合ったという。"),
    ("ko", "국경 마을에서 회담 재개", "양측 대표단이 열한 달 만에 처음으로 국경 마을에서 만나 국경 검문소를 다시 여는 문제와 교역을 재개하는 문제를 논의했다고 당국자들이 밝혔다."),
    ("hi", "सीमावर्ती गाँव में वार्ता फिर शुरू", "अधिकारियों ने बताया कि दोनों प्रतिनिधिमंडल ग्यारह महीने में पहली बार सीमावर्ती गाँव में मिले और उन्होंने व्यापार पर बात की।"),
    ("pl", "Rozmowy w przygranicznej wiosce wznowione", "Obie delegacje spotkały się w przygranicznej wiosce po raz pierwszy od jedenastu miesięcy, poinformowali urzędnicy obu stron."),
    ("nl", "Gesprekken in het grensdorp hervat", "De twee delegaties kwamen volgens ambtenaren voor het eerst in elf maanden weer bijeen in het dorp aan de grens met het buurland."),
    ("cs", "Rozhovory v pohraniční vesnici pokračují", "Obě delegace se podle úředníků sešly v pohraniční vesnici poprvé po jedenácti měsících a jednaly o otevření hraničního přechodu."),
    ("sv", "Samtalen återupptas i gränsbyn", "De båda delegationerna träffades i gränsbyn för första gången på elva månader, uppgav företrädare för båda sidor efter mötet."),
    ("el", "Επανάληψη συνομιλιών στο συνοριακό χωριό", "Οι δύο αντιπροσωπείες συναντήθηκαν στο συνοριακό χωριό για πρώτη φορά έπειτα από έντεκα μήνες, δήλωσαν αξιωματούχοι των δύο πλευρών."),
    ("id", "Perundingan dilanjutkan di desa perbatasan", "Kedua delegasi bertemu di desa perbatasan untuk pertama kalinya dalam sebelas bulan, kata para pejabat dari kedua belah pihak."),
    ("vi", "Đàm phán nối lại tại ngôi làng biên giới", "Các quan chức cho biết hai phái đoàn đã gặp nhau tại ngôi làng biên giới lần đầu tiên sau mười một tháng để bàn về thương mại."),
    ("th", "การเจรจาเริ่มขึ้นอีกครั้งในหมู่บ้านชายแดน", "คณะผู้แทนทั้งสองฝ่ายพบกันที่หมู่บ้านชายแดนเป็นครั้งแรกในรอบสิบเอ็ดเดือนเพื่อหารือเรื่องการเปิดด่านชายแดนและการค้าระหว่างกัน"),
];

/// The time that a page in `language` is dated with when it prints `printed` under its headline.
fn read(language: &str, printed: &str) -> (String, String) {
    let (_, title, story) = STORIES.iter().find(|(code, ..)| *code == language).unwrap();
    let html = format!(
        "<!DOCTYPE html><html lang={language}><head><title>{title}</title></head><body><main>\
         <h1>{title}</h1><p class=date>{printed}</p><p>{story}</p><p>{story}</p></main></body></html>"
    );
    let hints = SourceHints {
        saved: Some(SAVED),
        ..SourceHints::of(MediaType::Html)
    };
    match extract::article_from_html(&html, &hints).published {
        Some(time) => (time.iso, time.zone.unwrap_or_default()),
        None => ("none".to_owned(), String::new()),
    }
}

#[test]
fn dates_are_read_as_printed_in_two_dozen_languages() {
    let mut wrong = Vec::new();
    let mut forms = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (language, printed) = (cells.next().unwrap(), cells.next().unwrap());
        let iso = cells.next().unwrap();
        let zone = cells.next().unwrap_or_default();
        let found = read(language, printed);
        forms += 1;
        if (found.0.as_str(), found.1.as_str()) != (iso, zone) {
            wrong.push(format!(
                "{language}: {printed}: {found:?}, not {iso} {zone}"
            ));
        }
    }
    assert!(forms > 300, "{forms} forms");
    assert!(
        wrong.is_empty(),
        "{} of {forms}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn relative_dates_are_no_dates_where_the_time_of_saving_is_not_known() {
    let html = "<html lang=en><body><h1>Talks resume in the border village</h1><p class=date>3 hours ago</p>\
                <p>The two delegations met in the border village for the first time in eleven months, officials said.</p></body></html>";
    assert_eq!(super::page(html).published, None);
}
