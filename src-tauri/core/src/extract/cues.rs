//! Words that mark a line as part of a page rather than of its article.
//!
//! Phrases are written as [`cue_key`] writes lines: lower case,
//! no punctuation, apostrophes dropped, `#` for any number.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::phrases::{Phrases, Table};
use super::words::{self, cue_key};
use crate::domain::RemovalReason::{
    self, Account, Advertisement, Comments, Consent, Navigation, PageNote, Promotion, Related,
    Share,
};

/// Lines of more words are told apart by their place only.
const LONGEST: usize = 40;

/// Why a line is not part of the article, when its words tell. `words` is their
/// number, `running` whether it is a sentence. What somebody is quoted as saying is
/// never furniture.
pub(crate) fn of_line(text: &str, words: usize, running: bool) -> Option<RemovalReason> {
    if words > LONGEST || is_quoted(text) {
        return None;
    }
    of_key(&cue_key(text), words, running)
}

/// What a line of a page says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Said {
    /// As [`of_line`] has it.
    pub cue: Option<RemovalReason>,
    /// It is a short line that [ends articles](ends_article).
    pub ending: bool,
}

/// As [`of_line`], for a line whose [`same_key`](super::words::same_key) is known.
pub(crate) fn said_of(text: &str, same_key: &str, words: usize, running: bool) -> Said {
    if words > LONGEST {
        return Said::default();
    }
    let with_digits = words::has_digits(text).then(|| cue_key(text));
    let key = with_digits.as_deref().unwrap_or(same_key);
    Said {
        cue: of_key(key, words, running).filter(|_| !is_quoted(text)),
        ending: words <= LONGEST_ENDING && ends_article(key),
    }
}

/// Headings of more words end no article.
const LONGEST_ENDING: usize = 8;

fn is_quoted(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '„', '‘', '「', '『', '”', '‹'])
        && text
            .chars()
            .skip(1)
            .any(|c| matches!(c, '”' | '"' | '»' | '“' | '’' | '」' | '』' | '›'))
}

/// As [`of_line`], for its [`cue_key`].
fn of_key(key: &str, words: usize, running: bool) -> Option<RemovalReason> {
    if key.is_empty() {
        return None;
    }
    let index = &*INDEX;
    if words <= 12
        && let Some(reason) = index.exact.get(key)
    {
        return Some(*reason);
    }
    let long_for_start = words > if running { 14 } else { 28 };
    if !long_for_start && let Some(reason) = index.starts.at(key) {
        return Some(reason);
    }
    // A phrase begins where a word does.
    let word_starts = std::iter::once(0).chain(key.match_indices(' ').map(|(at, _)| at + 1));
    word_starts
        .into_iter()
        .filter_map(|at| key.get(at..))
        .find_map(|rest| index.contains.at(rest))
}

/// The tables, arranged for looking lines up.
struct Index {
    exact: HashMap<&'static str, RemovalReason>,
    starts: Phrases,
    contains: Phrases,
    after: HashSet<&'static str>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut exact = HashMap::new();
    for (reason, phrases) in EXACT {
        for phrase in *phrases {
            exact.entry(*phrase).or_insert(*reason);
        }
    }
    Index {
        exact,
        starts: Phrases::of(STARTS),
        contains: Phrases::of(CONTAINS),
        after: AFTER_ARTICLE.iter().copied().collect(),
    }
});

/// Headings after which a page goes on with something else than the article.
pub(crate) fn ends_article(key: &str) -> bool {
    INDEX.after.contains(key)
}

