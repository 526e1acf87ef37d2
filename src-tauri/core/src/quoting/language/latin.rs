//! English, French, German, Spanish.

use super::{Language, Order};

pub(super) static ENGLISH: Language = Language {
    code: "en",
    order: Order::Verb,
    verbs: "said says say saying told tells telling wrote writes write writing added adds adding \
        stated states stating announced announces announcing declared declares declaring claimed \
        claims claiming confirmed confirms confirming denied denies denying warned warns warning \
        insisted insists insisting argued argues arguing acknowledged admitted admits alleged \
        alleges asserted asserts vowed vows pledged pledges promised promises threatened \
        threatens urged urges called calls calling demanded demands explained explains noted \
        notes pointed replied replies responded responds answered asked asks suggested suggests \
        tweeted tweets posted remarked remarks recalled recalls praised praises praising criticising criticizing \
        condemned condemns condemning criticised criticized criticises criticizes denounced \
        denounces described describes defended defends defending expressed expresses reiterated \
        reiterates stressed stresses emphasised emphasized emphasises accused accuses blamed \
        blames rejected rejects dismissed dismisses hailed hails lauded slammed repeated \
        repeats concluded concludes predicted testified complained joked quipped shouted \
        disagreed disagrees agreed agrees objected objects countered counters cautioned cautions \
        conceded concedes contended contends retorted retorts protested lamented laments mused \
        reported reports reporting disclosed revealed reveals commented comments",
    citing: "quoted quotes quoting cited cites citing",
    passing: "reported reports reporting carried relayed",
    auxiliaries: "has have had was were is are also later then further again repeatedly \
        reportedly publicly previously earlier recently both",
    that: "that whether how why if",
    according: &[
        "according to",
        "as reported by",
        "as quoted by",
        "in the words of",
        "as per",
    ],
    by_them: &[
        "according to him",
        "according to her",
        "in his words",
        "in her words",
    ],
    owners: "his her its their my our your",
    by: "by",
    interviews: "interview interviews",
    after: &[],
    hearers: "to",
    telling: "told tells telling",
    breaks: "in on at during after before by with from over about to of for through against \
        when while as who whose which amid following because this last earlier late",
    leads: "but and or yet so however meanwhile still then also moreover instead in on at \
        for separately later earlier",
    persons: "he she",
    things: "it",
    others: "they we i you who this that these those there",
    weekdays: [
        "monday monday's mon",
        "tuesday tuesday's tue",
        "wednesday wednesday's wed",
        "thursday thursday's thu",
        "friday friday's fri",
        "saturday saturday's sat",
        "sunday sunday's sun",
    ],
    today: "today today's",
    yesterday: "yesterday yesterday's",
    months: [
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ],
    speeches: "message statement speech address interview letter report remarks comments post \
        tweet briefing conference broadcast telegram column editorial dispatch meeting call",
    before_day: "in on",
};

