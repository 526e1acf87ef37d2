//! The one place that opens a connection: a page that a person asked for.
//!
//! Invariant 4. One GET, no cookies, no referrer, at most 20 MB and 20 seconds,
//! redirects among http and https only.

use std::io::Read;
use std::time::Duration;

use url::Url;

use crate::domain::OutcomeCode;

const MAX_BYTES: u64 = 20 << 20;
const MAX_TIME: Duration = Duration::from_secs(20);
const MAX_REDIRECTS: u32 = 8;

/// A page as it came.
#[derive(Debug)]
pub(super) struct Page {
    /// After redirects.
    pub url: String,
    pub bytes: Vec<u8>,
    pub content_type: Option<String>,
    pub charset: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub(super) enum FetchError {
    #[error("{0} is not an http or https link")]
    NotALink(String),
    #[error("no connection: {0}")]
    Offline(String),
    #[error("no answer within {} seconds", MAX_TIME.as_secs())]
    TimedOut,
    #[error("the server answered {0}")]
    Status(u16),
    #[error("the page is larger than {} MB", MAX_BYTES >> 20)]
    TooLarge,
}

impl FetchError {
    pub fn code(&self) -> OutcomeCode {
        match self {
            Self::NotALink(_) => OutcomeCode::NotALink,
            Self::Offline(_) => OutcomeCode::Offline,
            Self::TimedOut => OutcomeCode::TimedOut,
            Self::Status(_) => OutcomeCode::HttpStatus,
            Self::TooLarge => OutcomeCode::PageTooLarge,
        }
    }

    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Status(status) => Some(status.to_string()),
            Self::TooLarge => Some((MAX_BYTES >> 20).to_string()),
            Self::Offline(words) => Some(words.clone()),
            Self::NotALink(_) | Self::TimedOut => None,
        }
    }
}

/// Fetches one page.
pub(super) fn fetch(link: &str) -> Result<Page, FetchError> {
    let url = Url::parse(link.trim()).map_err(|_| FetchError::NotALink(link.to_owned()))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(FetchError::NotALink(link.to_owned()));
    }
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(MAX_TIME))
        .max_redirects(MAX_REDIRECTS)
        .user_agent("Mozilla/5.0 (compatible; Dragoman)")
        .accept("text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5")
        .build()
        .into();
    let mut response = agent.get(url.as_str()).call().map_err(named)?;
    let final_url = {
        use ureq::ResponseExt;
        without_password(&response.get_uri().to_string())
    };
    let body = response.body_mut();
    let content_type = body.mime_type().map(str::to_owned);
    let charset = body.charset().map(str::to_owned);
    let mut bytes = Vec::new();
    body.as_reader()
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| named(error.into()))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(FetchError::TooLarge);
    }
    Ok(Page {
        url: final_url,
        bytes,
        content_type,
        charset,
    })
}

/// A name and password in a link are for the server, not for the notebook.
fn without_password(link: &str) -> String {
    let Ok(mut url) = Url::parse(link) else {
        return link.to_owned();
    };
    match url.set_username("").and(url.set_password(None)) {
        Ok(()) => url.into(),
        // Only links without a host have no place for them.
        Err(()) => link.to_owned(),
    }
}

fn named(error: ureq::Error) -> FetchError {
    match error {
        ureq::Error::StatusCode(status) => FetchError::Status(status),
        ureq::Error::Timeout(_) => FetchError::TimedOut,
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => {
            FetchError::TimedOut
        }
        other => FetchError::Offline(other.to_string()),
    }
}