/// The whole line.
#[rustfmt::skip]
const EXACT: Table = &[
    (Comments, &[
        "comments", "comment", "# comments", "# comment", "comments #", "no comments", "no comments yet", "view comments",
        "show comments", "leave a comment", "add a comment", "post a comment", "add comment", "post comment", "reply",
        "leave a reply", "cancel reply", "leave a reply cancel reply", "write a comment", "join the conversation",
        "join the discussion", "your comment", "load comments", "all comments", "see all comments", "read comments",
        "comments are closed", "comment on this story", "sort by", "most liked", "newest first", "commentaires",
        "# commentaires", "commenter", "laisser un commentaire", "réagir", "kommentare", "# kommentare", "kommentieren",
        "kommentar schreiben", "comentarios", "# comentarios", "comentar", "deja un comentario", "comentários",
        "deixe um comentário", "commenti", "# commenti", "commenta", "lascia un commento", "комментарии", "# комментариев",
        "комментировать", "оставить комментарий", "коментарі", "التعليقات", "تعليقات", "اترك تعليقا", "أضف تعليق", "نظرات",
        "yorumlar", "yorum yap", "yorum yaz", "评论", "發表評論", "发表评论", "留言", "コメント", "コメントを書く", "댓글",
        "댓글쓰기", "댓글 #", "reacties", "reageer", "kommentarer", "komentarze", "תגובות", "टिप्पणी", "टिप्पणियां", "komentar",
    ]),
    (Account, &[
        "log in", "login", "sign in", "sign up", "register", "log out", "logout", "my account", "account", "my profile",
        "create account", "create an account", "create a free account", "already registered", "already a subscriber",
        "already have an account", "already have an account log in", "forgot password", "forgot your password", "register now",
        "sign in register", "log in register", "remember me", "thank you for registering", "thanks for registering",
        "thank you for subscribing", "thanks for subscribing", "se connecter", "connexion", "mon compte", "créer un compte",
        "anmelden", "einloggen", "registrieren", "mein konto", "iniciar sesión", "regístrate", "mi cuenta", "entrar",
        "cadastre se", "accedi", "registrati", "войти", "вход", "регистрация", "увійти", "تسجيل الدخول", "ورود", "giriş yap",
        "üye ol", "登录", "登入", "注册", "註冊", "ログイン", "会員登録", "로그인", "회원가입", "inloggen", "logga in", "zaloguj się",
    ]),
    (Promotion, &[
        "subscribe", "subscribe now", "newsletter", "newsletters", "donate", "donate now", "support us", "become a member",
        "get the app", "download the app", "download our app", "subscribe to our newsletter", "sign up for our newsletter",
        "email address", "your email", "your email address", "enter your email", "enter your email address", "email", "join now",
        "start your free trial", "get started", "gift this article", "gift article", "subscribe today", "buy now", "shop now",
        "abonnez vous", "sabonner", "je mabonne", "infolettre", "faire un don", "abonnieren", "jetzt abonnieren",
        "newsletter abonnieren", "suscríbete", "suscribirse", "suscribirme", "boletines", "assine", "inscreva se", "abbonati",
        "iscriviti", "подписаться", "подпишитесь", "підписатися", "اشترك", "النشرة البريدية", "abone ol", "订阅", "訂閱",
        "メルマガ登録", "구독", "구독하기", "abonneren", "prenumerera", "book now", "learn more", "contact us", "get in touch",
    ]),
    (Related, &[
        "related", "related articles", "related stories", "related posts", "related topics", "related content", "related news",
        "read more", "read also", "see also", "more stories", "more from this author", "more on this story", "more on this topic",
        "recommended", "recommended for you", "recommended stories", "you may also like", "you might also like", "most read",
        "most popular", "most viewed", "trending", "trending now", "popular", "popular posts", "recent posts", "recent articles",
        "latest", "latest news", "latest stories", "latest articles", "top stories", "editors picks", "dont miss", "must read",
        "whats hot", "up next", "read next", "more news", "more articles", "similar articles", "keep reading", "continue reading",
        "next article", "previous article", "next post", "previous post", "around the web", "from the web", "in case you missed it",
        "view all", "see all", "load more", "show more", "see more", "view more", "related links", "further reading",
        "à lire aussi", "lire aussi", "à lire également", "sur le même sujet", "les plus lus", "mehr zum thema", "lesen sie auch",
        "auch interessant", "meistgelesen", "das könnte sie auch interessieren", "weiterlesen", "lea también", "leer más",
        "te puede interesar", "noticias relacionadas", "más leídas", "lo más leído", "leia também", "leia mais", "mais lidas",
        "veja também", "leggi anche", "i più letti", "читайте также", "читать также", "по теме", "материалы по теме",
        "самое читаемое", "популярное", "еще по теме", "читайте також", "اقرأ أيضا", "اقرأ أيضًا", "إقرأ أيضا", "مواضيع ذات صلة",
        "الأكثر قراءة", "أخبار ذات صلة", "بیشتر بخوانید", "مطالب مرتبط", "ilgili haberler", "en çok okunanlar", "相关阅读",
        "相关新闻", "相关文章", "延伸阅读", "延伸閱讀", "相關新聞", "推荐阅读", "热门", "関連記事", "あわせて読みたい", "人気記事",
        "관련기사", "관련 기사", "많이 본 뉴스", "추천기사", "lees ook", "meer over", "läs också", "läs mer", "czytaj także",
        "zobacz także", "קרא גם", "קראו גם", "כתבות נוספות", "यह भी पढ़ें", "ये भी पढ़ें", "संबंधित खबरें", "baca juga",
    ]),
    (Share, &[
        "share", "share this", "share this article", "share this story", "share this post", "share article", "share on facebook",
        "share on twitter", "share on x", "share on linkedin", "share on whatsapp", "share via email", "facebook", "twitter",
        "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "instagram", "youtube", "tiktok", "flipboard", "tumblr",
        "print", "print this article", "email this article", "copy link", "link copied", "copy url", "save", "save article",
        "bookmark", "follow", "follow us", "follow us on", "tweet", "pin it", "pin", "x", "shares", "# shares", "share #",
        "threads", "bluesky", "copied", "copied to clipboard", "partager", "partager cet article", "imprimer", "suivez nous",
        "teilen", "drucken", "artikel teilen", "folgen sie uns", "merken", "compartir", "comparte", "imprimir", "síguenos",
        "compartilhar", "compartilhe", "condividi", "stampa", "seguici", "поделиться", "распечатать", "поділитися", "شارك",
        "مشاركة", "طباعة", "اشتراک گذاری", "paylaş", "yazdır", "分享", "分享到", "打印", "列印", "シェア", "シェアする", "印刷",
        "공유", "공유하기", "프린트", "인쇄", "delen", "dela", "udostępnij", "שתפו", "שיתוף", "शेयर करें", "bagikan", "vk", "line",
        "google", "mail", "messenger", "snapchat", "rss", "feed", "share to facebook", "share to twitter", "share to x", "google+",
        "click to share", "copy", "like", "likes", "# likes", "listen", "listen to this article", "listen to article", "viber",
    ]),
    (Advertisement, &[
        "advertisement", "advertisements", "ad", "ads", "sponsored", "sponsored content", "advertising", "promoted",
        "advertisement feature", "article continues below", "article continues after advertisement", "story continues below",
        "story continues below advertisement", "scroll to continue", "skip advertisement", "skip ad", "publicité", "anzeige",
        "werbung", "publicidad", "publicidade", "pubblicità", "реклама", "إعلان", "اعلان", "تبلیغات", "reklam", "广告", "廣告",
        "広告", "광고", "advertentie", "annons", "reklama", "פרסומת", "विज्ञापन", "iklan", "continue reading below",
        "paid content", "affiliate links", "remove ads", "report this ad", "report ad", "ad feedback", "close ad",
    ]),
    (Consent, &[
        "accept", "accept all", "accept all cookies", "reject all", "manage cookies", "cookie settings", "privacy settings",
        "i agree", "agree", "accept cookies", "cookie policy", "cookie preferences", "manage preferences", "got it",
        "tout accepter", "accepter", "alle akzeptieren", "akzeptieren", "aceptar", "aceitar", "accetta", "принять",
        "your privacy choices", "do not sell my personal information", "do not sell or share my personal information",
        "cookies settings", "we value your privacy", "save preferences", "decline", "reject",
    ]),
    (Navigation, &[
        "menu", "main menu", "search", "skip to content", "skip to main content", "skip to navigation", "jump to content",
        "home", "back to top", "top", "close", "open menu", "close menu", "toggle navigation", "toggle menu", "next", "previous",
        "prev", "back", "go back", "sections", "site navigation", "site index", "more", "about", "about us", "contact",
        "privacy policy", "privacy", "terms", "terms of use", "terms of service", "terms and conditions", "terms & conditions",
        "sitemap", "site map", "advertise", "advertise with us", "careers", "help", "faq", "faqs", "tags", "categories",
        "archives", "topics", "in this article", "table of contents", "contents", "blog", "news", "sport", "sports", "opinion",
        "world", "business", "politics", "weather", "video", "videos", "live", "breaking news", "accessibility", "edition",
        "language", "english", "archive", "accueil", "startseite", "inicio", "início", "главная", "головна", "الرئيسية", "首页",
        "首頁", "ホーム", "홈", "meny", "suche", "recherche", "rechercher", "buscar", "cerca", "поиск", "بحث", "ara", "搜索",
        "検索", "검색", "zoeken", "szukaj", "impressum", "datenschutz", "mentions légales", "aviso legal", "contacto",
        "disclaimer", "imprint", "contact", "subscribe to rss", "view profile", "see all posts", "all posts", "all rights reserved",
        "please fill out this field", "go to top", "scroll to top", "share your story", "switch language", "expand", "collapse",
        "resources", "services", "products", "shop", "cart", "pricing", "company", "features", "support", "events", "gallery",
        "portfolio", "podcast", "podcasts", "press", "partners", "our team", "team", "jobs", "store", "solutions", "login portfolio",
    ]),
    (PageNote, &[
        "updated", "published", "last updated", "# min read", "# minute read", "# minutes read", "# min", "# mins read",
        "reading time", "min read", "estimated reading time # minutes", "read time # minutes", "read time # min", "# views",
        "views #", "reading time # minutes", "reading time # min", "time to read # minutes", "reading time # mins",
        "image source", "file photo", "about the author", "written by", "author", "authors", "by", "published by", "posted by",
        "posted in", "posted on", "filed under", "filed under #", "uncategorized", "this article is more than # year old",
        "this article is more than # years old", "this article is more than # months old", "view bio", "all rights reserved",
        "correction", "thank you", "thank you for your feedback", "was this article helpful", "was this helpful", "yes", "no",
        "temps de lecture # min", "lecture # min", "# мин", "просмотров #", "조회수 #", "阅读 #", "责任编辑", "ago", "# hours ago",
        "# days ago", "# minutes ago", "an hour ago", "a day ago", "#h ago", "#d ago",
    ]),
];

