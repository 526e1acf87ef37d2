//! The Original tab must not run, load or navigate, whatever a page holds.

use dragoman_core::domain::{Block, BlockKind};
use dragoman_core::extract::{render_html, sanitise_original, text_as_html};

/// Pages that try to run, load or navigate.
const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "<p onclick=alert(1) onmouseover='alert(2)'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\nscript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<iframe srcdoc='<script>alert(1)</script>' src=http://evil.example></iframe>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'></mi></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)></template>",
    "<!-- <img src=x onerror=alert(1)> ",
    "<!--><img src=x onerror=alert(1)>-->",
    "<embed src=http://evil.example/x.swf>",
    "<object data=http://evil.example/x></object>",
    "<map name=m><area href=http://evil.example shape=default></map><img usemap=#m src=x>",
    "<div style='background:url(http://evil.example/x)'>x</div>",
    "<style>@import 'http://evil.example/x.css'; p{background:url(//evil.example)}</style>",
    "<link rel=prefetch href=http://evil.example><link rel=dns-prefetch href=//evil.example>",
    "<base href=http://evil.example/>",
    "<img src=http://evil.example/x.png srcset='http://evil.example/y.png 2x' alt=Moscow>",
    "<picture><source srcset=http://evil.example/a.webp><img src=http://evil.example/b.png></picture>",
    "<video poster=http://evil.example/p.png src=http://evil.example/v.mp4></video>",
    "<audio src=http://evil.example/a.mp3 autoplay></audio>",
    "<form action=http://evil.example><input type=image src=http://evil.example/i.png><button formaction=http://evil.example>x</button></form>",
    "<body background=http://evil.example/bg.png onload=alert(1)>x",
    "<table background=http://evil.example/bg.png><tr><td background=http://evil.example/x>x</table>",
    "<a href=http://evil.example ping=http://evil.example/ping target=_top>x</a>",
    "<blockquote cite=http://evil.example>x</blockquote>",
    "<html manifest=http://evil.example/m>x",
    "<frameset><frame src=http://evil.example></frameset>",
    "<input onfocus=alert(1) autofocus>",
    "<details ontoggle=alert(1) open>x</details>",
    "<isindex action=javascript:alert(1)>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<p title='&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;'>x</p>",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<a title='x\" onmouseover=\"alert(1)' href=x>y</a>",
    "<img alt='\"><script>alert(1)</script>' src=x>",
    "<portal src=http://evil.example></portal>",
    "<svg><use href='http://evil.example/x.svg#a'/></svg><svg><image href=http://evil.example/x.png /></svg>",
];

/// Tags that must never come out, and attributes that load, run or navigate.
fn assert_harmless(html: &str, attack: &str) {
    let document = dom_query::Document::from(html);
    for node in document.root().descendants() {
        let Some(name) = node.node_name() else {
            continue;
        };
        assert!(
            !matches!(
                &*name,
                "script"
                    | "style"
                    | "iframe"
                    | "object"
                    | "embed"
                    | "form"
                    | "input"
                    | "button"
                    | "meta"
                    | "base"
                    | "link"
                    | "svg"
                    | "math"
                    | "img"
                    | "video"
                    | "audio"
                    | "source"
                    | "picture"
                    | "template"
                    | "noscript"
                    | "frame"
                    | "frameset"
                    | "area"
                    | "map"
                    | "portal"
            ),
            "<{name}> in {html} from {attack}"
        );
        for attribute in node.attrs() {
            assert!(
                matches!(
                    &*attribute.name.local,
                    "title" | "lang" | "dir" | "class" | "colspan" | "rowspan" | "start"
                ),
                "{} in {html} from {attack}",
                &*attribute.name.local
            );
        }
    }
}

#[test]
fn no_attack_survives() {
    for attack in ATTACKS {
        let clean = sanitise_original(attack);
        // Parsed once more, as the frame does it: what parsing changes must be harmless too.
        assert_harmless(&format!("<!doctype html><body>{clean}"), attack);
        let wrapped = format!(
            "<html><body><article><p>Before</p>{attack}<p>After</p></article></body></html>"
        );
        assert_harmless(
            &format!("<!doctype html><body>{}", sanitise_original(&wrapped)),
            attack,
        );
    }
}

#[test]
fn pictures_become_their_alternative_text() {
    let clean =
        sanitise_original("<p><img src='http://example.org/a.png' alt='A parade in Moscow'></p>");
    assert!(
        clean.contains("Picture not shown: A parade in Moscow"),
        "{clean}"
    );
    assert!(!clean.contains("example.org"), "{clean}");
}

#[test]
fn links_keep_their_text_and_show_their_address() {
    let clean = sanitise_original(
        "<p>See <a href='https://example.org/a?b=1&amp;c=2' target=_blank>the report</a>.</p>",
    );
    assert!(clean.contains("the report"));
    assert!(
        clean.contains("title=\"https://example.org/a?b=1&amp;c=2\""),
        "{clean}"
    );
    assert!(!clean.contains("href"), "{clean}");
}

#[test]
fn structure_and_direction_stay() {
    let clean = sanitise_original(
        "<h1 dir=rtl lang=ar>خبر</h1><ul><li>one</li></ul><table><tr><td colspan=2>x</td></tr></table>",
    );
    assert!(
        clean.contains("<h1 dir=\"rtl\" lang=\"ar\">")
            || clean.contains("<h1 lang=\"ar\" dir=\"rtl\">"),
        "{clean}"
    );
    assert!(clean.contains("<li>one</li>"));
    assert!(clean.contains("colspan=\"2\""));
}

#[test]
fn endless_nesting_is_shown_as_text() {
    let bomb = "<div>".repeat(200_000) + "words";
    let clean = sanitise_original(&bomb);
    assert!(clean.contains("words"));
}

#[test]
fn plain_text_is_escaped() {
    let html = text_as_html("a <b> & \"c\"\nsecond");
    assert_eq!(
        html,
        "<pre dir=\"auto\">a &lt;b&gt; &amp; &quot;c&quot;\nsecond</pre>"
    );
}

#[test]
fn blocks_are_rendered_escaped_and_grouped() {
    let block = |kind, text: &str, credit: Option<&str>| Block {
        kind,
        text: text.to_owned(),
        credit: credit.map(str::to_owned),
        line: 1,
        lang: None,
    };
    let html = render_html(
        "A <title>",
        Some("Stand & first"),
        &[
            block(BlockKind::Paragraph, "One <script>alert(1)</script>", None),
            block(BlockKind::ListItem, "a", None),
            block(BlockKind::ListItem, "b", None),
            block(BlockKind::Caption, "A parade (AP)", Some("AP")),
            block(BlockKind::TableRow, "x | y", None),
        ],
    );
    assert!(html.contains("<h1>A &lt;title&gt;</h1>"));
    assert!(html.contains("<p class=\"standfirst\">Stand &amp; first</p>"));
    assert!(html.contains("<p>One &lt;script&gt;alert(1)&lt;/script&gt;</p>"));
    assert!(html.contains("<ul><li>a</li>\n<li>b</li>\n</ul>"));
    assert!(html.contains("<figcaption>A parade (<cite>AP</cite>)</figcaption>"));
    assert!(html.contains("<tr><td>x</td><td>y</td></tr>"));
}
