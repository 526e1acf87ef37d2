//! Names of months and days of the week, as news pages of many languages print them.

/// Months of the Gregorian calendar: in full, as inflected beside a day, abbreviated.
#[rustfmt::skip]
pub(super) const GREGORIAN: &[(u8, &str)] = &[
    (1, "january jan janvier janv januar jänner jän enero ene janeiro gennaio genn gen января январь янв січня січень січ يناير \
         كانون-الثاني كانون-ثاني جانفي ژانویه ינואר ינו ocak oca stycznia styczeń sty januari ledna leden led january ianuarie ian ιανουαρίου \
         ιανουάριος ιαν január januára tammikuuta tammikuu जनवरी जन জানুয়ারি มกราคม ม.ค јануар januara siječnja siječanj gener јануари януари \
         студзеня جنوری januarie jaanuar sausio \
         janvāris janvārī იანვარი იან հունվարի հունվար қаңтар қаңтары ஜனவரி జనవరి yanvar janar januarja"),
    (2, "february feb février févr fév februar feber febrero fevereiro fev febbraio febbr febb февраля февраль фев февр лютого лютий лют \
         فبراير شباط فيفري فوریه פברואר פבר פברו şubat şub lutego luty lut februari února únor úno februarie φεβρουαρίου φεβρουάριος φεβ \
         február februára helmikuuta helmikuu फरवरी फर ফেব্রুয়ারি กุมภาพันธ์ ก.พ фебруар februara veljače veljača febrer февруари лютага فروری \
         peb vasario \
         februāris februārī veebruar თებერვალი თებ փետրվարի փետրվար ақпан பிப்ரவரி ఫిబ్రవరి fevral shkurt pebrero फेब्रुअरी februarja"),
    (3, "march mar mars märz mär mrz marzo março марта март мар березня березень бер مارس آذار اذار מרץ מרס mart marca marzec marz maart \
         mrt března březen bře martie μαρτίου μάρτιος μαρ μάρ március márc maaliskuuta maaliskuu मार्च মার্চ มีนาคม มี.ค marta ožujka ožujak \
         març сакавіка مارچ maret kovo \
         marts martā märts machi მარტი მარტს մարտի մարտ наурыз மார்ச் మార్చి marso marec"),
    (4, "april apr avril avr abril abr aprile апреля апрель апр квітня квітень квіт кві أبريل ابريل إبريل نيسان أفريل آوریل אפריל אפר nisan \
         nis kwietnia kwiecień kwie kwi dubna duben dub aprilie απριλίου απρίλιος απρ április ápr apríla huhtikuuta huhtikuu अप्रैल अप्र এপ্রিল \
         เมษายน เม.ย април aprila travnja travanj красавіка اپریل balandžio \
         aprīlis aprīlī aprill aprili აპრილი აპრ ապրիլի ապրիլ сәуір ஏப்ரல் ఏప్రిల్ prill अप्रिल"),
    (5, "may mai mayo maio maggio mag magg мая май травня травень трав тра مايو أيار ايار ماي مه می מאי mayıs maja maj mei května květen kvě μαΐου \
         μάιος μαϊ μάι május máj mája toukokuuta toukokuu मई মে พฤษภาคม พ.ค мај svibnja svibanj maig траўня mee مئی gegužės \
         maijs maijā მაისი მაი մայիսի մայիս мамыр மே మే"),
    (6, "june jun juin juni junio junho giugno giu июня июнь июн червня червень черв чер يونيو يونيه حزيران جوان ژوئن יוני יונ haziran haz \
         czerwca czerwiec czerw cze června červen čvn iunie ιουνίου ιούνιος ιουν ιούν június júna jún kesäkuuta kesäkuu जून জুন มิถุนายน มิ.ย јун \
         juna lipnja lipanj juny юни чэрвеня جون birželio \
         jūnijs jūnijā juuni junij junija ივნისი ივნ հունիսի հունիս маусым ஜூன் జూన్ iyun qershor hunyo जुन"),
    (7, "july jul juillet juil juli julio julho luglio lug июля июль июл липня липень лип يوليو يوليه تموز جويلية ژوئیه جولای יולי יול temmuz tem \
         lipca lipiec lip července červenec čvc iulie ιουλίου ιούλιος ιουλ ιούλ július júla júl heinäkuuta heinäkuu जुलाई জুলাই กรกฎาคม ก.ค јул \
         jula srpnja srpanj juliol юли ліпеня جولائی liepos \
         jūlijs jūlijā juuli julai julij julija ივლისი ივლ հուլիսի հուլիս шілде ஜூலை జులై జూలై iyul korrik hulyo"),
    (8, "august aug août aout agosto ago ag августа август авг серпня серпень серп сер أغسطس اغسطس غشت آب أوت اوت אוגוסט אוג ağustos ağu \
         sierpnia sierpień sierp sie augustus srpna srpen srp αυγούστου αύγουστος αυγ augusztus aug elokuuta elokuu अगस्त अग আগস্ট สิงหาคม ส.ค \
         avgust avgusta kolovoza kolovoz agost agustus agu ags agt augusti жніўня اگست rugpjūčio \
         augusts augustā ogos agosti აგვისტო აგვ օգոստոսի օգոստոս тамыз ஆகஸ்ட் ఆగస్టు avqust gusht अगस्ट"),
    (9, "september sept sep septembre septiembre setiembre setembro set settembre sett сентября сентябрь сен сент вересня вересень вер سبتمبر \
         شتنبر أيلول ايلول سپتامبر ספטמבר ספט eylül eyl września wrzesień wrz září zář szeptember szept septembrie σεπτεμβρίου σεπτέμβριος σεπ \
         σεπτ septembra syyskuuta syyskuu सितंबर सितम्बर सित সেপ্টেম্বর กันยายน ก.ย септембар rujna rujan setembre септември верасня ستمبر \
         rugsėjo \
         septembris septembrī septemba სექტემბერი სექ სექტ սեպտեմբերի սեպտեմբեր қыркүйек செப்டம்பர் సెప్టెంబర్ sentyabr sentabr shtator setyembre सेप्टेम्बर"),
    (10, "october oct octobre oktober okt octubre outubro out ottobre ott октября октябрь окт жовтня жовтень жовт жов أكتوبر اكتوبر تشرين-الأول \
          تشرين-أول اکتبر אוקטובר אוק אוקט ekim eki października październik paźdz paź října říjen říj octombrie οκτωβρίου οκτώβριος οκτ október \
          októbra lokakuuta lokakuu अक्टूबर अक्तूबर अक्टू অক্টোবর ตุลาคม ต.ค oktobar oktobra octubre октомври кастрычніка اکتوبر spalio \
          oktobris oktobrī oktoober oktoba ოქტომბერი ოქტ հոկտեմբերի հոկտեմբեր қазан அக்டோபர் అక్టోబర్ oktyabr oktabr tetor अक्टोबर"),
    (11, "november nov novembre noviembre novembro ноября ноябрь ноя нояб листопада листопад лист лис نوفمبر تشرين-الثاني تشرين-ثاني نونبر نوامبر \
          נובמבר נוב kasım kas listopada listopadu listopad lis noiembrie noi νοεμβρίου νοέμβριος νοε novembra marraskuuta marraskuu नवंबर नवम्बर नव নভেম্বর \
          พฤศจิกายน พ.ย novembar studenoga studeni ноември лістапада نومبر nopember lapkričio \
          novembris novembrī novemba ნოემბერი ნოე նոյեմբերի նոյեմբեր қараша நவம்பர் నవంబర్ noyabr nëntor nobyembre नोभेम्बर"),
    (12, "december dec décembre déc dezember dez diciembre dic dezembro dicembre декабря декабрь дек грудня грудень груд гру ديسمبر دجنبر \
          كانون-الأول كانون-أول دسامبر דצמבר דצמ דצ aralık ara grudnia grudzień grudz gru prosince prosinec pro decembrie δεκεμβρίου δεκέμβριος δεκ \
          decembra joulukuuta joulukuu दिसंबर दिसम्बर दिस ডিসেম্বর ธันวาคม ธ.ค decembar prosinca desembre desember des декември снежня دسمبر \
          gruodžio \
          decembris decembrī detsember disember desemba დეკემბერი დეკ դեկտեմբերի դեկտեմբեր желтоқсан டிசம்பர் డిసెంబర్ dekabr dhjetor disyembre डिसेम्बर"),
];

