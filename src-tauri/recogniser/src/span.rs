//! What recognising gives.

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Person,
    Organisation,
    Place,
    Event,
}

/// A name in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// First byte; always at a character's boundary.
    pub start: usize,
    /// First byte behind it.
    pub end: usize,
    pub kind: Kind,
    /// From 0 to 1: how sure the model is of the kind, as a mean over the name's pieces. A
    /// name that a rule found has the confidence of what the rule leant on.
    pub confidence: f32,
}