/// The beginning of a short line.
#[rustfmt::skip]
const STARTS: Table = &[
    (Comments, &[
        "be the first to comment", "join the conversation", "join our commenting", "join the discussion",
        "join thought provoking conversations", "your email address will not be published", "you must be logged in to",
        "save my name email and website", "notify me of follow up comments", "notify me of new posts", "log in to comment",
        "sign in to comment", "please log in to comment", "comments are closed", "leave a comment", "leave a reply", "view all comments",
        "there are # comments", "to comment on this", "commenting on this article", "notify of", "required fields are marked",
        "this site uses akismet", "votre adresse e mail ne sera pas publiée", "deine e mail adresse wird nicht veröffentlicht",
        "ihre e mail adresse wird nicht veröffentlicht", "tu dirección de correo electrónico no será publicada",
        "o seu endereço de e mail não será publicado", "il tuo indirizzo email non sarà pubblicato", "ваш адрес email не будет опубликован",
        "e posta adresiniz yayınlanmayacak", "لن يتم نشر عنوان بريدك الإلكتروني",
    ]),
    (Account, &[
        "thank you for registering", "thanks for registering", "please refresh the page", "please refresh your browser",
        "already have an account", "already a subscriber", "already a member", "sign in to continue", "log in to continue",
        "register to continue", "create an account to", "create a free account to", "register for free to", "youre logged in as",
        "you are logged in as", "forgot your password", "verify its you", "to continue reading", "please log in", "please sign in",
        "sign in to your", "log in to your", "register for free", "subscribe to unlock", "you have reached your limit",
    ]),
    (Promotion, &[
        "sign up for", "sign up to", "subscribe to", "subscribe for", "get our", "download our", "download the", "join our newsletter",
        "get the latest", "get breaking news", "receive our", "receive the latest", "support our journalism", "support independent journalism",
        "support quality journalism", "become a member", "become a subscriber", "donate to", "you can support", "enter your email",
        "by submitting your email", "by signing up", "by subscribing", "by clicking sign up", "by entering your email",
        "stay up to date with", "stay informed", "never miss", "get all the latest", "start your day with", "unsubscribe at any time",
        "we will never share your email", "try our newsletter", "delivered to your inbox", "thank you your submission has been received",
        "oops something went wrong while submitting", "this field is for validation purposes", "inscrivez vous à", "recevez",
        "abonnez vous", "melden sie sich", "abonnieren sie", "suscríbete", "recibe en tu", "assine", "receba", "iscriviti",
        "подпишитесь на", "подписывайтесь", "підписуйтесь", "підписуйся", "اشترك في", "abone ol", "get in touch with", "join our",
        "ready to", "book a", "request a demo", "start your free", "try it free", "get a free", "schedule a", "thanks for subscribing",
        "get the free", "make us preferred", "add as a preferred source", "add us as a preferred source", "listen to the latest songs",
    ]),
    (Related, &[
        "read more", "read also", "also read", "see also", "read next", "related", "recommended", "watch also", "dont miss",
        "you may also", "you might also", "more from", "more on", "more about", "most popular in", "also on", "watch now", "read now",
        "lire aussi", "à lire aussi", "lire la suite", "a lire aussi", "mehr zum thema", "lesen sie auch", "lesen sie mehr", "mehr dazu",
        "lee también", "lea también", "leer también", "te puede interesar", "te recomendamos", "leia também", "leia mais", "veja também",
        "leggi anche", "читайте также", "читайте ещё", "читайте еще", "читайте також", "см также", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ ايضا",
        "إقرأ أيضا", "شاهد أيضا", "بیشتر بخوانید", "相关阅读", "延伸阅读", "延伸閱讀", "更多", "関連記事", "あわせて読みたい",
        "관련기사", "lees ook", "läs också", "czytaj także", "czytaj też", "zobacz też", "baca juga", "यह भी पढ़ें", "ये भी पढ़ें", "קראו גם",
        "check out our", "next up", "previous article", "next article", "further reading",
    ]),
    (Share, &[
        "share this", "share on", "share via", "share to", "follow us", "follow the", "follow me on", "follow him on", "follow her on",
        "find us on", "like us on", "connect with us", "email this", "click to share", "click to print", "click to email",
        "opens in new window", "copy link", "partager sur", "suivez", "folgen sie", "teilen auf", "auf facebook", "síguenos",
        "compartir en", "sigue a", "siga", "seguici", "следите за", "поделиться", "تابعنا", "تابعوا", "bizi takip", "takip et", "关注我们",
        "フォロー", "tweet this", "pin this", "print this", "send this", "on facebook", "on twitter", "join us on", "join our whatsapp",
        "join our telegram", "whatsapp channel", "tweets by", "shared on", "watch on youtube", "watch us on", "contact the reporter",
        "ways to reach", "got a story", "got a tip", "got a news tip", "do you have a story", "email the author", "follow our",
    ]),
    (Consent, &[
        "this website uses cookies", "this site uses cookies", "we use cookies", "we and our partners", "we and our # partners",
        "we and our # technology partners", "by continuing to use", "by using this site", "by continuing to browse", "by clicking accept",
        "our website uses cookies", "we value your privacy", "this content is provided by", "to show you this content",
        "nous utilisons des cookies", "nous et nos partenaires", "wir verwenden cookies", "wir und unsere partner", "diese website verwendet",
        "utilizamos cookies", "este sitio web utiliza", "este site utiliza", "usiamo cookie", "questo sito utilizza",
        "мы используем", "сайт использует", "ми використовуємо", "bu site çerez", "本网站使用", "cookies help us",
    ]),
    (Advertisement, &[
        "advertisement", "sponsored by", "sponsored content", "story continues below", "article continues below", "article continues after",
        "this article contains affiliate", "this post contains affiliate", "this post may contain affiliate", "as an amazon associate",
        "when you buy through", "if you buy through", "we may earn", "la suite après cette publicité", "anzeige", "continua después de la publicidad",
    ]),
    (Navigation, &[
        "skip to", "jump to", "you are here", "tags", "tag", "categories", "category", "filed under", "posted in", "topics", "back to",
        "go to", "return to", "view all", "see all", "show all", "explore more", "browse", "search for", "click here to", "click here for",
        "thèmes", "themen", "etiquetas", "temas", "argomenti", "теги", "тэги", "темы", "הנושאים", "الكلمات المفتاحية", "标签", "標籤",
        "關鍵字", "タグ", "태그",
    ]),
    (PageNote, &[
        "© #", "copyright", "© copyright", "copyright ©", "all rights reserved", "this article was originally published",
        "this article was first published", "this story was originally published", "this post was originally published",
        "this article originally appeared", "originally published", "first published", "last updated", "last modified", "last reviewed",
        "last edited", "page last updated", "updated on", "updated", "published on", "published", "posted on", "date published", "date modified",
        "reading time", "estimated reading", "time to read", "read time", "est reading time", "# min read", "# minute read", "image source",
        "reporting by", "editing by", "additional reporting by", "our standards", "this story has been updated", "this article has been updated",
        "about the author", "the views expressed in this", "the opinions expressed in this", "edited by", "fact checked by", "reviewed by",
        "medically reviewed by", "powered by", "designed by", "theme by", "proudly powered", "illustration by", "temps de lecture",
        "publié le", "mis à jour le", "modifié le", "veröffentlicht am", "aktualisiert am", "stand", "publicado el", "actualizado el",
        "publicado em", "atualizado em", "pubblicato il", "aggiornato il", "опубликовано", "обновлено", "опубліковано", "оновлено",
        "تاريخ النشر", "آخر تحديث", "yayınlanma", "güncelleme", "son güncelleme", "责任编辑", "責任編輯", "编辑", "編輯", "무단전재",
        "저작권자", "ⓒ", "입력", "수정", "기사입력", "最終更新", "更新", "配信", "公開",
    ]),
];

