//! What is measured of each block of a page, for the choice of its body.

use foldhash::{HashMap, HashMapExt};

use super::numbers::{FAR, flag, kind, ordinal, ratio, role, share, steps};
use super::outline::Outline;
use super::page::PageBlock;
use super::regions::{Regions, Sum, is_text};
use super::surroundings::{self, Around, NAMED_OTHER};
use crate::extract::first_words::FirstWords;
use crate::extract::{captions, words};
use crate::text::class;

/// What is known of the page besides its blocks.
#[derive(Debug, Default)]
pub(super) struct About {
    /// As [`words::same_key`] writes them; empty when not known.
    pub title: String,
    pub description: String,
    /// The article's text as the page's data has it.
    pub declared: Option<String>,
}

/// Numbers of a row, roughly.
const ROOM: usize = 160;

struct Page<'a> {
    outline: &'a Outline,
    blocks: &'a [PageBlock],
    regions: Regions,
    /// The elements that ways are measured to.
    centres: [usize; 3],
    /// By the index of the element.
    around: Vec<Around>,
    about: &'a About,
    whole: Sum,
    title_at: Option<usize>,
    title_first: FirstWords,
    /// In order.
    title_words: Vec<&'a str>,
    declared: Option<&'a [f32]>,
    /// Of blocks in elements of one signature: number, words, words of running text.
    alike: HashMap<u64, (u32, u32, u32)>,
    /// Of each block, how many have its text.
    same_text: Vec<u32>,
    articles: usize,
    /// The last heading before each block, and the last one that ends articles.
    headings: Vec<(Option<usize>, Option<usize>)>,
    /// Words, and words of running text, before each block.
    before: Vec<(u32, u32)>,
}

/// True for blocks that nobody would take for a part of an article: entries of menus, and
/// what a browser doesn't show.
fn is_out(block: &PageBlock) -> bool {
    block.hidden || block.words <= 3 && block.links > 0.9 && block.level == 0
}

/// One row of numbers for each block; an empty one for blocks that are out anyway.
pub(super) fn measure(
    outline: &Outline,
    blocks: &[PageBlock],
    about: &About,
    declared: Option<&[f32]>,
) -> Vec<Vec<f32>> {
    let page = Page::of(outline, blocks, about, declared);
    (0..blocks.len()).map(|at| page.row(at)).collect()
}

impl<'a> Page<'a> {
    fn of(
        outline: &'a Outline,
        blocks: &'a [PageBlock],
        about: &'a About,
        declared: Option<&'a [f32]>,
    ) -> Self {
        let regions = Regions::of(outline, blocks);
        let centres = [regions.top, regions.core, regions.frame];
        let mut alike: HashMap<u64, (u32, u32, u32)> = HashMap::new();
        let mut printings: HashMap<&str, usize> = HashMap::new();
        let mut same_text = vec![0_u32; blocks.len()];
        let mut first_with = Vec::with_capacity(blocks.len());
        let mut headings = Vec::with_capacity(blocks.len());
        let mut before = Vec::with_capacity(blocks.len());
        let (mut heading, mut ending) = (None, None);
        let (mut all, mut running) = (0_u32, 0_u32);
        for (at, block) in blocks.iter().enumerate() {
            headings.push((heading, ending));
            before.push((all, running));
            if block.hidden {
                first_with.push(at);
                continue;
            }
            let first = *printings.entry(block.key.as_str()).or_insert(at);
            first_with.push(first);
            same_text[first] += 1;
            let count = u32::try_from(block.words).unwrap_or(u32::MAX);
            let text = if is_text(block) { count } else { 0 };
            all += count;
            running += text;
            if block.ending {
                ending = Some(at);
            }
            if block.level > 0 {
                heading = Some(at);
            }
            let entry = alike.entry(signature(outline, block.element)).or_default();
            *entry = (entry.0 + 1, entry.1 + count, entry.2 + text);
        }
        for (at, first) in first_with.into_iter().enumerate() {
            same_text[at] = same_text[first];
        }
        let titled = |level: bool| {
            blocks.iter().position(|b| {
                !b.hidden
                    && !about.title.is_empty()
                    && b.key == about.title
                    && (!level || b.level == 1)
            })
        };
        let title_at = titled(true)
            .or_else(|| blocks.iter().position(|b| b.level == 1 && !b.hidden))
            .or_else(|| titled(false));
        let mut title_words: Vec<&str> = about.title.split(' ').filter(|w| !w.is_empty()).collect();
        title_words.sort_unstable();
        Self {
            whole: regions.sum(0),
            around: surroundings::all(outline, centres),
            centres,
            outline,
            blocks,
            regions,
            title_at,
            title_first: FirstWords::of(title_words.iter().copied()),
            title_words,
            declared,
            about,
            alike,
            same_text,
            articles: outline
                .elements
                .iter()
                .filter(|e| e.name == "article")
                .count(),
            headings,
            before,
        }
    }

