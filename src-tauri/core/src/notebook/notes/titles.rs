//! `[[Title]]` in texts that nobody writes in the window.

use std::collections::HashMap;

use super::Notes;
use crate::domain::LinkCandidate;
use crate::{Result, notes};

impl Notes<'_> {
    /// `body` with `[[Title]]` made a link by id, where one thing alone is called so.
    ///
    /// # Errors
    /// Those of [`Notes::named`].
    pub fn linked_by_title(&self, body: &str) -> Result<String> {
        let mut named: HashMap<&str, Option<LinkCandidate>> = HashMap::new();
        let mut out = String::with_capacity(body.len());
        let mut from = 0;
        for link in notes::title_links(body) {
            // Words behind `#` may be a heading, or belong to the name, as in “C#”.
            let (head, anchor) = link.title.split_once('#').unwrap_or((link.title, ""));
            let mut found = None;
            for (title, anchor) in [(link.title, ""), (head, anchor)] {
                if !named.contains_key(title) {
                    named.insert(title, self.only_one_named(title)?);
                }
                let one = named.get(title).cloned().flatten();
                found = found.or(one.map(|one| (one, anchor)));
            }
            let Some((one, anchor)) = found else {
                continue;
            };
            let words = match link.words.trim() {
                "" => one.title.as_str(),
                words => words,
            };
            out.push_str(&body[from..link.start]);
            out.push_str(&notes::markup_to(&one.target, anchor, words));
            from = link.end;
        }
        out.push_str(&body[from..]);
        Ok(out)
    }

    fn only_one_named(&self, title: &str) -> Result<Option<LinkCandidate>> {
        let mut found = self.named(title)?;
        Ok(found.pop().filter(|_| found.is_empty()))
    }
}
