//! Real pages made into many: other words in the text, other links, the same markup.

use std::path::Path;
use std::{env, fs};

use dragoman_e2e::Failure;

use crate::articles::Dice;

/// A folder of saved pages to make variants of, where there is one.
pub fn real_pages() -> Result<Vec<String>, Failure> {
    let Some(folder) = env::var_os("DRAGOMAN_BENCH_PAGES") else {
        return Ok(Vec::new());
    };
    let folder = Path::new(&folder);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<Result<_, _>>()
        })
        .map_err(Failure::file(folder))?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    paths.sort();
    let read = |path| fs::read(&path).map_err(Failure::file(path));
    let pages: Vec<Vec<u8>> = paths.into_iter().map(read).collect::<Result<_, _>>()?;
    // In another encoding the letters would have to be found first; a body that stands in
    // a script too would be the same in all variants.
    let mut pages: Vec<String> = pages
        .into_iter()
        .filter_map(|page| String::from_utf8(page).ok())
        .collect();
    pages.retain(|page| !page.contains("articleBody"));
    Ok(pages)
}

/// The page with other long words and other hosts, another one for each number.
pub fn variant(page: &str, number: u32) -> String {
    let letters = Letters::new(number);
    let mut made = String::with_capacity(page.len() + 1024);
    let mut rest = page;
    while let Some(tag) = rest.find('<') {
        let (text, markup) = rest.split_at(tag);
        letters.spell(text, &mut made);
        let end = end_of_markup(markup);
        let (markup, after) = markup.split_at(end);
        made.push_str(
            &markup
                .replace("://", &format!("://v{number}."))
                .replace(&format!("://v{number}.schema.org"), "://schema.org"),
        );
        rest = after;
    }
    letters.spell(rest, &mut made);
    made
}

/// Bytes of the tag that `markup` begins with; of scripts and styles all that is in them.
fn end_of_markup(markup: &str) -> usize {
    let close = ["script", "style"].into_iter().find(|name| {
        markup
            .get(1..=name.len())
            .is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    });
    match close {
        Some(name) => {
            let end = format!("</{name}");
            markup.find(&end).map_or(markup.len(), |at| at + end.len())
        }
        None => markup.find('>').map_or(markup.len(), |at| at + 1),
    }
}

/// Which letter stands for which: vowels for vowels, so that words stay words.
struct Letters([u8; 26]);

impl Letters {
    fn new(number: u32) -> Self {
        let mut dice = Dice::new(u64::from(number) ^ 0x1e77_e400_0000);
        let mut letters: [u8; 26] = std::array::from_fn(|n| b'a' + n as u8);
        for group in [&b"aeiou"[..], &b"bcdfghjklmnpqrstvwxyz"[..]] {
            for (at, letter) in group.iter().enumerate().skip(1) {
                let other = group[dice.below(at as u64 + 1) as usize];
                letters.swap(usize::from(letter - b'a'), usize::from(other - b'a'));
            }
        }
        Self(letters)
    }

    /// Words of more than four letters are spelt anew; short ones show the language.
    fn spell(&self, text: &str, out: &mut String) {
        for word in text.split_inclusive(|c: char| !c.is_ascii_lowercase()) {
            // An entity's name is no word.
            if word.len() <= 5 || word.ends_with(';') {
                out.push_str(word);
                continue;
            }
            out.extend(word.chars().map(|c| match c {
                'a'..='z' => char::from(self.0[(c as u8 - b'a') as usize]),
                other => other,
            }));
        }
    }
}
