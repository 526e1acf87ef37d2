//! Drawing one page of a PDF, in a process of its own.
//!
//! What draws is large, and the file is hostile: whatever it does to its reader ends that
//! process and not the window. It gets the bytes on its standard input, and answers with the
//! number of pages, a line end and a PNG.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dragoman_core::domain::PagePicture;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

/// The argument that makes the program draw a page, and nothing else.
pub const ARGUMENT: &str = "--draw-page";

/// Pixels across a page: sharp in a reading column on a dense screen.
const WIDTH: f32 = 1400.0;
/// Pixels down a page at the most: a strip that is longer is drawn smaller.
const HEIGHT: f32 = 4000.0;
/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// What the drawing process may hold, in bytes of address space.
const MEMORY: u64 = 2 << 30;
/// A picture is no larger than this, in bytes.
const LARGEST: u64 = 64 << 20;

/// One page is drawn at a time: a reader who scrolls asks for many.
static DRAWING: Mutex<()> = Mutex::new(());

#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    #[error("the drawing process can't be started or spoken to: {0}")]
    Process(#[from] io::Error),
    #[error("the page was not drawn within {} seconds", PATIENCE.as_secs())]
    TooLong,
    #[error("the page can't be drawn")]
    Undrawable,
}

/// Draws page `page`, from 0, with this program in another process.
///
/// # Errors
/// What is no PDF, has no such page, or takes too long or too much memory.
pub fn draw(pdf: Vec<u8>, page: u32) -> Result<PagePicture, DrawError> {
    draw_with(&std::env::current_exe()?, pdf, page)
}

/// The same, with the program at this path.
///
/// # Errors
/// As [`draw`].
pub fn draw_with(program: &Path, pdf: Vec<u8>, page: u32) -> Result<PagePicture, DrawError> {
    let _one = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut child = Command::new(program)
        .args([ARGUMENT, &page.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(DrawError::Undrawable);
    };
    let (done, answer) = channel();
    let speaking = thread::spawn(move || {
        let mut drawn = Vec::new();
        let spoken = stdin.write_all(&pdf).and_then(|()| {
            drop(stdin);
            stdout.take(LARGEST).read_to_end(&mut drawn)
        });
        // Nobody listens any more once it took too long.
        done.send(spoken.map(|_| drawn)).ok();
    });
    let answer = answer.recv_timeout(PATIENCE);
    // Also one that has answered: it may go on. Killing what has ended is no error.
    child.kill()?;
    child.wait()?;
    if speaking.join().is_err() {
        return Err(DrawError::Undrawable);
    }
    match answer {
        Ok(Ok(drawn)) => picture(&drawn).ok_or(DrawError::Undrawable),
        // It ended before it had read all.
        Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(DrawError::Undrawable),
        Err(RecvTimeoutError::Timeout) => Err(DrawError::TooLong),
    }
}

/// The answer of the drawing process, if it is whole.
fn picture(answer: &[u8]) -> Option<PagePicture> {
    let end = answer.iter().position(|&byte| byte == b'\n')?;
    let pages = std::str::from_utf8(answer.get(..end)?).ok()?.parse().ok()?;
    let png = answer.get(end + 1..)?;
    // PNG's last chunk (https://www.w3.org/TR/png-3/#11IEND).
    if !png.ends_with(b"IEND\xae\x42\x60\x82") {
        return None;
    }
    Some(PagePicture {
        pages,
        picture: format!("data:image/png;base64,{}", STANDARD.encode(png)),
    })
}

/// What the drawing process does.
pub fn run(page: u32) -> ExitCode {
    match answer(page) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}

fn answer(page: u32) -> Option<()> {
    #[cfg(unix)]
    rlimit::Resource::AS.set(MEMORY, MEMORY).ok()?;
    let mut pdf = Vec::new();
    io::stdin().lock().read_to_end(&mut pdf).ok()?;
    let (pages, png) = drawn(pdf, page)?;
    let mut out = io::stdout().lock();
    writeln!(out, "{pages}").ok()?;
    out.write_all(&png).ok()?;
    out.flush().ok()
}

/// The number of pages, and page `page` as a PNG.
fn drawn(pdf: Vec<u8>, page: u32) -> Option<(usize, Vec<u8>)> {
    let pdf = Pdf::new(pdf).ok()?;
    let pages = pdf.pages();
    let page = pages.get(usize::try_from(page).ok()?)?;
    let (width, height) = page.render_dimensions();
    let scale = (WIDTH / width).min(HEIGHT / height);
    if !scale.is_finite() || scale <= 0.0 {
        return None;
    }
    let settings = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
    };
    let picture = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    Some((pages.len(), picture.into_png().ok()?))
}
