//! A PDF file: objects by their number, read when asked for.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::budget::Budget;
use super::cache::Cache;
use super::crypt::Crypt;
use super::filter::{self, MAX_UNPACKED};
use super::lexer::{Lexer, is_space};
use super::object::{Dict, Object, Stream};
use super::{repair, xref};

/// How far a reference may lead to another: more is a loop.
const MAX_HOPS: usize = 16;
/// Objects inside the reading of an object, as a stream's length is one.
const MAX_NESTED_READS: u32 = 8;
/// Unpacked object streams kept in memory, in bytes.
const CACHED_BYTES: usize = 32 << 20;
/// Objects in one object stream; programs put 100 to 200 there.
const MAX_PACKED: usize = 100_000;

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    At(usize),
    /// In the object stream of this number.
    In(u32),
}

/// Why a file cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum OpenError {
    /// Nothing in it is an object of a PDF.
    NotPdf,
    Encrypted,
}

/// An unpacked object stream: where each object begins.
#[derive(Debug)]
struct ObjectStream {
    bytes: Vec<u8>,
    offsets: HashMap<u32, usize>,
}

#[derive(Debug)]
pub(in super::super) struct File {
    pub(super) data: Vec<u8>,
    pub(super) places: RefCell<HashMap<u32, Place>>,
    pub(super) trailer: RefCell<Dict>,
    crypt: Option<Crypt>,
    pub budget: Budget,
    cache: RefCell<Cache>,
    /// Bytes that the last object was read from.
    last_read: Cell<usize>,
    streams: RefCell<HashMap<u32, Option<Rc<ObjectStream>>>>,
    streams_size: Cell<usize>,
    nested: Cell<u32>,
    repaired: Cell<bool>,
}

impl File {
    /// Finds the objects; where the table of them is damaged or missing, by looking for them.
    pub fn open(data: Vec<u8>) -> Result<Self, OpenError> {
        let mut file = Self {
            data,
            places: RefCell::default(),
            trailer: RefCell::default(),
            crypt: None,
            budget: Budget::new(),
            cache: RefCell::default(),
            last_read: Cell::new(0),
            streams: RefCell::default(),
            streams_size: Cell::new(0),
            nested: Cell::new(0),
            repaired: Cell::new(false),
        };
        xref::read(&file);
        file.unlock()?;
        if !file.has_pages() {
            file.repair();
            file.unlock()?;
            repair::find_packed_objects(&file);
            file.cache.borrow_mut().clear();
            if !file.has_pages() {
                repair::find_catalog(&file);
            }
        }
        if file.places.borrow().is_empty() {
            return Err(OpenError::NotPdf);
        }
        Ok(file)
    }

    /// Looks for the objects that the table does not give, once.
    fn repair(&self) {
        self.repaired.set(true);
        repair::find_objects(self);
        self.cache.borrow_mut().clear();
    }

    fn has_pages(&self) -> bool {
        let root = self.root();
        let pages = self.get(&root, b"Pages");
        pages.dict().is_some_and(|pages| {
            self.get(pages, b"Kids").array().is_some_and(|kids| {
                kids.iter()
                    .any(|kid| self.resolve(kid).dict().is_some_and(|kid| !kid.is_empty()))
            })
        })
    }

    pub fn root(&self) -> Dict {
        self.dict(&self.trailer(), b"Root")
    }

    pub fn trailer(&self) -> Dict {
        self.trailer.borrow().clone()
    }

    fn unlock(&mut self) -> Result<(), OpenError> {
        let trailer = self.trailer();
        if self.crypt.is_some() || !trailer.has(b"Encrypt") {
            return Ok(());
        }
        let Object::Dict(encrypt) = self.get(&trailer, b"Encrypt") else {
            return Ok(());
        };
        let id = self.get(&trailer, b"ID");
        let id = id.array().and_then(|parts| parts.first());
        let id = id.map(|id| self.resolve(id)).unwrap_or_default();
        let crypt = Crypt::open(&encrypt, id.string().unwrap_or_default());
        self.crypt = Some(crypt.ok_or(OpenError::Encrypted)?);
        self.cache.borrow_mut().clear();
        self.streams.borrow_mut().clear();
        Ok(())
    }

    /// The value of a key, references followed.
    pub fn get(&self, dict: &Dict, key: &[u8]) -> Object {
        self.resolve(dict.raw(key))
    }

