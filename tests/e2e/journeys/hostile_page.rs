//! A page that wants to run, load and lead away is shown as words, and nothing else happens.

use std::fs;
use std::thread;
use std::time::Duration;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::website::Website;
use dragoman_e2e::{App, Failure, connections, journey};
use serde_json::json;

use crate::steps::{drop_on_list, open_article};

const TITLE: &str = "Markets calm after the announcement";

/// Everything that could make a request or run, aimed at `site`.
fn page(site: &str) -> String {
    format!(
        r##"<!doctype html><html lang="en" onload="window.hostile=1"><head><title>{TITLE}</title>
<meta http-equiv="refresh" content="0;url={site}/refresh"><base href="{site}/base/">
<link rel="stylesheet" href="{site}/style.css"><link rel="preload" as="image" href="{site}/preload">
<link rel="dns-prefetch" href="//dns.invalid"><link rel="icon" href="{site}/icon">
<style>@import url("{site}/import.css"); p {{ background: url("{site}/background") }} @font-face {{ font-family: x; src: url("{site}/font") }}</style>
<script>window.hostile = 1; fetch("{site}/fetch"); new Image().src = "{site}/image-from-script";</script>
<script src="{site}/script.js"></script></head>
<body onpageshow="window.hostile=1" background="{site}/body"><article><h1>{TITLE}</h1>
<p onclick="window.hostile=1" onmouseover="window.hostile=1" style="background:url({site}/inline)">The central bank said on Tuesday that it would hold its rate, and traders in the capital took the news without alarm.</p>
<img src="{site}/pixel" srcset="{site}/pixel2 2x" onerror="window.hostile=1" alt="A trading floor"><picture><source srcset="{site}/source"><img src="x" onerror="window.hostile=1"></picture>
<p>Officials added that <a href="javascript:window.hostile=1">the statement</a> and <a href="{site}/link" ping="{site}/ping" target="_blank">the minutes</a> would be published within the week, as is usual.</p>
<iframe src="{site}/frame" srcdoc="<script>parent.hostile=1</script>"></iframe><object data="{site}/object"></object><embed src="{site}/embed">
<video src="{site}/video" poster="{site}/poster" autoplay></video><audio src="{site}/audio" autoplay></audio>
<svg onload="window.hostile=1"><image href="{site}/svg-image"/><script>window.hostile=1</script><use href="{site}/use#a"/></svg>
<math><mtext></table><img src="{site}/mxss" onerror="window.hostile=1"></mtext></math>
<form action="{site}/form"><input autofocus onfocus="window.hostile=1"><button formaction="{site}/button">Go</button></form>
<p>Analysts expected little else: the bank has moved its rate only twice in six years, and both times it had said so long before.</p>
</article></body></html>"##
    )
}

#[test]
fn a_hostile_page_runs_nothing_and_reaches_nobody() {
    journey("hostile", |desk| {
        desk.look_into_frames();
        let bait = Website::serve(&[])?;
        let site = format!("http://{}", bait.address());
        let folder = desk.folder("saved")?;
        let file = folder.join("page.html");
        fs::write(&file, page(&site)).map_err(Failure::file(&file))?;
        let log = folder.join("connections.log");

        let app = desk.open_trapped_window(&log)?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![file]))?;

        let text = open_article(&app, TITLE)?;
        for words in [
            "without alarm",
            "the statement",
            "the minutes",
            "long before",
        ] {
            app.wait_for_text(words)?;
        }
        app.session().click(&text)?;
        ran_nothing(&app)?;
        no_foreign_elements(&app)?;
        app.picture(&desk.picture("article"))?;

        app.click("tab", "Original")?;
        app.get_holding("iframe", "Original")?;
        // What wants to load does so within moments; this is a great many of them.
        thread::sleep(Duration::from_secs(3));
        let frame = app.session().select("iframe")?;
        let frame = frame
            .first()
            .ok_or_else(|| Failure::Expected("no frame".to_owned()))?;
        app.session().click(frame)?;
        thread::sleep(Duration::from_secs(1));
        ran_nothing(&app)?;
        locked_frame(&app)?;
        app.picture(&desk.picture("original"))?;
        let driver = app.driver_address()?;
        app.close()?;

        let visits = bait.visits();
        if !visits.is_empty() {
            return Err(Failure::Expected(format!(
                "the page reached out: {visits:?}"
            )));
        }
        let tried = connections::tried(&log, &driver)?;
        if !tried.is_empty() {
            return Err(Failure::Expected(format!(
                "connections were tried: {tried:?}"
            )));
        }
        Ok(())
    });
}

