//! A text of addresses, one a line, as a reporter notes down what is to be read.

use super::super::record::is_link;
use super::super::stream::{TextStream, failed, next_line};
use super::super::{FormatError, Found, Held, Input, page};
use super::hand_on;
use crate::domain::Facts;
use crate::extract::MediaType;

const WHAT: &str = "the list of links";

/// Whether a text, as far as it is seen, has an address in each line and nothing else.
/// `cut`: it goes on, perhaps in the middle of a line.
pub(in super::super) fn is_list(beginning: &str, cut: bool) -> bool {
    let whole = match cut {
        true => beginning
            .rsplit_once(['\n', '\r'])
            .map_or("", |(whole, _)| whole),
        false => beginning,
    };
    let mut lines = lines_of(whole.lines()).peekable();
    lines.peek().is_some() && lines.all(is_address)
}

/// Hands on each address. A text that goes on with words is one text.
pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let Some((first, more)) = only_addresses(input)? else {
        input.seek(std::io::SeekFrom::Start(0))?;
        return page::read(MediaType::Text, input, found);
    };
    if !more {
        return hand_on(Some(&first), None, name, WHAT, found);
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

/// The first address, and whether there are more; `None` where anything else stands there.
fn only_addresses(input: &mut dyn Input) -> Result<Option<(String, bool)>, FormatError> {
    let mut stream = TextStream::new(input)?;
    let allowance = stream.allowance();
    let mut found: Option<(String, bool)> = None;
    loop {
        let line = match next_line(&mut stream) {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(found),
            // No address is that long.
            Err(error) if error.kind() == std::io::ErrorKind::FileTooLarge => return Ok(None),
            Err(error) => return Err(failed(error, WHAT)),
        };
        allowance.renew();
        for address in lines_of([line.as_str()].into_iter()) {
            if !is_address(address) {
                return Ok(None);
            }
            found = match found {
                None => Some((address.to_owned(), false)),
                Some((first, _)) => Some((first, true)),
            };
        }
    }
}

/// An address alone: what parses addresses takes the words behind one as a part of it, and
/// a second one, too. Where words are not parted, signs between sentences show them.
fn is_address(line: &str) -> bool {
    const BETWEEN: [char; 12] = [
        '、', '。', '，', '！', '？', '；', '：', '【', '「', '『', '（', '《',
    ];
    let one = line.matches("://").count() == 1;
    one && !line.contains(|c: char| c.is_whitespace() || BETWEEN.contains(&c)) && is_link(line)
}

/// The lines that are not empty, without what stands around them.
fn lines_of<'a>(lines: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    lines
        .map(|line| line.trim().trim_start_matches('\u{feff}'))
        .filter(|line| !line.is_empty())
}
