//! Who and what is named in an article: kept entities, and new ones worth keeping.
//!
//! Names are looked for in the whole article (`article`): by what is kept, by the
//! gazetteer and by the recogniser (`found`, `ministries`), less what the recogniser speaks
//! against (`seconded`) and what is none (`stopped`, `inside`).
//! Where they overlap one is settled on (`settled`). What the article has in full is
//! found at its other places (`spread`); what reads like a name may be a kept entity's in
//! another form (`identified`), and so may a surname that it takes for something else
//! (`misread`). The places of one name become one proposal (`grouped`, `same`). Nothing is
//! kept here: a person accepts a proposal or does not.

mod article;
mod found;
mod grouped;
mod identified;
mod inside;
mod ministries;
mod misread;
mod same;
mod seconded;
mod settled;
mod spread;
mod stopped;

pub use dragoman_recogniser::{Error as RecogniserError, Recogniser};

use super::linking::Linker;
use super::{Gazetteer, NameMatcher};
use crate::domain::ProposedName;
use crate::{Error, Result};

use article::Article;

/// The entities of the notebook: their names as they are spelt, and what links others.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    pub matcher: &'a NameMatcher,
    pub linker: &'a Linker,
}

/// Everything named in an article, in the order of first places. `texts` are its title,
/// standfirst and blocks, each with the block that a [`Span`] has for it.
///
/// # Errors
/// [`Error::Cancelled`], asked for about every hundred words.
pub fn propose<T: AsRef<str>>(
    texts: &[(i32, T)],
    kept: Kept<'_>,
    gazetteer: Option<&Gazetteer>,
    recogniser: Option<&Recogniser>,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<ProposedName>> {
    let article = Article::of(texts);
    let mut all = found::kept(&article, kept);
    let linking = kept.linker.article();
    all.extend(found::linked(&article, kept, &linking, cancelled)?);
    let known = gazetteer.map(|gazetteer| found::known(&article, kept, gazetteer));
    let mut known = known.unwrap_or_default();
    all.append(&mut known.found);
    all.extend(ministries::found(&article));
    if let Some(recogniser) = recogniser {
        all.extend(found::recognised(&article, recogniser, cancelled)?);
        seconded::second(&article, &mut all);
    }
    if cancelled() {
        return Err(Error::Cancelled);
    }
    stopped::stop(&article, &known.nationalities, &mut all);
    inside::leave_out(&article, &mut all);
    let mut all = spread::spread(&article, settled::settled(all));
    identified::identify(&article, &linking, &mut all);
    if recogniser.is_some() {
        misread::surnames(&article, &linking, &mut all, cancelled)?;
    }
    Ok(grouped::grouped(&article, all, gazetteer))
}
