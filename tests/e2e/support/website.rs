//! A web site on loopback that remembers who came.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::Failure;

/// One request as it came in: its first line and its headers.
#[derive(Debug, Clone)]
pub struct Visit {
    pub path: String,
    pub headers: Vec<String>,
}

/// A running site; ends when dropped.
pub struct Website {
    port: u16,
    visits: Arc<Mutex<Vec<Visit>>>,
    closing: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Website {
    /// Serves each of `pages` (path, HTML); everything else is not found.
    pub fn serve(pages: &[(&str, &str)]) -> Result<Self, Failure> {
        let start = |source| Failure::Start {
            program: "a site on loopback".to_owned(),
            source,
        };
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(start)?;
        let port = listener.local_addr().map_err(start)?.port();
        let pages: HashMap<String, String> = pages
            .iter()
            .map(|(path, page)| ((*path).to_owned(), (*page).to_owned()))
            .collect();
        let visits = Arc::new(Mutex::new(Vec::new()));
        let closing = Arc::new(AtomicBool::new(false));
        let thread = std::thread::spawn({
            let (visits, closing) = (Arc::clone(&visits), Arc::clone(&closing));
            move || {
                for stream in listener.incoming().flatten() {
                    if closing.load(Ordering::SeqCst) {
                        break;
                    }
                    // A visitor that hangs up is still counted by `answer`.
                    drop(answer(stream, &pages, &visits));
                }
            }
        });
        Ok(Self {
            port,
            visits,
            closing,
            thread: Some(thread),
        })
    }

    /// The link of one of the pages.
    pub fn link(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// `127.0.0.1:PORT`.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Everyone who connected so far, in order.
    pub fn visits(&self) -> Vec<Visit> {
        self.visits
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Website {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        // Wakes the thread, which then sees that it is over.
        drop(TcpStream::connect(("127.0.0.1", self.port)));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn answer(
    mut stream: TcpStream,
    pages: &HashMap<String, String>,
    visits: &Mutex<Vec<Visit>>,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let lines = BufReader::new(stream.try_clone()?).lines();
    let head: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let path = head
        .first()
        .and_then(|line| line.split(' ').nth(1))
        .unwrap_or("")
        .to_owned();
    let page = pages.get(&path);
    let headers = head.into_iter().skip(1).collect();
    visits
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Visit { path, headers });
    let (status, body) = page.map_or(("404 Not Found", ""), |page| ("200 OK", page.as_str()));
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}
