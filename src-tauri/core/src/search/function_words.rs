//! Words that carry the sentence and not its subject: question words, pronouns,
//! prepositions, auxiliaries.
//!
//! In a library of news some of them are rare, "when" more so than "treaty", and
//! would outweigh the words that a question is about. So they count little as long
//! as a query has other words; a phrase, or a query of nothing else, keeps them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::fold;

/// `tag: words`, as ISO 639-1 and as written; folded when read.
const LISTS: &[(&str, &str)] = &[
    (
        "en",
        "a an the and or but nor not no of to in on at by for from with without into onto over under \
         about after before between during through against among as is are was were be been being am \
         has have had having do does did doing done will would shall should can could may might must \
         i you he she it we they me him her us them my your his its our their this that these those \
         there here who whom whose what which when where why how many much if than then so because \
         while also just only very more most some any such both each other own same too out up down",
    ),
    (
        "de",
        "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine auch \
         von vom zu zum zur in im an am auf aus bei mit nach vor für über unter durch gegen ohne um bis \
         zwischen während seit als wie wenn dass ob weil denn ist sind war waren sein gewesen wird \
         werden wurde wurden hat haben hatte hatten kann können konnte soll sollte muss ich du er sie \
         es wir ihr ihm ihn ihnen sich mein sein seine seiner ihre ihrer dieser diese dieses diesen \
         jener man wer wen wem wessen was welche welcher welches welchen wann wo woher wohin warum \
         wieso wozu wodurch womit wofür viel viele wieviel so noch nur sehr mehr etwa",
    ),
    (
        "fr",
        "le la les l un une des de du d et ou mais ni ne pas non à au aux en dans sur sous par pour \
         avec sans chez vers entre contre pendant après avant depuis jusque comme si que qu qui quoi \
         dont où quand comment pourquoi combien quel quelle quels quelles lequel laquelle est sont \
         était étaient être été a ont avait avaient avoir eu fut furent sera seront peut je tu il elle \
         on nous vous ils elles me te se s lui leur leurs y ce cet cette ces c son sa ses mon ma mes \
         notre votre plus très aussi t n j m",
    ),
    (
        "es",
        "el la los las lo un una unos unas y e o u pero ni no de del a al en con sin por para sobre \
         entre hasta desde durante contra según tras ante como si que qué quien quién quienes quiénes \
         cual cuál cuales cuáles cuando cuándo donde dónde cómo cuanto cuánto cuántos cuántas cuánta \
         es son era eran ser sido fue fueron está están estaba estar ha han había haber hay se su sus \
         me te le les nos yo tú él ella ellos ellas este esta estos estas ese esa eso esto muy más \
         también porque cuyo",
    ),
    (
        "pt",
        "o a os as um uma uns umas e ou mas nem não de do da dos das em no na nos nas ao à aos às por \
         pelo pela pelos pelas para com sem sobre entre até desde durante contra como se que quê quem \
         qual quais quando onde quanto quantos quanta quantas porque é são era eram ser sido foi foram \
         está estão estava estar tem têm tinha ter há eu ele ela eles elas nós seu sua seus suas este \
         esta isto esse essa isso muito mais também",
    ),
    (
        "it",
        "il lo la i gli le l un uno una e ed o ma né non di del dello della dei degli delle a al allo \
         alla ai agli alle da dal dalla dai in nel nella nei nelle con su sul sulla per tra fra come se \
         che chi cui quale quali quando dove quanto quanti quante quanta perché cosa è sono era erano \
         essere stato stata fu furono ha hanno aveva avere io tu lui lei noi voi loro si suo sua suoi \
         sue questo questa questi quello quella più anche molto",
    ),
    (
        "nl",
        "de het een en of maar niet geen van tot in op aan bij met naar voor over onder door tegen \
         zonder om uit tussen tijdens sinds als dan dat die dit deze wie wat welke welk wanneer waar \
         waarom hoe hoeveel waarin is zijn was waren wordt worden werd werden heeft hebben had hadden \
         kan kunnen ik jij hij zij ze het we wij hun hen zich haar er ook nog veel meer te",
    ),
    (
        "sv",
        "en ett den det de och eller men inte av till i på vid med från för om över under genom mot \
         utan mellan efter innan som att är var vara varit blir blev har hade kan kunde ska skulle jag \
         du han hon vi ni man sig sin sitt sina denna detta dessa vem vad vilken vilket vilka när \
         varför hur många mycket var också mer",
    ),
    (
        "da",
        "en et den det de og eller men ikke af til i på ved med fra for om over under gennem mod uden \
         mellem efter før som at er var være været bliver blev har havde kan kunne skal skulle jeg du \
         han hun vi man sig sin sit sine denne dette disse hvem hvad hvilken hvilket hvilke hvornår \
         hvor hvorfor hvordan mange meget også mere der",
    ),
    (
        "no",
        "en et ei den det de og eller men ikke av til i på ved med fra for om over under gjennom mot \
         uten mellom etter før som at er var være vært blir ble har hadde kan kunne skal skulle jeg du \
         han hun vi man seg sin sitt sine denne dette disse hvem hva hvilken hvilket hvilke når hvor \
         hvorfor hvordan mange mye også mer der",
    ),
    (
        "fi",
        "ja tai mutta ei että joka jotka jonka kun jos kuin on ovat oli olivat olla ollut se ne hän he \
         tämä nämä kuka ketkä mikä mitkä mitä missä mistä mihin milloin miksi miten kuinka monta paljon \
         myös sekä niin",
    ),
    (
        "pl",
        "i oraz lub albo ale nie z ze do na w we o od po za przez dla pod nad przed przy między bez u \
         jak jako że żeby czy się jest są był była było byli być zostać został została ma mają miał co \
         kto kogo komu czego czemu który która które którzy którego której kiedy gdzie dlaczego jaki \
         jaka jakie jakiego jakiej jakich ile ilu ten ta to te tego tej tych on ona ono oni one jego \
         jej ich także też bardzo",
    ),
    (
        "cs",
        "a i nebo ale ne z ze do na v ve o od po za pro pod nad před při mezi bez u k ke jak jako že \
         aby zda se si je jsou byl byla bylo byli být má mají co kdo koho komu čeho který která které \
         kteří kterého které kdy kde proč jaký jaká jaké jakého kolik ten ta to ti ty tento tato toto \
         on ona ono oni jeho její jejich také velmi",
    ),
    (
        "ro",
        "un o unui unei unor și sau dar nu de din dintre la în într pe cu fără pentru prin despre după \
         înainte între contra ca dacă că să care cine ce cui cărui cărei când unde cum cât câți câte \
         câtă de este e sunt era erau fi fost a au am avea avut se își sa său sale săi lui ei lor eu \
         tu el ea noi voi acest această acesta aceasta aceste acel acea mai și foarte al ai ale cel cea \
         cei cele",
    ),
    (
        "hu",
        "a az egy és vagy de nem hogy mint ha is van vannak volt voltak lesz lenni ki kik kit mi mik mit \
         melyik milyen mikor hol hová honnan miért hogyan mennyi hány ez azt ezt aki ami amely akik \
         ő ők meg már még csak nagyon több",
    ),
    (
        "tr",
        "ve veya ya da ama değil bir bu şu o bunlar ile için gibi kadar göre sonra önce karşı üzere \
         olarak olan oldu olduğu ne neyi neden nerede nereye nereden niçin nasıl kim kimin kime kimi \
         kimler hangi hangisi kaç ne zaman mi mı mu mü mıdır midir de ki daha çok en her idi ise var \
         yok tarafından vardır nedir kimdir",
    ),
    (
        "vi",
        "là của và hay hoặc nhưng không có được bị cho với từ đến trong ngoài trên dưới tại ở vào ra \
         về theo bởi vì để mà thì khi nào gì ai đâu sao thế nào bao nhiêu mấy những các một này đó đây \
         kia đã đang sẽ rất cũng như",
    ),
    (
        "id",
        "dan atau tetapi tidak bukan di ke dari pada dalam oleh untuk dengan tanpa tentang antara \
         sebagai seperti jika bahwa yang adalah ialah ada itu ini apa siapa kapan di mana dimana \
         mengapa bagaimana berapa mana ia dia mereka kami kita telah sudah akan sedang juga sangat",
    ),
    (
        "ru",
        "и или а но не ни в во на с со к ко о об от до из у за по под над при для без через между перед \
         после против про как что чтобы если ли же бы то это этот эта эти этого этой этих тот та те того \
         той тех кто кого кому кем чем чего чему когда где куда откуда почему зачем сколько какой какая \
         какое какие какого какую каком каким какими каких какому который которая которое которые \
         которого которой которых котором которым чей чья чьё чьи есть был была было были быть будет он \
         она оно они его ему им её ей их ими я мы вы ты меня нас вас себя себе свой своя свои свою \
         также тоже очень более там тут",
    ),
    (
        "uk",
        "і й та або а але не ні в у на з із зі до про від для по за під над при без через між перед \
         після проти як що щоб якщо чи же б то це цей ця ці цього цієї той та ті хто кого кому ким чим \
         чого коли де куди звідки чому скільки який яка яке які якого якої яких якому яким якій є був \
         була було були бути буде він вона воно вони його її їх їм я ми ви ти себе свій також дуже",
    ),
    (
        "xc",
        "и или а но не в на с от до за по под над при без през между като че ако ли това този тази тези \
         кой коя кое кои кого какво какъв каква какви кога къде защо колко как е са беше бяха да се той \
         тя то те си го ги",
    ),
    (
        "sr",
        "i ili a ali ne ni u na s sa k ka o od do iz za po pod nad pri bez kroz između pred posle nakon \
         protiv kao što da ako li je su bio bila bilo bili biti će ko koga kome tko šta što čega kada \
         kad gde gdje zašto koliko kako koji koja koje kojeg kojoj kojih ovaj ova ovo taj ta to on ona \
         oni njegov njen njihov se takođe veoma",
    ),
    (
        "el",
        "ο η το οι τα του της των τον την τους τις ένας μια μία ένα και ή αλλά δεν μη μην να θα σε στο \
         στη στην στον στα στις στους από με για ως προς κατά μετά πριν χωρίς μεταξύ όπως ότι που αν \
         είναι ήταν είχε είχαν έχει έχουν ποιος ποια ποιο ποιοι ποιες ποιον ποιους ποιου τι πότε πού \
         γιατί πώς πόσο πόσα πόσοι πόσες πόση αυτός αυτή αυτό αυτά αυτές του τους κάθε πολύ επίσης",
    ),
    (
        "he",
        "של את על אל עם מן לא או כי אם גם הוא היא הם הן זה זאת אלה היה הייתה היו יש אין מי מה מתי איפה \
         היכן לאן מאין למה מדוע איך כיצד כמה איזה איזו אילו אשר כל בין לפני אחרי",
    ),
    (
        "ar",
        "في من إلى على عن مع بعد قبل بين حتى منذ خلال ضد دون غير عند لدى و أو أم ثم لكن بل لا لم لن ما \
         ليس ليست أن إن أنه أنها التي الذي الذين اللذان اللتان اللواتي هو هي هم هن هما هذا هذه هؤلاء \
         ذلك تلك كان كانت كانوا يكون تكون قد لقد كل بعض أي أية ماذا متى أين كيف لماذا كم هل من الذي \
         بماذا لمن ممن مما عما فيما لها له لهم به بها فيه فيها منه منها عليه عليها إليه إليها كما حيث \
         إذا إلا أيضا",
    ),
    (
        "fa",
        "و یا اما نه از به در با برای بر تا را که این آن است هست بود بودند شد شده می شود باشد چه کسی \
         چیست کیست کی کجا چرا چگونه چطور چند چقدر کدام آیا هر یک او وی آنها ما شما من خود نیز هم \
         بین پس پیش روی زیر",
    ),
    (
        "xa",
        "اور یا لیکن نہیں کے کی کا کو سے میں پر نے تک ہے ہیں تھا تھی تھے کیا کون کب کہاں کیوں کیسے کتنے \
         کتنا کس جو یہ وہ اس ان ایک بھی ہی",
    ),
    (
        "hi",
        "और या लेकिन नहीं के की का को से में पर ने तक है हैं था थी थे हो होता होती होते हुआ हुई हुए कर किया \
         गया गई गए क्या कौन कौनसा कौनसी किस किसने किसे किसका किसकी किसके कब कहाँ कहां क्यों कैसे कितना कितने \
         कितनी जो जिस यह वह ये वे इस उस इन उन एक भी ही लिए साथ अपने अपनी अपना द्वारा बारे बाद वाले वाली रूप",
    ),
];

static WORDS: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<&'static str>> = HashMap::new();
    for (tag, list) in LISTS {
        for word in list.split_whitespace() {
            let tags = words.entry(fold(word)).or_default();
            if !tags.contains(tag) {
                tags.push(tag);
            }
        }
    }
    words
});

/// The languages (tags of [`Language`](super::language::Language)) in which the
/// folded word is a function word.
pub(super) fn languages_of(folded: &str) -> &'static [&'static str] {
    WORDS.get(folded).map_or(&[], Vec::as_slice)
}