/// The trap is worth something only if it catches: a link that a person drops is fetched,
/// and that one connection must be in the log.
#[test]
fn the_trap_catches_the_one_request_that_is_allowed() {
    journey("trap", |desk| {
        let page =
            format!("<!doctype html><title>{TITLE}</title><h1>{TITLE}</h1><p>One. Two. Three.</p>");
        let site = Website::serve(&[("/story", &page)])?;
        let log = desk.folder("log")?.join("connections.log");
        let app = desk.open_trapped_window(&log)?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Link(site.link("/story")))?;
        app.wait_for_text(TITLE)?;
        let driver = app.driver_address()?;
        app.close()?;
        let tried = connections::tried(&log, &driver)?;
        if tried == [site.address()] {
            return Ok(());
        }
        Err(Failure::Expected(format!(
            "one connection to {} was expected: {tried:?}",
            site.address()
        )))
    });
}

fn ran_nothing(app: &App<'_>) -> Result<(), Failure> {
    let state = app.session().script(
        "return [window.hostile ?? null, location.href.split('#')[0]];",
        &[],
    )?;
    if state[0].is_null()
        && state[1]
            .as_str()
            .is_some_and(|place| place.starts_with("tauri://localhost"))
    {
        return Ok(());
    }
    Err(Failure::Expected(format!(
        "the page ran or led away: {state}"
    )))
}

/// The reader's text holds no element that could load or run, and no attribute that could.
fn no_foreign_elements(app: &App<'_>) -> Result<(), Failure> {
    let body = r#"
        const text = document.querySelector("[role=document]");
        const bad = [...text.querySelectorAll("*")].filter((e) =>
          e.matches("img, picture, source, iframe, object, embed, video, audio, script, style, link, meta, base, form, input, math") ||
          [...e.attributes].some((a) => a.name.startsWith("on") || /^\s*javascript:/i.test(a.value) || ["src", "srcset", "href", "ping", "action"].includes(a.name)));
        return bad.map((e) => e.outerHTML.slice(0, 120));"#;
    let bad = app.session().script(body, &[])?;
    if bad == json!([]) {
        Ok(())
    } else {
        Err(Failure::Expected(format!("in the reader: {bad}")))
    }
}

/// The original stands in a frame without any permission, and its markup names no place to load from.
fn locked_frame(app: &App<'_>) -> Result<(), Failure> {
    let body = r#"
        const frame = document.querySelector("iframe");
        const inside = new DOMParser().parseFromString(frame.srcdoc, "text/html");
        const bad = [...inside.querySelectorAll("*")].filter((e) =>
          e.matches("script, iframe, object, embed, link, base, form, video, audio, source, img[src], meta[http-equiv=refresh]") ||
          [...e.attributes].some((a) => a.name.startsWith("on") || /javascript:/i.test(a.value) || ["srcset", "ping", "action", "background", "poster"].includes(a.name)));
        return [frame.getAttribute("sandbox"), frame.hasAttribute("src"), bad.map((e) => e.outerHTML.slice(0, 120))];"#;
    let state = app.session().script(body, &[])?;
    if state == json!(["", false, []]) {
        Ok(())
    } else {
        Err(Failure::Expected(format!("the frame: {state}")))
    }
}