/// Croatian uses names that mean another month in Czech and Polish.
pub(super) const CROATIAN: &[(u8, &str)] = &[(10, "listopada listopad lis")];

/// Months of the Solar Hijri calendar: in Iran, then in Afghanistan.
#[rustfmt::skip]
pub(super) const SOLAR_HIJRI: &[(u8, &str)] = &[
    (1, "فروردین حمل"), (2, "اردیبهشت ثور"), (3, "خرداد جوزا"), (4, "تیر سرطان"), (5, "مرداد امرداد اسد"), (6, "شهریور سنبله"),
    (7, "مهر میزان"), (8, "آبان عقرب"), (9, "آذر قوس"), (10, "دی جدی"), (11, "بهمن دلو"), (12, "اسفند حوت"),
];

/// Months of the Hijri calendar; a hyphen stands for a space.
#[rustfmt::skip]
pub(super) const HIJRI: &[(u8, &str)] = &[
    (1, "محرم المحرم muharram muharrem"), (2, "صفر safar safer"), (3, "ربيع-الأول ربیع-الاول"), (4, "ربيع-الثاني ربيع-الآخر ربیع-الثانی"),
    (5, "جمادى-الأولى جمادی-الاول جمادى-الأول"), (6, "جمادى-الآخرة جمادى-الثانية جمادی-الثانی جمادى-الآخر"), (7, "رجب rajab recep"),
    (8, "شعبان shaban şaban"), (9, "رمضان ramadan ramazan"), (10, "شوال shawwal şevval"),
    (11, "ذو-القعدة ذي-القعدة ذی-القعده ذوالقعدة ذيقعده"), (12, "ذو-الحجة ذي-الحجة ذی-الحجه ذوالحجة ذيحجه"),
];