    /// The dictionary under a key; empty where there is none.
    pub fn dict(&self, dict: &Dict, key: &[u8]) -> Dict {
        self.get(dict, key).dict().cloned().unwrap_or_default()
    }

    /// Follows references; null for what is missing or goes round.
    pub fn resolve(&self, object: &Object) -> Object {
        let mut found = object.clone();
        for _ in 0..MAX_HOPS {
            let Object::Ref(number) = found else {
                return found;
            };
            found = self.object(number);
        }
        Object::Null
    }

    fn object(&self, number: u32) -> Object {
        if let Some(object) = self.cache.borrow().get(number) {
            return object;
        }
        let place = self.places.borrow().get(&number).copied();
        if self.nested.get() >= MAX_NESTED_READS || !self.budget.spend(64) {
            return Object::Null;
        }
        self.nested.set(self.nested.get() + 1);
        self.last_read.set(0);
        let object = match place {
            Some(Place::At(offset)) => self.object_at(number, offset).or_else(|| {
                let offset = self.found_elsewhere(number)?;
                self.object_at(number, offset)
            }),
            Some(Place::In(stream)) => self.packed_object(number, stream),
            None => None,
        };
        self.nested.set(self.nested.get() - 1);
        let object = object.unwrap_or_default();
        let source = self.last_read.get();
        self.cache.borrow_mut().keep(number, object.clone(), source);
        object
    }

    /// Where an object is that the table gives a wrong place for.
    fn found_elsewhere(&self, number: u32) -> Option<usize> {
        if self.repaired.get() {
            return None;
        }
        self.repair();
        match self.places.borrow().get(&number) {
            Some(Place::At(offset)) => Some(*offset),
            _ => None,
        }
    }

    /// Reads `12 0 obj …` at an offset; `None` where another object stands there.
    fn object_at(&self, number: u32, offset: usize) -> Option<Object> {
        let mut lexer = Lexer::new(&self.data, offset);
        if lexer.take_integer()? != number as usize {
            return None;
        }
        self.read_object(&mut lexer, number)
    }

    /// Reads an object whose number has been read.
    pub(super) fn read_object(&self, lexer: &mut Lexer, number: u32) -> Option<Object> {
        let start = lexer.at;
        let generation = u16::try_from(lexer.take_integer()?).unwrap_or(0);
        if !lexer.take_word(b"obj") {
            return None;
        }
        let object = lexer.object()?;
        let end = lexer.at;
        let id = (number, generation);
        let object = match &object {
            Object::Dict(dict) if lexer.take_word(b"stream") => {
                Object::Stream(self.stream_at(lexer, dict, id))
            }
            _ => object,
        };
        let length = end.saturating_sub(start);
        self.last_read.set(length);
        self.budget.spend(length);
        Some(match &self.crypt {
            Some(crypt) => decrypt_strings(object, crypt, id),
            None => object,
        })
    }

    fn stream_at(&self, lexer: &mut Lexer, dict: &Dict, id: (u32, u16)) -> Stream {
        match lexer.rest() {
            [b'\r', b'\n', ..] => lexer.at += 2,
            [b'\r' | b'\n', ..] => lexer.at += 1,
            _ => {}
        }
        let start = lexer.at;
        let length = self.get(dict, b"Length").index();
        let declared = length.and_then(|length| start.checked_add(length));
        let end = declared
            .filter(|&end| {
                let mut after = Lexer::new(&self.data, end);
                end <= self.data.len() && after.take_word(b"endstream")
            })
            .unwrap_or_else(|| self.stream_end(start));
        lexer.at = end;
        Stream {
            dict: dict.clone(),
            bytes: start..end,
            id,
        }
    }

    /// Where `endstream` stands, for a stream whose length is wrong.
    fn stream_end(&self, start: usize) -> usize {
        let rest = self.data.get(start..).unwrap_or_default();
        let length = find(rest, b"endstream").unwrap_or(rest.len());
        self.budget.spend(length);
        let body = rest.get(..length).unwrap_or_default();
        let spaces = body
            .iter()
            .rev()
            .take(2)
            .take_while(|&&byte| is_space(byte));
        start + length - spaces.count()
    }

