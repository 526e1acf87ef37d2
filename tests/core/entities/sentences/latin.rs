//! Names in languages that are written in Latin letters.

use super::check;

#[test]
fn latin_letter_names_change_where_their_language_does() {
    check(&[
        (
            "pl",
            "Władimir Putin|Moskwa",
            "spotkanie z Władimirem Putinem w Moskwie",
            &["Władimirem Putinem", "Moskwie"],
        ),
        (
            "pl",
            "Rosja|Ukraina|Ameryka",
            "wojska Rosji na Ukrainie, w Ameryce",
            &["Rosji", "Ukrainie", "Ameryce"],
        ),
        (
            "pl",
            "Korea Północna|Rada Bezpieczeństwa",
            "Korei Północnej w Radzie Bezpieczeństwa",
            &["Korei Północnej", "Radzie Bezpieczeństwa"],
        ),
        (
            "pl",
            "Wołodymyr Zełenski",
            "Wołodymyra Zełenskiego, Wołodymyrowi Zełenskiemu",
            &["Wołodymyra Zełenskiego", "Wołodymyrowi Zełenskiemu"],
        ),
        (
            "cs",
            "Vladimir Putin|Rusko|Moskva",
            "Vladimira Putina do Ruska, v Moskvě",
            &["Vladimira Putina", "Ruska", "Moskvě"],
        ),
        (
            "cs",
            "Spojené státy|Severní Korea",
            "Spojených států a Severní Koreou",
            &["Spojených států", "Severní Koreou"],
        ),
        (
            "hr",
            "Vladimir Putin|Rusija",
            "s Vladimirom Putinom u Rusiji",
            &["Vladimirom Putinom", "Rusiji"],
        ),
        (
            "fi",
            "Vladimir Putin|Venäjä|Ukraina",
            "Vladimir Putinin Venäjällä ja Ukrainassa",
            &["Vladimir Putinin", "Venäjällä", "Ukrainassa"],
        ),
        (
            "hu",
            "Vlagyimir Putyin|Ukrajna|Moszkva",
            "Vlagyimir Putyinnak Ukrajnában, Moszkvából",
            &["Vlagyimir Putyinnak", "Ukrajnában", "Moszkvából"],
        ),
        (
            "tr",
            "Türkiye|Vladimir Putin",
            "Türkiye'nin başkenti, Vladimir Putin'le, Türkiye’de",
            &["Türkiye", "Vladimir Putin", "Türkiye"],
        ),
        (
            "de",
            "Auswärtiges Amt|Europäische Union|Halle",
            "Das Auswärtige Amt und ein Sprecher des Auswärtigen Amts, mit der Europäischen Union. \
             Herr Haller kam.",
            &["Auswärtige Amt", "Auswärtigen Amts", "Europäischen Union"],
        ),
        (
            "de",
            "Wladimir Putin|Russland",
            "Wladimir Putins Krieg, Russlands Angriff",
            &["Wladimir Putins", "Russlands"],
        ),
        (
            "en",
            "Kim Jong Un|Russia",
            "Kim Jong-un's letter, Russia’s war",
            &["Kim Jong-un", "Russia"],
        ),
        (
            "ro",
            "Rusia|Ucraina",
            "războiul Rusiei împotriva Ucrainei",
            &["Rusiei", "Ucrainei"],
        ),
        (
            "fr",
            "Iran|Ukraine",
            "le président de l’Iran et d'Ukraine",
            &["Iran", "Ukraine"],
        ),
        (
            "it",
            "Ucraina|Iran",
            "la guerra dell’Ucraina, l'Iran",
            &["Ucraina", "Iran"],
        ),
        (
            "el",
            "Ρωσία|Ουκρανία",
            "ο πρόεδρος της Ρωσίας στην Ουκρανία",
            &["Ρωσίας", "Ουκρανία"],
        ),
        ("ka", "რუსეთი", "რუსეთის პრეზიდენტი", &["რუსეთის"]),
    ]);
}
