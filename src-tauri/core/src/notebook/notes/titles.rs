//! `[[Title]]` in texts that nobody writes in the window.

use std::collections::HashMap;

use super::Notes;
use crate::domain::LinkCandidate;
use crate::text::fold;
use crate::{Result, notes};

impl Notes<'_> {
    /// `body` with `[[Title]]` made a link by id, where one thing alone is called so.
    ///
    /// # Errors
    /// Those of [`Notes::named`].
    pub fn linked_by_title(&self, body: &str) -> Result<String> {
        let mut known = HashMap::new();
        let mut out = String::with_capacity(body.len());
        let mut from = 0;
        for link in notes::title_links(body) {
            let mut called = self.called(link.title, &mut known)?;
            let mut anchor = "";
            // Words behind `#` may be a heading, or belong to the name, as in “C#”.
            if let (Called::Nothing, Some((head, passage))) = (&called, link.title.split_once('#'))
            {
                called = self.called(head, &mut known)?;
                anchor = passage;
            }
            let Called::One(one) = called else {
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

    /// Looked up once, however often and in whatever letters it is written.
    fn called(&self, title: &str, known: &mut HashMap<String, Called>) -> Result<Called> {
        let folded = fold(title.trim());
        if let Some(called) = known.get(&folded) {
            return Ok(called.clone());
        }
        let mut found = self.named(title)?;
        let called = match (found.pop(), found.is_empty()) {
            (None, _) => Called::Nothing,
            (Some(one), true) => Called::One(one),
            (Some(_), false) => Called::Several,
        };
        known.insert(folded, called.clone());
        Ok(called)
    }
}

/// What has a title.
#[derive(Clone)]
enum Called {
    Nothing,
    One(LinkCandidate),
    /// Which of them is meant is not known.
    Several,
}