    fn packed_object(&self, number: u32, stream: u32) -> Option<Object> {
        let stream = self.object_stream(stream)?;
        let offset = *stream.offsets.get(&number)?;
        let mut lexer = Lexer::new(&stream.bytes, offset);
        let object = lexer.object();
        let length = lexer.at.saturating_sub(offset);
        self.last_read.set(length);
        self.budget.spend(length);
        object
    }

    /// The numbers of the objects in an object stream.
    pub(super) fn packed_numbers(&self, stream: u32) -> Vec<u32> {
        let stream = self.object_stream(stream);
        stream.map_or_else(Vec::new, |stream| stream.offsets.keys().copied().collect())
    }

    fn object_stream(&self, number: u32) -> Option<Rc<ObjectStream>> {
        if let Some(known) = self.streams.borrow().get(&number) {
            return known.clone();
        }
        let place = self.places.borrow().get(&number).copied();
        // An object stream within another is not allowed, and could go round.
        let read = match place {
            Some(Place::At(_)) => self.read_object_stream(number).map(Rc::new),
            _ => None,
        };
        let size = read.as_ref().map_or(0, |stream| stream.bytes.len());
        let mut streams = self.streams.borrow_mut();
        if self.streams_size.get() + size > CACHED_BYTES {
            streams.clear();
            self.streams_size.set(0);
        }
        self.streams_size.set(self.streams_size.get() + size);
        streams.insert(number, read.clone());
        read
    }

    fn read_object_stream(&self, number: u32) -> Option<ObjectStream> {
        let Object::Stream(stream) = self.object(number) else {
            return None;
        };
        let first = self.get(&stream.dict, b"First").index()?;
        let count = self.get(&stream.dict, b"N").index()?;
        let bytes = self.unpack(&stream)?;
        let mut header = Lexer::new(&bytes, 0);
        let mut offsets = HashMap::new();
        for _ in 0..count.min(bytes.len() / 2).min(MAX_PACKED) {
            let (Some(number), Some(offset)) = (header.take_integer(), header.take_integer())
            else {
                break;
            };
            if let (Ok(number), Some(offset)) = (u32::try_from(number), first.checked_add(offset)) {
                offsets.insert(number, offset);
            }
        }
        self.budget.spend(header.at);
        Some(ObjectStream { bytes, offsets })
    }

    /// The bytes of a stream, unpacked up to a limit; `None` for pictures.
    pub fn unpack(&self, stream: &Stream) -> Option<Vec<u8>> {
        if self.budget.is_spent() {
            return None;
        }
        let packed = self.data.get(stream.bytes.clone())?;
        let filters = self.list(&stream.dict, &[b"Filter", b"F"]);
        let parameters = self.list(&stream.dict, &[b"DecodeParms", b"DP"]);
        let kind = stream.dict.raw(b"Type").name();
        let plain = kind == Some(b"XRef")
            || kind == Some(b"Metadata") && self.crypt.as_ref().is_some_and(|c| !c.metadata);
        let unlocked = self.crypt.as_ref().filter(|_| !plain);
        let unlocked = unlocked.map(|crypt| crypt.stream(packed, stream.id));
        let packed = unlocked.as_deref().unwrap_or(packed);
        let bytes = filter::unpack(packed, &filters, &parameters, MAX_UNPACKED);
        self.budget
            .spend(packed.len() + bytes.as_ref().map_or(0, Vec::len));
        bytes
    }

    fn list(&self, dict: &Dict, keys: &[&[u8]]) -> Vec<Object> {
        let found = keys.iter().map(|key| self.get(dict, key));
        match found.into_iter().find(|object| !object.is_null()) {
            Some(Object::Array(items)) => items.iter().map(|item| self.resolve(item)).collect(),
            Some(object) => vec![object],
            None => Vec::new(),
        }
    }
}

pub(super) fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, word)
}

fn decrypt_strings(object: Object, crypt: &Crypt, id: (u32, u16)) -> Object {
    match object {
        Object::String(bytes) => Object::String(crypt.string(&bytes, id).into()),
        Object::Array(items) => {
            let items = items.iter().cloned();
            Object::Array(items.map(|item| decrypt_strings(item, crypt, id)).collect())
        }
        Object::Dict(dict) => Object::Dict(Dict::new(
            dict.iter()
                .map(|(key, value)| (key.into(), decrypt_strings(value.clone(), crypt, id)))
                .collect(),
        )),
        other => other,
    }
}