    fn row(&self, at: usize) -> Vec<f32> {
        let Some(block) = self.blocks.get(at).filter(|block| !is_out(block)) else {
            return Vec::new();
        };
        let mut row = Vec::with_capacity(ROOM);
        self.of_text(at, block, &mut row);
        self.of_place(at, block, &mut row);
        self.of_surroundings(block, &mut row);
        self.of_neighbours(at, &mut row);
        self.of_page(at, &mut row);
        row
    }

    fn of_text(&self, at: usize, block: &PageBlock, row: &mut Vec<f32>) {
        let text = block.text.as_str();
        let count = block.words.max(1) as f32;
        let (mut upper, mut digits, mut letters) = (0, 0, 0);
        let (mut commas, mut marks) = (0, 0);
        for c in text.chars() {
            match c {
                'a'..='z' => letters += 1,
                ',' | '،' | '，' | '、' | ';' => commas += 1,
                '|' | '·' | '•' | '@' | '©' | '›' | '»' | '/' => marks += 1,
                ' ' => {}
                _ => {
                    let known = class(c);
                    upper += usize::from(known.is_upper());
                    digits += usize::from(known.is_number());
                    letters += usize::from(known.is_letter());
                }
            }
        }
        let first = text.chars().next().unwrap_or(' ');
        let own = block
            .key
            .split(' ')
            .filter(|w| self.title_first.may_have(w) && self.title_words.binary_search(w).is_ok())
            .count();
        row.extend([
            block.words as f32,
            letters as f32 / count,
            share(upper, letters),
            share(digits, letters + digits),
            commas as f32 / count,
            block.links,
            flag(block.running),
            flag(words::ends_sentence(text)),
            flag(text.ends_with([':', '：'])),
            flag(text.ends_with(['?', '？'])),
            flag(text.ends_with('…') || text.ends_with("...")),
            flag(matches!(first, '"' | '“' | '«' | '„' | '「' | '‘')),
            flag(first.is_lowercase()),
            flag(first.is_numeric()),
            marks as f32,
            share(own, block.words.max(1)),
            flag(!self.about.title.is_empty() && block.key == self.about.title),
            flag(!self.about.description.is_empty() && block.key == self.about.description),
            ordinal(block.cue),
            kind(block.kind),
            f32::from(block.level),
            flag(block.figure),
            flag(captions::has_credit(text, block.words)),
            role(block.role),
            self.same_text.get(at).copied().unwrap_or(0) as f32,
        ]);
    }

    fn of_place(&self, at: usize, block: &PageBlock, row: &mut Vec<f32>) {
        let (all, running) = self.before.get(at).copied().unwrap_or_default();
        let (heading, ending) = self.headings.get(at).copied().unwrap_or_default();
        let to_title = self.title_at.map_or(-FAR, |title| {
            (at as f32 - title as f32).clamp(-FAR, FAR * 4.0)
        });
        row.extend([
            share(at, self.blocks.len()),
            ratio(all, self.whole.words),
            ratio(running, self.whole.text),
            ratio(self.whole.text.saturating_sub(running), self.whole.text),
            to_title,
            heading.map_or(FAR, |h| (at - h) as f32).min(FAR),
            self.heading_of(heading, |h| f32::from(h.level)),
            self.heading_of(heading, |h| ordinal(h.cue)),
            self.steps_from(heading, block.element),
            ending.map_or(FAR, |e| (at - e) as f32).min(FAR),
            self.steps_from(ending, block.element),
        ]);
    }

    fn heading_of(&self, heading: Option<usize>, what: impl Fn(&PageBlock) -> f32) -> f32 {
        heading
            .and_then(|at| self.blocks.get(at))
            .map_or(-1.0, what)
    }

