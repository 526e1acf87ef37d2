//! An article's text where a person points at it in the original.
//!
//! For a page, the outlet can be remembered: what stands at the same place on its next
//! page is the article there too, as long as it reads like one.

use rusqlite::Connection;

use super::super::imports::{self, Again, Needs};
use super::super::undoing::{self, Inverse};
use super::super::versions::{self, Edits, Reading};
use super::{Texts, Whose, close, look_through};
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, Block, BlockKind, OriginalOf, OutletPick, Pick, PickPreview, Pickable, TextOrigin,
    UndoAction,
};
use crate::extract;
use crate::import::Held;
use crate::store::article_table::{self, ByHand};
use crate::store::pick_table;
use crate::{Error, Result};

/// Characters of a block that a preview shows.
const PREVIEWED: usize = 80;

/// An original opened to be pointed at.
enum Opened {
    /// A page, sanitised, its blocks numbered, and the outlet that it is of.
    Page { html: String, host: Option<String> },
    /// A text, by the lines that it was read into.
    Lines { html: String },
}

/// What a pick comes to.
struct Made {
    reading: Reading,
    /// What may be remembered, and for whom.
    outlet: Option<(String, Pick)>,
}

impl Texts<'_> {
    /// The original with what can be pointed at in it.
    ///
    /// # Errors
    /// `NotFound` where no original is kept, or nothing in it can be pointed at.
    pub fn pickable(&self, of: OriginalOf) -> Result<Pickable> {
        let (whose, _) = self.whose(of)?;
        // Asked for first: where another comes meanwhile, what was opened is refused.
        let store = &self.0.shared().store;
        let original = store.read("look for an original", |conn| name_of(conn, &whose))?;
        let (html, host) = match self.open(&whose)? {
            Opened::Page { html, host } => (html, host),
            Opened::Lines { html } => (html, None),
        };
        Ok(Pickable {
            html,
            original,
            host,
        })
    }

    /// What the blocks with these numbers would give. Nothing is written. `original`: the
    /// one that was opened, as [`Pickable`] calls it.
    ///
    /// # Errors
    /// `Conflict` when another has come meanwhile, with another version say.
    pub fn preview(&self, of: OriginalOf, original: &str, blocks: &[u32]) -> Result<PickPreview> {
        let (whose, _) = self.whose(of)?;
        let store = &self.0.shared().store;
        store.read("look for an original", |conn| check(conn, &whose, original))?;
        let made = self.make(&whose, blocks)?;
        let parts = made.map(|made| made.reading.parts).unwrap_or_default();
        let body: Vec<&Block> = parts
            .blocks
            .iter()
            .filter(|block| block.kind != BlockKind::Caption)
            .collect();
        let start = |block: Option<&&Block>| {
            block.map_or_else(String::new, |block| {
                block.text.chars().take(PREVIEWED).collect()
            })
        };
        Ok(PickPreview {
            paragraphs: u32::try_from(body.len()).unwrap_or(u32::MAX),
            words: article_table::count_words(&parts.blocks),
            first: start(body.first()),
            last: start(body.last().filter(|_| body.len() > 1)),
        })
    }

    /// Makes the blocks with these numbers the text of an article; of a problem without an
    /// article, makes one. `remember`: the next pages of this outlet are read so too.
    ///
    /// # Errors
    /// `InvalidInput` when the blocks hold no text, `Conflict` as for [`Self::preview`].
    pub fn pick(
        &self,
        of: OriginalOf,
        original: &str,
        blocks: &[u32],
        remember: bool,
    ) -> Result<ArticleId> {
        let shared = self.0.shared();
        let (whose, problem) = self.whose(of)?;
        let still = |conn: &Connection| check(conn, &whose, original);
        shared.store.read("look for an original", still)?;
        let Some(made) = self.make(&whose, blocks)? else {
            return Err(Error::InvalidInput {
                what: "what was pointed at".to_owned(),
                why: "it holds no text".to_owned(),
            });
        };
        let matcher = shared.matcher();
        let (id, import) = shared.store.write("keep what was picked", |tx| {
            still(tx)?;
            let mut steps = Vec::new();
            let (id, new) = match &whose {
                Whose::Article(id) => {
                    let read = versions::replace(tx, &matcher, *id, &made.reading, Edits::Go)?;
                    steps.extend(read.map(|step| Inverse::UndoReread {
                        readings: vec![step],
                    }));
                    (*id, false)
                }
                Whose::Problem(problem) => {
                    let id = problem.keep(tx, &made.reading.parts)?;
                    let first = versions::shown_reading(tx, id)?;
                    article_table::set_by_hand(tx, id, first, &made.reading.by_hand)?;
                    look_through(tx, &matcher, id)?;
                    (id, true)
                }
            };
            let (reopen, import) = close(tx, problem, id, new)?;
            steps.extend(reopen);
            if let Some((host, pick)) = made.outlet.as_ref().filter(|_| remember) {
                steps.push(Inverse::RememberPick {
                    host: host.clone(),
                    pick: pick_table::get(tx, host)?,
                });
                pick_table::set(tx, host, Some(pick), now_ms())?;
            }
            let title = article_table::record(tx, id)?.title;
            let inverse = Inverse::Several { steps };
            undoing::push(tx, UndoAction::PickText, &title, &inverse)?;
            Ok((id, import))
        })?;
        self.tell(id, import);
        Ok(id)
    }

    /// The outlets whose pages are read where a person pointed.
    pub fn outlet_picks(&self) -> Result<Vec<OutletPick>> {
        let store = &self.0.shared().store;
        store.read("list what was picked", pick_table::outlets)
    }

    /// Forgets where the article stands on the pages of an outlet. Articles stay as they are.
    pub fn forget_pick(&self, host: &str) -> Result<()> {
        let store = &self.0.shared().store;
        store.write("forget what was picked", |tx| {
            let Some(pick) = pick_table::get(tx, host)? else {
                return Ok(());
            };
            pick_table::set(tx, host, None, now_ms())?;
            let inverse = Inverse::RememberPick {
                host: host.to_owned(),
                pick: Some(pick),
            };
            undoing::push(tx, UndoAction::ForgetPick, host, &inverse)?;
            Ok(())
        })
    }

    fn open(&self, whose: &Whose) -> Result<Opened> {
        let page = self.with_held(whose, |held, again| {
            imports::with_page(held, again, |bytes, hints| {
                let html = extract::numbered_page(bytes, hints)?;
                let host = hints.address().and_then(extract::host_of);
                Some((html, host))
            })
        })?;
        if let Some((html, host)) = page.flatten() {
            let host = match host {
                Some(host) => Some(host),
                None => self.outlet_of(whose)?,
            };
            return Ok(Opened::Page { html, host });
        }
        let parts = self.read(whose, None)?.map(|reading| reading.parts);
        match parts.filter(|parts| !parts.pieces.is_empty()) {
            Some(parts) => Ok(Opened::Lines {
                html: extract::numbered_pieces(&parts.pieces),
            }),
            None => Err(Error::not_found("an original that can be pointed at")),
        }
    }

    /// Where a page says that it was published, when nothing else does.
    fn outlet_of(&self, whose: &Whose) -> Result<Option<String>> {
        let link = match whose {
            Whose::Article(id) => {
                let store = &self.0.shared().store;
                store.read("look for a link", |conn| {
                    Ok(article_table::record(conn, *id)?.canonical_url)
                })?
            }
            Whose::Problem(_) => {
                let reading = self.read(whose, None)?;
                reading.and_then(|reading| reading.parts.canonical_url)
            }
        };
        Ok(link.as_deref().and_then(extract::host_of))
    }

    fn make(&self, whose: &Whose, blocks: &[u32]) -> Result<Option<Made>> {
        if blocks.is_empty() {
            return Ok(None);
        }
        let picked = self.with_held(whose, |held, again| {
            imports::with_page(held, again, |bytes, hints| {
                extract::page_pick(bytes, hints, blocks)
            })
        })?;
        let (here, outlet) = match picked.flatten() {
            Some(picked) => {
                refuse_many(&picked.here)?;
                (picked.here, Some(picked.outlet))
            }
            None => (
                Pick::Lines {
                    lines: blocks.to_vec(),
                },
                None,
            ),
        };
        let Some(reading) = self.read(whose, Some(here))? else {
            return Ok(None);
        };
        if reading.by_hand.origin != TextOrigin::Picked {
            return Ok(None);
        }
        let host = match &outlet {
            Some(_) => self.host(whose)?,
            None => None,
        };
        let outlet = host.zip(outlet);
        Ok(Some(Made { reading, outlet }))
    }

    fn host(&self, whose: &Whose) -> Result<Option<String>> {
        let known = self.with_held(whose, |held, again| {
            imports::with_page(held, again, |_, hints| {
                hints.address().and_then(extract::host_of)
            })
        })?;
        match known.flatten() {
            Some(host) => Ok(Some(host)),
            None => self.outlet_of(whose),
        }
    }

    /// Reads the original again, with this pick or without any.
    fn read(&self, whose: &Whose, pick: Option<Pick>) -> Result<Option<Reading>> {
        let shared = self.0.shared();
        match whose {
            Whose::Article(id) => {
                let outlet_picks = extract::OutletPicks::default();
                let needs = Needs {
                    originals: &shared.originals,
                    outlet_picks: &outlet_picks,
                    names: None,
                };
                versions::read_original(shared, needs, *id, |before| ByHand { pick, ..before })
            }
            Whose::Problem(problem) => {
                let parts = problem.read(shared, pick.as_ref())?;
                Ok(parts.map(|parts| {
                    let origin = parts.text_origin.clone();
                    let by_hand = ByHand {
                        origin,
                        pick,
                        ..ByHand::default()
                    };
                    Reading {
                        of: None,
                        parts,
                        by_hand,
                    }
                }))
            }
        }
    }

    fn with_held<T>(
        &self,
        whose: &Whose,
        work: impl FnOnce(&Held, &Again<'_>) -> T,
    ) -> Result<Option<T>> {
        let shared = self.0.shared();
        match whose {
            Whose::Article(id) => versions::with_original(shared, *id, work),
            Whose::Problem(problem) => {
                let Some((held, format)) = problem.held(shared)? else {
                    return Ok(None);
                };
                Ok(problem.again(format, None).map(|again| work(&held, &again)))
            }
        }
    }
}

