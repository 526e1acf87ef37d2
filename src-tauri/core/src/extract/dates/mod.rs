//! Dates as pages print them and as machines write them.

mod beside;
mod calendar;
mod clock;
mod days;
mod hijri;
mod machine;
mod months;
mod names;
mod printed;
mod relative;
mod token;
mod zones;

pub(crate) use machine::{from_address, from_machine};
pub(crate) use printed::{DateHints, Order, find};
pub(crate) use relative::{find_relative, saved_at};