/// Anywhere in a line of at most forty words: phrases that articles hardly use.
#[rustfmt::skip]
const CONTAINS: Table = &[
    (Comments, &[
        "commenting forum", "other readers and see their replies", "readers and see their replies", "community guidelines", "leave a comment",
        "first to comment", "cancel reply", "comments are moderated", "comment policy", "commenting guidelines", "email address will not be published",
    ]),
    (Account, &[
        "automatically logged in", "to be logged in", "refresh your browser", "log in or register", "sign in or register",
        "sign in or create", "log in or create", "already a subscriber", "for registering", "already have an account", "reset your password",
        "register to access", "unlock this article", "subscribers only", "this content is for subscribers",
    ]),
    (Promotion, &[
        "sign up for our", "sign up to our", "subscribe to our", "our newsletter", "our free newsletter", "to our newsletter",
        "newsletter sign up", "straight to your inbox", "to your inbox", "in your inbox", "unsubscribe at any time", "subscribe now",
        "free trial", "download our app", "download the app", "support our work", "make a donation", "exclusive content", "our privacy policy and",
        "privacy policy and terms", "terms of service apply", "receive newsletters", "sign up today", "per votre boîte mail",
        "in ihr postfach", "en tu correo", "notre newsletter", "nos newsletters", "unseren newsletter", "nuestro boletín", "nuestra newsletter",
        "nossa newsletter", "nostra newsletter", "нашу рассылку", "наш telegram", "наш телеграм", "telegram канал", "телеграм канал",
        "наш канал", "whatsapp channel", "telegram channel", "your submission has been received", "while submitting the form",
    ]),
    (Share, &[
        "share on facebook", "share on twitter", "share on linkedin", "click to share on", "opens in new window", "follow us on",
        "facebook twitter", "twitter facebook", "facebook x", "facebook linkedin", "facebook whatsapp", "facebook instagram", "twitter linkedin",
        "linkedin twitter", "in google news", "on google news", "follow us on twitter", "folgen sie uns", "síguenos en", "siga nos",
        "seguici su", "suivez nous sur", "email protected", "share this article", "share this post",
    ]),
    (Consent, &[
        "uses cookies", "use cookies to", "cookie policy", "accept all cookies", "accept cookies", "your consent", "consent choices",
        "cookies to improve", "verwendet cookies", "utilise des cookies", "utiliza cookies", "utilizziamo i cookie", "使用cookie",
        "третьими лицами файлы cookie", "файлы cookie", "store and or access information on a device", "enable javascript",
        "javascript is disabled", "javascript enabled",
    ]),
    (Advertisement, &["continues below this ad", "affiliate commission", "earn a commission", "affiliate links", "article continues below"]),
    (PageNote, &[
        "all rights reserved", "rights reserved", "tous droits réservés", "alle rechte vorbehalten", "todos los derechos reservados",
        "todos os direitos reservados", "tutti i diritti riservati", "все права защищены", "усі права захищено", "جميع الحقوق محفوظة",
        "tüm hakları saklıdır", "版权所有", "版權所有", "無断転載", "무단전재", "재배포 금지", "may not be published broadcast rewritten",
        "may not be reproduced", "this material may not be", "trust principles", "stock photo from", "views expressed are those of the author",
        "min read", "minute read",
    ]),
];

