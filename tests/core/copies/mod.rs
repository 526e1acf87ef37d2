mod diffs;
mod series;
mod wire_set;