pub(super) static FRENCH: Language = Language {
    code: "fr",
    order: Order::Verb,
    verbs: "dit disait disent déclaré déclare déclarait déclarent affirmé affirme affirmait \
        affirment assuré assure assurait assurent annoncé annonce annonçait annoncent indiqué \
        indique indiquait indiquent expliqué explique expliquait expliquent précisé précise \
        précisait ajouté ajoute ajoutait estimé estime estimait estiment souligné souligne \
        soulignait rappelé rappelle rappelait écrit écrivait écrivent répondu répond répondait \
        dénoncé dénonce dénonçait averti avertit prévenu prévient promis promet confirmé confirme \
        confirmait démenti dément reconnu reconnaît lancé lance lançait martelé martèle réaffirmé \
        réaffirme salué salue salué regretté regrette conclu conclut insisté insiste jugé juge \
        jugeait soutenu soutient confié confie poursuivi poursuit commenté commente rapporté \
        rapporte rétorqué rétorque répliqué réplique objecté objecte réagi réagit tweeté qualifié qualifie exprimé exprime défendu défend accusé accuse",
    citing: "cité cite citant cités citée citées",
    passing: "rapporté rapporte relayé relaie",
    auxiliaries: "a ont avait avaient est sont s' n' l' aussi ensuite également notamment",
    that: "que qu' si comment pourquoi",
    according: &[
        "selon",
        "d'après",
        "comme le rapporte",
        "comme le rapportait",
        "aux dires de",
        "de l'avis de",
    ],
    by_them: &[
        "selon lui",
        "selon elle",
        "d'après lui",
        "d'après elle",
        "à l'en croire",
        "selon ses mots",
        "selon ses dires",
        "selon ses termes",
    ],
    owners: "son sa ses leur leurs mon ma mes notre nos votre vos",
    by: "par",
    interviews: "interview entretien",
    after: &[],
    hearers: "à au auprès",
    telling: "",
    breaks: "dans en lors pendant après avant par avec sur à au aux pour contre qui dont \
        lundi mardi mercredi jeudi vendredi samedi dimanche",
    leads: "mais et ou or cependant toutefois pourtant alors ainsi enfin dans en lors",
    persons: "il elle t-il t-elle",
    things: "celui-ci celle-ci",
    others: "ils elles on nous je tu vous ce c' qui cela t-on t-ils t-elles",
    weekdays: [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    today: "aujourd'hui",
    yesterday: "hier",
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    speeches: "message déclaration discours allocution entretien interview lettre communiqué \
        rapport tweet conférence point tribune",
    before_day: "le ce de du",
};

pub(super) static GERMAN: Language = Language {
    code: "de",
    order: Order::Verb,
    verbs: "sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten \
        meinte meint meinten schrieb schreibt schrieben geschrieben berichtete berichtet \
        berichteten teilte teilt mitgeteilt kündigte kündigt angekündigt warnte warnt warnten \
        gewarnt forderte fordert forderten gefordert fügte fügt hinzugefügt behauptete behauptet \
        bestätigte bestätigt dementierte dementiert bezeichnete bezeichnet kritisierte kritisiert \
        lobte lobt nannte nennt versicherte versichert verkündete verkündet äußerte äußert \
        geäußert antwortete antwortet entgegnete räumte drohte droht versprach verspricht \
        verurteilte verurteilt verteidigte verteidigt bekräftigte bekräftigt unterstrich hob wies \
        widersprach widerspricht erwiderte erwidert sprach spricht rief ruft so twitterte zitierte urteilte resümierte",
    citing: "zitierte zitiert zitierten",
    passing: "berichtete berichtet berichteten meldete meldet meldeten",
    auxiliaries: "hat habe haben hatte hatten ist sei auch zudem außerdem dazu weiter erneut \
        außerdem zuvor am",
    that: "dass ob wie warum",
    according: &[
        "laut",
        "nach angaben von",
        "nach angaben des",
        "nach angaben der",
        "zufolge von",
        "nach worten von",
        "den worten von",
    ],
    by_them: &[
        "ihm zufolge",
        "ihr zufolge",
        "laut ihm",
        "laut ihr",
        "seinen angaben zufolge",
        "ihren angaben zufolge",
        "seinen worten zufolge",
        "ihren worten zufolge",
        "nach seinen angaben",
        "nach ihren angaben",
        "nach seinen worten",
        "nach ihren worten",
        "seiner meinung nach",
        "ihrer meinung nach",
    ],
    owners: "sein seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres mein meine unser unsere",
    by: "von",
    interviews: "interview gespräch",
    after: &["zufolge"],
    hearers: "gegenüber",
    telling: "sagte sagten erklärte",
    breaks: "in im am an auf bei mit nach vor während zu zum zur von vom für gegen über die das \
        montag dienstag mittwoch donnerstag freitag samstag sonntag laut",
    leads: "aber und oder doch jedoch auch dann so in am im bei nach",
    persons: "er sie",
    things: "es",
    others: "wir ich ihr man wer dies das die der",
    weekdays: [
        "montag montags",
        "dienstag dienstags",
        "mittwoch mittwochs",
        "donnerstag donnerstags",
        "freitag freitags",
        "samstag samstags sonnabend",
        "sonntag sonntags",
    ],
    today: "heute",
    yesterday: "gestern",
    months: [
        "januar jänner",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    speeches: "botschaft erklärung rede ansprache interview brief mitteilung bericht beitrag \
        pressekonferenz stellungnahme gespräch telegramm",
    before_day: "am vom",
};

pub(super) static SPANISH: Language = Language {
    code: "es",
    order: Order::Verb,
    verbs: "dijo dice decía dijeron dicen dicho afirmó afirma afirmaron afirman afirmado declaró \
        declara declararon declarado aseguró asegura aseguraron asegurado señaló señala señalaron \
        señalado indicó indica indicaron indicado explicó explica explicaron anunció anuncia \
        anunciaron anunciado agregó agrega añadió añade añadieron manifestó manifiesta expresó \
        expresa expresaron escribió escribe comentó comenta respondió responde advirtió advierte \
        advirtieron advertido reiteró reitera confirmó confirma confirmaron confirmado negó niega \
        denunció denuncia denunciaron destacó destaca subrayó subraya recordó recuerda sostuvo \
        sostiene insistió insiste prometió promete acusó acusa exigió exige pidió pide reconoció \
        reconoce criticó critica elogió elogia condenó condena informó informa informaron tuiteó \
        replicó replica discrepó apuntó apunta concluyó concluye calificó califica defendió defiende precisó precisa",
    citing: "citó cita citando citado citada citados",
    passing: "informó informa informaron reportó reporta",
    auxiliaries: "ha han había habían fue también además luego después",
    that: "que si cómo",
    according: &["según", "de acuerdo con", "en palabras de", "a juicio de"],
    by_them: &[
        "según él",
        "según ella",
        "de acuerdo con él",
        "de acuerdo con ella",
        "en sus palabras",
        "según sus palabras",
        "a su juicio",
    ],
    owners: "su sus mi mis nuestro nuestra nuestros nuestras",
    by: "por",
    interviews: "entrevista",
    after: &[],
    hearers: "a al",
    telling: "",
    breaks: "en durante tras antes por con sobre a al para contra desde ante quien que \
        este lunes martes miércoles jueves viernes sábado domingo",
    leads: "pero y o sin embargo no obstante así en durante tras además también",
    persons: "él ella",
    things: "ello",
    others: "ellos ellas nosotros yo usted ustedes se esto eso quien",
    weekdays: [
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ],
    today: "hoy",
    yesterday: "ayer",
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre setiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    speeches: "mensaje declaración discurso entrevista carta comunicado informe tuit conferencia \
        rueda comparecencia",
    before_day: "el del este en",
};