/// Headings that stand after an article.
#[rustfmt::skip]
const AFTER_ARTICLE: &[&str] = &[
    "comments", "# comments", "# comment", "# responses", "# thoughts", "leave a comment", "leave a reply", "leave a reply cancel reply",
    "post a comment", "add a comment", "related articles", "related stories", "related posts", "related news", "related content", "related",
    "you may also like", "you might also like", "recommended for you", "most read", "most popular", "recent posts", "recent articles",
    "latest news", "latest articles", "latest stories", "latest posts", "popular posts", "top stories", "trending", "trending now",
    "more stories", "more from author", "editors picks", "about the author", "related reading", "similar posts", "similar articles",
    "commentaires", "articles similaires", "kommentare", "ähnliche artikel", "comentarios", "artículos relacionados", "comentários",
    "notícias relacionadas", "commenti", "articoli correlati", "комментарии", "похожие материалы", "التعليقات", "مواضيع ذات صلة",
    "yorumlar", "ilgili haberler", "评论", "相关阅读", "相关新闻", "関連記事", "관련기사", "댓글", "join our commenting forum", "read next",
    "what to read next", "up next", "share this", "share this article", "share this post", "keep reading", "you may also be interested in",
    "recommended reading", "more articles", "recommended articles", "recommended stories", "discover more", "explore more", "more posts",
];

