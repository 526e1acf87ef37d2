mod diffs;
mod series;
pub mod wire_set;