/// What the original is called that is there now: its bytes, and which part of them.
fn name_of(conn: &Connection, whose: &Whose) -> Result<String> {
    let (original, part) = match whose {
        Whose::Article(id) => {
            let article = article_table::record(conn, *id)?;
            (article.original, article.original_part)
        }
        Whose::Problem(problem) => (problem.from.original, problem.from.part),
    };
    let sha256 = original.map_or_else(String::new, |sha256| sha256.hex());
    Ok(match part {
        Some(part) => format!("{sha256}:{part}"),
        None => sha256,
    })
}

/// Numbers of blocks say nothing of another original than the one that was opened.
fn check(conn: &Connection, whose: &Whose, original: &str) -> Result<()> {
    if name_of(conn, whose)? == original {
        return Ok(());
    }
    Err(Error::Conflict {
        what: "the original that was opened".to_owned(),
    })
}

/// A pick that is only kept in part would silently lose text.
fn refuse_many(pick: &Pick) -> Result<()> {
    match pick {
        Pick::Page { selectors } if selectors.len() > extract::MOST_PLACES => {
            Err(Error::InvalidInput {
                what: "what was pointed at".to_owned(),
                why: "it is too many places; point at what holds them".to_owned(),
            })
        }
        _ => Ok(()),
    }
}
