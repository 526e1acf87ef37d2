//! Pages saved while their article was behind a notice of consent.

use dragoman_core::domain::Warning;

use super::{page, text};

const NOTICES: [&[&str]; 4] = [
    &[
        "We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised ads and content, ad and content measurement, and audience insights.",
        "With your permission we and our partners may use precise geolocation data. You may click to consent to our processing. You can change your preferences at any time.",
    ],
    &[
        "Nous et nos 214 partenaires stockons et accédons à des informations sur votre appareil, pour des publicités personnalisées et la mesure de leur audience.",
        "Vous pouvez retirer votre consentement à tout moment au bas de chaque page.",
    ],
    &[
        "Wir und unsere bis zu 191 Partner nutzen Cookies und verarbeiten personenbezogene Daten, um personalisierte Werbung zu zeigen und Inhalte zu messen.",
        "Ihre Einwilligung können Sie jederzeit am Ende der Seite widerrufen.",
    ],
    &[
        "Мы и наши партнеры храним на вашем устройстве файлы и получаем к ним доступ, чтобы показывать рекламу.",
        "Нажимая на кнопку, вы даёте ваше согласие на обработку данных для персонализированной рекламы.",
    ],
];

fn html(lines: &[&str]) -> String {
    let body: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
    format!(
        "<html><head><title>We value your privacy</title></head><body><div><h2>We value your privacy</h2>{body}<button>Accept all</button></div></body></html>"
    )
}

#[test]
fn a_notice_that_is_all_there_is_is_no_article() {
    for lines in NOTICES {
        let parts = page(&html(lines));
        assert!(parts.warnings.contains(&Warning::ConsentOnly), "{parts:#?}");
        assert_eq!(parts.body_text(), "");
        let parts = text(&format!("We value your privacy\n\n{}", lines.join("\n\n")));
        assert!(parts.warnings.contains(&Warning::ConsentOnly), "{parts:#?}");
    }
}

/// What a notice says may be the news.
#[test]
fn an_article_on_cookies_is_an_article() {
    let story = [
        "The regulator in Brussels fined the company 30 million euros on Tuesday over the cookies that it sets before readers have given their consent.",
        "“We and our partners store information on a device” was how the banner began, and nobody could refuse, the decision says.",
        "The company told reporters that it would go to court, since the regulator had never asked it for an explanation before it decided.",
        "Two other publishers are under investigation for the same kind of banner, and a ruling on both is expected before the end of the summer.",
    ];
    let parts = page(&html(&story));
    assert!(!parts.warnings.contains(&Warning::ConsentOnly));
    assert_eq!(parts.blocks.len(), story.len(), "{parts:#?}");
}

/// The article stands under the notice in the saved page: only the notice goes.
#[test]
fn a_notice_over_an_article_leaves_the_article() {
    let mut lines = NOTICES[0].to_vec();
    let story = [
        "The two delegations met in the border village on Tuesday for the first time in eleven months, officials said after the talks.",
        "Neither side would say what had been agreed, but both spoke of a good beginning, and the hotline between the armies was opened again.",
        "A second round is to follow within weeks in a place to be named, and the ministers of both countries may take part in it themselves.",
        "Traders on both sides have asked for the crossing to be opened before the harvest, which is why the talks were held this week.",
    ];
    lines.extend(story);
    let parts = page(&html(&lines));
    assert!(!parts.warnings.contains(&Warning::ConsentOnly));
    assert!(parts.body_text().contains(story[3]), "{parts:#?}");
}