    /// Steps outwards from a heading until `element` is inside too.
    fn steps_from(&self, heading: Option<usize>, element: usize) -> f32 {
        heading
            .and_then(|at| self.blocks.get(at))
            .map_or(FAR, |h| steps(self.outline, h.element, element).0)
    }

    fn of_surroundings(&self, block: &PageBlock, row: &mut Vec<f32>) {
        row.extend([
            ordinal(block.container),
            ordinal(block.furniture),
            flag(block.article),
        ]);
        let mut outwards = self.outline.around(block.element);
        let outer: [Option<usize>; 4] = std::array::from_fn(|_| outwards.next());
        let own = self.regions.sum(block.element);
        row.extend([
            own.blocks as f32,
            self.outline
                .elements
                .get(block.element)
                .map_or(0.0, |e| e.depth as f32),
        ]);
        for element in outer {
            let sum = element.map_or(self.whole, |at| self.regions.sum(at));
            row.extend([
                ratio(sum.text, self.whole.text),
                sum.link_words / sum.words.max(1) as f32,
                sum.words as f32 / sum.blocks.max(1) as f32,
                sum.blocks as f32,
                ratio(sum.text, sum.words),
            ]);
        }
        let Some(around) = self.around.get(block.element) else {
            return;
        };
        for near in around.nearest {
            let sum = near
                .map(|near| self.regions.sum(near.element))
                .unwrap_or_default();
            row.extend([
                near.map_or(FAR, |near| near.steps as f32),
                ratio(sum.text, self.whole.text),
                sum.link_words / sum.words.max(1) as f32,
            ]);
        }
        row.push(
            around.nearest[NAMED_OTHER]
                .and_then(|near| self.outline.elements.get(near.element))
                .map_or(0.0, |e| ordinal(e.reason)),
        );
        row.extend(
            around
                .ways(self.outline, self.centres)
                .into_iter()
                .flatten(),
        );
        let best = self.regions.sum(self.regions.top).score.max(1.0);
        let nearby = outer
            .into_iter()
            .take(3)
            .flatten()
            .map(|at| self.regions.sum(at).score);
        row.push(nearby.fold(f32::MIN, f32::max).max(-1.0) / best);
        let parent = outer[0].unwrap_or(0);
        for place in [block.element, parent] {
            let (number, count, text) = self
                .alike
                .get(&signature(self.outline, place))
                .copied()
                .unwrap_or_default();
            row.extend([
                number as f32,
                count as f32 / number.max(1) as f32,
                ratio(text, self.whole.text),
            ]);
        }
    }

    fn of_neighbours(&self, at: usize, row: &mut Vec<f32>) {
        for offset in [-3_isize, -2, -1, 1, 2, 3] {
            let other = at
                .checked_add_signed(offset)
                .and_then(|place| self.blocks.get(place));
            row.extend(match other {
                Some(b) if !b.hidden => [
                    b.words as f32,
                    b.links,
                    flag(is_text(b)),
                    f32::from(b.level),
                    ordinal(b.cue),
                    ordinal(b.container),
                ],
                _ => [-1.0; 6],
            });
        }
        let near = |places: &mut dyn Iterator<Item = usize>| {
            places
                .take(FAR as usize)
                .position(|place| self.blocks.get(place).is_some_and(is_text))
                .map_or(FAR, |distance| distance as f32)
        };
        row.push(near(&mut (0..at).rev()));
        row.push(near(&mut (at + 1..self.blocks.len())));
    }

    fn of_page(&self, at: usize, row: &mut Vec<f32>) {
        let declared = self.declared.and_then(|shares| shares.get(at));
        let top = self.regions.sum(self.regions.top);
        row.extend([
            declared.copied().unwrap_or(-1.0),
            self.blocks.len() as f32,
            self.whole.words as f32,
            self.whole.text as f32,
            ratio(self.whole.text, self.whole.words),
            self.whole.paragraphs as f32,
            self.articles as f32,
            ratio(top.text, self.whole.text),
        ]);
    }
}

fn signature(outline: &Outline, at: usize) -> u64 {
    outline
        .elements
        .get(at)
        .map_or(0, |element| element.signature)
}
