//! A small client of W3C WebDriver (<https://www.w3.org/TR/webdriver2/>): only what
//! the journeys use, each call named as in the standard.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::Failure;

/// Under this key the standard hands out element ids.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One automated window.
pub struct Session {
    agent: ureq::Agent,
    base: String,
}

/// A reference to a node of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(pub(crate) String);

impl Element {
    /// The element as an argument of a script.
    pub fn as_argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// Reads an element that a script gave back.
    pub fn from_answer(value: &Value) -> Option<Self> {
        value.get(ELEMENT)?.as_str().map(|id| Self(id.to_owned()))
    }
}

/// A rectangle in CSS pixels of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Session {
    /// Asks the driver at `port` to start `program` and attach to its web view.
    /// WebKitWebDriver starts any WebKitGTK program that way, so no tauri-driver
    /// stands between (it does nothing on Linux but rename this capability).
    pub fn open(port: u16, program: &Path, arguments: &[String]) -> Result<Self, Failure> {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)))
            .build()
            .into();
        let base = format!("http://127.0.0.1:{port}/session");
        let options = json!({ "binary": program, "args": arguments });
        let capabilities = json!({
            "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } }
        });
        let session = Self { agent, base };
        let answer = session.post("", &capabilities)?;
        let id = answer["sessionId"]
            .as_str()
            .ok_or_else(|| Failure::Answer(answer.to_string()))?;
        let base = format!("{}/{id}", session.base);
        let session = Self { base, ..session };
        session.post(
            "/timeouts",
            &json!({ "script": 30_000, "pageLoad": 30_000, "implicit": 0 }),
        )?;
        Ok(session)
    }

    /// Closes the window as its close button does and ends the session.
    pub fn close_window(&self) -> Result<(), Failure> {
        self.call("DELETE", "/window", None).map(drop)
    }

    /// Ends the session; the driver ends the program.
    pub fn end(&self) -> Result<(), Failure> {
        self.call("DELETE", "", None).map(drop)
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, Failure> {
        self.post(
            "/execute/sync",
            &json!({ "script": body, "args": arguments }),
        )
    }

    /// Runs a function that calls its last argument when it is done.
    pub fn script_async(&self, body: &str, arguments: &[Value]) -> Result<Value, Failure> {
        self.post(
            "/execute/async",
            &json!({ "script": body, "args": arguments }),
        )
    }

    /// All elements that match a CSS selector.
    pub fn select(&self, css: &str) -> Result<Vec<Element>, Failure> {
        let answer = self.post(
            "/elements",
            &json!({ "using": "css selector", "value": css }),
        )?;
        let list = answer
            .as_array()
            .ok_or_else(|| Failure::Answer(answer.to_string()))?;
        Ok(list.iter().filter_map(Element::from_answer).collect())
    }

    /// Scrolls it into view and clicks its middle.
    pub fn click(&self, element: &Element) -> Result<(), Failure> {
        self.post(&format!("/element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// The text as it is rendered.
    pub fn text(&self, element: &Element) -> Result<String, Failure> {
        let answer = self.call("GET", &format!("/element/{}/text", element.0), None)?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Where it is in the page's viewport.
    pub fn rect(&self, element: &Element) -> Result<Rect, Failure> {
        let body =
            "const r = arguments[0].getBoundingClientRect(); return [r.x, r.y, r.width, r.height];";
        let answer = self.script(body, &[element.as_argument()])?;
        let side = |at: usize| answer[at].as_f64().unwrap_or_default();
        Ok(Rect {
            x: side(0),
            y: side(1),
            width: side(2),
            height: side(3),
        })
    }

    /// Types into whatever has focus, one key after another.
    pub fn type_text(&self, text: &str) -> Result<(), Failure> {
        let strokes = text.chars().flat_map(|c| {
            let key = if c == '\n' {
                key_value("Enter")
            } else {
                c.to_string()
            };
            [
                json!({ "type": "keyDown", "value": key }),
                json!({ "type": "keyUp", "value": key }),
            ]
        });
        self.key_actions(strokes.collect())
    }

    /// Presses a chord: `Control+k`, `Shift+Tab`, `Enter`, `e`.
    pub fn press(&self, chord: &str) -> Result<(), Failure> {
        let keys: Vec<String> = chord.split('+').map(key_value).collect();
        let down = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({ "type": "keyUp", "value": key }));
        self.key_actions(down.chain(up).collect())
    }

    fn key_actions(&self, actions: Vec<Value>) -> Result<(), Failure> {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("/actions", &json!({ "actions": [keyboard] }))
            .map(drop)
    }

    /// Writes what the window shows as PNG.
    pub fn screenshot(&self, path: &Path) -> Result<(), Failure> {
        let answer = self.call("GET", "/screenshot", None)?;
        let encoded = answer
            .as_str()
            .ok_or_else(|| Failure::Answer("no picture".to_owned()))?;
        let picture = base64(encoded).ok_or_else(|| Failure::Answer("no Base64".to_owned()))?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        }
        fs::write(path, picture).map_err(Failure::file(path))
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value, Failure> {
        self.call("POST", command, Some(body))
    }

    fn call(&self, method: &str, command: &str, body: Option<&Value>) -> Result<Value, Failure> {
        let url = format!("{}{command}", self.base);
        let mut response = match (method, body) {
            ("GET", _) => self.agent.get(&url).call()?,
            ("DELETE", _) => self.agent.delete(&url).call()?,
            (_, body) => self
                .agent
                .post(&url)
                .content_type("application/json; charset=utf-8")
                .send(body.unwrap_or(&Value::Null).to_string())?,
        };
        let text = response
            .body_mut()
            .with_config()
            .limit(64 * 1024 * 1024)
            .read_to_string()?;
        let mut answer: Value =
            serde_json::from_str(&text).map_err(|_| Failure::Answer(text.clone()))?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(error) => Err(Failure::Refused {
                command: format!("{method} {command}"),
                error: error.to_owned(),
                message: value["message"].as_str().unwrap_or_default().to_owned(),
            }),
            None => Ok(value),
        }
    }
}

/// The standard's code for a named key; a single character stands for itself
/// (<https://www.w3.org/TR/webdriver2/#keyboard-actions>).
fn key_value(name: &str) -> String {
    let code = match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "F2" => '\u{e032}',
        "F3" => '\u{e033}',
        "F6" => '\u{e036}',
        "F10" => '\u{e03a}',
        other => return other.to_owned(),
    };
    code.to_string()
}

/// Decodes Base64 (RFC 4648); `None` when it isn't.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u8);
    for c in text
        .bytes()
        .filter(|c| !c.is_ascii_whitespace() && *c != b'=')
    {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = (held << 6) | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}
