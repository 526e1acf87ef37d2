//! What a step was done to, as its toast says it.

/// A title or a name, or how many things: a title may be a number.
#[derive(Debug, Clone)]
pub(in super::super) enum Subject {
    Called(String),
    Many(usize),
}

impl Subject {
    /// Both as they are kept.
    pub fn kept(self) -> (String, Option<u32>) {
        match self {
            Self::Called(name) => (name, None),
            Self::Many(things) => (
                things.to_string(),
                Some(u32::try_from(things).unwrap_or(u32::MAX)),
            ),
        }
    }
}

impl From<&str> for Subject {
    fn from(name: &str) -> Self {
        Self::Called(name.to_owned())
    }
}

impl From<&String> for Subject {
    fn from(name: &String) -> Self {
        Self::Called(name.clone())
    }
}

impl From<String> for Subject {
    fn from(name: String) -> Self {
        Self::Called(name)
    }
}
