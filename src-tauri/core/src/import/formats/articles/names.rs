//! Names of columns and members as lists of articles spell them, in the form of
//! [`super::super::table::key`]: `Published at` is `publishedat`.

use super::super::languages::language;
use super::super::record::{Record, date, is_link, people, words};
use super::super::{bookmarks, markup};
use crate::domain::BlockKind;

#[rustfmt::skip]
pub(super) const TITLE: &[&str] = &["title", "headline", "name", "heading", "hed", "articletitle", "titre", "titel", "título", "titolo", "заголовок", "标题", "標題", "タイトル", "제목", "العنوان"];

#[rustfmt::skip]
pub(super) const URL: &[&str] = &[
    "url", "link", "href", "uri", "permalink", "weburl", "articleurl", "sourceurl", "canonicalurl", "externalurl", "resolvedurl", "givenurl",
    "originalurl", "originurl", "linkurl", "pageurl", "webpage", "address", "articlelink", "lien", "enlace", "ссылка", "链接",
];

#[rustfmt::skip]
pub(super) const TEXT: &[&str] = &[
    "text", "body", "content", "fulltext", "articletext", "articlebody", "bodytext", "maintext", "plaintext", "html", "contenthtml",
    "contenttext", "bodyhtml", "articlecontent", "rawtext", "story", "texte", "texto", "testo", "текст", "正文", "内容", "本文", "본문", "النص",
];

#[rustfmt::skip]
pub(super) const SUMMARY: &[&str] = &[
    "standfirst", "summary", "description", "abstract", "excerpt", "snippet", "subtitle", "subheadline", "deck", "dek", "trailtext", "lead", "lede",
];

#[rustfmt::skip]
pub(super) const PUBLISHED: &[&str] = &[
    "published", "publishedat", "datepublished", "publisheddate", "publicationdate", "publishdate", "pubdate", "publishedon", "publishedtime",
    "publicationtime", "webpublicationdate", "firstpublished", "dateofpublication", "date", "datetime", "publicationdatetime", "datum", "fecha",
    "data", "дата", "日期", "日付", "날짜", "التاريخ",
];

#[rustfmt::skip]
pub(super) const UPDATED: &[&str] = &["updated", "updatedat", "modified", "modifiedat", "datemodified", "lastmodified", "dateupdated", "lastupdated"];

#[rustfmt::skip]
pub(super) const SAVED: &[&str] = &[
    "saved", "savedat", "saveddate", "dateadded", "added", "addedat", "timeadded", "created", "createdat", "accessed", "accessdate", "retrieved",
    "scrapedat", "crawledat", "timestamp",
];

#[rustfmt::skip]
pub(super) const BYLINE: &[&str] = &["byline", "author", "authors", "authorname", "by", "creator", "creators", "writer", "reporter", "journalist", "autor", "auteur", "autore", "автор", "作者", "著者", "기자", "الكاتب"];

#[rustfmt::skip]
pub(super) const OUTLET: &[&str] = &[
    "outlet", "publication", "publisher", "source", "sourcename", "sitename", "site", "newspaper", "journal", "medium", "mediaoutlet", "website",
    "publicationname", "publicationtitle", "containertitle", "newssource", "quelle", "fuente", "fonte", "источник", "来源", "媒体",
];

#[rustfmt::skip]
pub(super) const LANGUAGE: &[&str] = &["language", "lang", "languagecode", "locale", "sprache", "langue", "idioma"];

#[rustfmt::skip]
pub(super) const SECTION: &[&str] = &["section", "sectionname", "category", "desk", "rubric", "ressort"];

/// What a person gave it; keywords are mostly a publisher's.
#[rustfmt::skip]
pub(super) const TAGS: &[&str] = &["tags", "labels"];

#[rustfmt::skip]
pub(super) const KEPT_IN: &[&str] = &["folder", "collection", "tags", "labels", "keywords"];

/// What a row or an object gives, whatever it calls it.
pub(super) trait Given {
    /// The first of `names` that says something.
    fn first(&self, names: &[&str]) -> Option<String>;

    /// People under one of `names`, apart where the list keeps them apart.
    fn people(&self, names: &[&str]) -> Vec<String> {
        self.first(names)
            .map(|text| people(&text))
            .unwrap_or_default()
    }
}

pub(super) fn record(given: &dyn Given) -> Record {
    let mut record = Record::default();
    let facts = &mut record.facts;
    let line = |names| given.first(names).and_then(|text| words(&text));
    facts.title = line(TITLE);
    facts.byline = given.people(BYLINE);
    facts.outlet = line(OUTLET);
    facts.published = given.first(PUBLISHED).and_then(|text| date(&text));
    facts.updated = given.first(UPDATED).and_then(|text| date(&text));
    facts.saved = given
        .first(SAVED)
        .and_then(|text| date(&text).or_else(|| bookmarks::added(&text)));
    facts.language = line(LANGUAGE).and_then(|text| language(&text));
    facts.section = line(SECTION);
    facts.url = given.first(URL).filter(|url| is_link(url));
    // `source` is an outlet in one list and an address in the next.
    if facts.outlet.as_deref().is_some_and(is_link) {
        let address = facts.outlet.take();
        facts.url = facts.url.take().or(address);
    }
    let tags = given.first(TAGS).unwrap_or_default();
    record.tag(tags.split(['\n', ',', ';', '|']));
    record.kept_in = given.first(KEPT_IN).and_then(|text| words(&text));
    let summary = given.first(SUMMARY);
    match given.first(TEXT) {
        Some(text) => {
            record.facts.standfirst = summary.and_then(|text| words(&text));
            record.text(&text);
        }
        None if record.facts.url.is_some() => {
            record.facts.standfirst = summary.and_then(|text| words(&text));
        }
        None => {
            for line in summary.iter().flat_map(|text| markup::paragraphs(text)) {
                record.say(BlockKind::Paragraph, &line);
            }
        }
    }
    record
}