/// Months of the Hebrew calendar, counted from Nisan; Adar of a common year is month 12,
/// the two of a leap year are 12 and 13.
#[rustfmt::skip]
pub(super) const HEBREW: &[(u8, &str)] = &[
    (1, "ניסן nisan"), (2, "אייר iyar"), (3, "סיוון סיון sivan"), (4, "תמוז tammuz"), (5, "אב av"), (6, "אלול elul"), (7, "תשרי tishrei tishri"),
    (8, "חשוון חשון מרחשוון cheshvan"), (9, "כסלו kislev"), (10, "טבת tevet"), (11, "שבט shvat shevat"), (12, "אדר אדר-א adar"), (13, "אדר-ב"),
];

#[rustfmt::skip]
pub(super) const WEEKDAYS: &str = "\
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lundi mardi mercredi jeudi vendredi samedi \
    dimanche lun mar mer jeu ven sam dim montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lunes martes \
    miércoles mié jueves jue viernes vie sábado sáb domingo dom segunda terça quarta quinta sexta feira seg ter qua qui sex lunedì martedì mercoledì \
    giovedì venerdì sabato domenica gio понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п’ятниця пятниця \
    субота неділя пн вт ср чт пт сб вс нд الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد اثنين ثلاثاء أربعاء خميس جمعة سبت أحد \
    دوشنبه سه‌شنبه سه شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه یکشنبه یک‌شنبه چهار پنج یک دو pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal \
    çar per cum cmt paz poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob ndz maandag dinsdag woensdag donderdag vrijdag \
    zaterdag zondag ma di wo vr za zo måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors fre lör sön mandag tirsdag lørdag søndag יום \
    שני שלישי רביעי חמישי שישי שבת ראשון ב׳ ג׳ ד׳ ה׳ ו׳ א׳ सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि 월 화 수 \
    목 금 토 월요일 화요일 수요일 목요일 금요일 토요일 일요일 senin selasa rabu kamis jumat sabtu minggu pondělí úterý středa čtvrtek pátek sobota neděle po út st \
    čt pá so ne δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ thứ hai ba tư năm sáu bảy chủ nhật จันทร์ อังคาร พุธ \
    พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ วัน วันที่ maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai hétfő kedd szerda csütörtök péntek szombat vasárnap \
    luni marți miercuri joi vineri sâmbătă duminică";
