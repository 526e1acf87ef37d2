//! A text of addresses, one a line, as a reporter notes down what is to be read.

use super::super::record::is_link;
use super::super::stream::{TextStream, failed, next_line};
use super::super::{FormatError, Found, Held, Input, page};
use crate::domain::Facts;
use crate::extract::MediaType;

const WHAT: &str = "the list of links";

/// Whether a text, as far as it is seen, has an address in each line and nothing else.
pub(in super::super) fn is_list(beginning: &str) -> bool {
    let mut lines = lines_of(beginning.lines()).peekable();
    lines.peek().is_some() && lines.all(is_address)
}

/// Hands on each address. A text that goes on with words is one text.
pub(in super::super) fn read(
    input: &mut dyn Input,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    if !only_addresses(input)? {
        input.seek(std::io::SeekFrom::Start(0))?;
        return page::read(MediaType::Text, input, found);
    }
    let mut stream = TextStream::new(input)?;
    let allowance = stream.allowance();
    while let Some(line) = next_line(&mut stream).map_err(|error| failed(error, WHAT))? {
        allowance.renew();
        for url in lines_of([line.as_str()].into_iter()) {
            let link = Held::Link {
                url: url.to_owned(),
                facts: Facts {
                    url: Some(url.to_owned()),
                    ..Facts::default()
                },
                kept_in: None,
            };
            if found(link).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn only_addresses(input: &mut dyn Input) -> Result<bool, FormatError> {
    let mut stream = TextStream::new(input)?;
    let allowance = stream.allowance();
    loop {
        match next_line(&mut stream) {
            Ok(None) => return Ok(true),
            Ok(Some(line)) if lines_of([line.as_str()].into_iter()).all(is_address) => {
                allowance.renew();
            }
            Ok(Some(_)) => return Ok(false),
            // No address is that long.
            Err(error) if error.kind() == std::io::ErrorKind::FileTooLarge => return Ok(false),
            Err(error) => return Err(failed(error, WHAT)),
        }
    }
}

/// An address alone: what parses addresses takes the words behind one as a part of it.
fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace) && is_link(line)
}

/// The lines that are not empty, without what stands around them.
fn lines_of<'a>(lines: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    lines
        .map(|line| line.trim().trim_start_matches('\u{feff}'))
        .filter(|line| !line.is_empty())
}
