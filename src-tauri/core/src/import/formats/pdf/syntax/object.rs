//! The objects that a PDF is made of (ISO 32000-1, 7.3).

use std::ops::Range;
use std::rc::Rc;

/// One object. Containers are shared, so that a copy costs nothing.
#[derive(Debug, Clone, Default)]
pub(in super::super) enum Object {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    String(Rc<[u8]>),
    Name(Rc<[u8]>),
    Array(Rc<[Object]>),
    Dict(Dict),
    Stream(Stream),
    /// The number of an object elsewhere in the file; generations are not told apart.
    Ref(u32),
}

/// A dictionary; of keys that occur twice the first counts.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Dict(Rc<[(Rc<[u8]>, Object)]>);

/// A dictionary with bytes, still packed.
#[derive(Debug, Clone)]
pub(in super::super) struct Stream {
    pub dict: Dict,
    /// Where the packed bytes are in the file.
    pub bytes: Range<usize>,
    /// Number and generation, which the decryption key is made of.
    pub id: (u32, u16),
}

impl Object {
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) if number.is_finite() => Some(*number),
            _ => None,
        }
    }

    /// A number that fits, rounded towards zero.
    pub fn integer(&self) -> Option<i64> {
        let number = self.number()?;
        (number.abs() < 9e15).then_some(number as i64)
    }

    pub fn index(&self) -> Option<usize> {
        usize::try_from(self.integer()?).ok()
    }

    pub fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub fn string(&self) -> Option<&[u8]> {
        match self {
            Self::String(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub fn array(&self) -> Option<&[Object]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The dictionary, also that of a stream.
    pub fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl Dict {
    pub fn new(entries: Vec<(Rc<[u8]>, Object)>) -> Self {
        Self(entries.into())
    }

    /// The value as written, a reference not followed.
    pub fn raw(&self, key: &[u8]) -> &Object {
        const NULL: &Object = &Object::Null;
        self.iter()
            .find(|(name, _)| *name == key)
            .map_or(NULL, |(_, value)| value)
    }

    pub fn has(&self, key: &[u8]) -> bool {
        !self.raw(key).is_null()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