/// Titles of pages that say that something went wrong.
#[rustfmt::skip]
pub(crate) const ERROR_TITLES: &[&str] = &[
    "# not found", "page not found", "# page not found", "error #", "access denied", "forbidden", "# forbidden", "not found", "just a moment",
    "attention required cloudflare", "are you a robot", "service unavailable", "# service unavailable", "bad gateway", "# bad gateway",
    "internal server error", "site unavailable", "page introuvable", "seite nicht gefunden", "página no encontrada", "página não encontrada",
    "pagina non trovata", "страница не найдена", "сторінку не знайдено", "الصفحة غير موجودة", "sayfa bulunamadı", "页面不存在",
    "ページが見つかりません", "페이지를 찾을 수 없습니다", "oops", "something went wrong", "error", "robot check", "verifying you are human",
    "gateway timeout", "# gateway timeout", "request blocked", "temporarily unavailable", "unusual traffic",
];

/// Sentences that say that the rest is behind a paywall.
#[rustfmt::skip]
pub(crate) const PAYWALL: &[&str] = &[
    "to continue reading", "to read the full article", "to read the full story", "to read this article", "subscribe to continue",
    "subscribe to read", "subscribe to unlock", "register to continue", "this article is for subscribers", "this content is for subscribers",
    "subscriber only", "for subscribers only", "exclusively for subscribers", "already a subscriber", "unlock this article",
    "réservé aux abonnés", "la suite est réservée", "il vous reste", "jetzt weiterlesen", "mit einem abo", "lesen sie diesen artikel",
    "exclusivo para suscriptores", "para seguir leyendo", "exclusivo para assinantes", "contenuto riservato", "для подписчиков",
    "この記事は有料", "会員限定", "残り #文字", "구독자 전용", "this is a premium article", "sign in to read", "log in to read",
];
