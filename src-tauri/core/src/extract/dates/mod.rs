//! Dates as pages print them and as machines write them.

mod beside;
mod calendar;
mod clock;
mod machine;
mod months;
mod printed;
mod token;
mod zones;

pub(crate) use machine::{from_address, from_machine};
pub(crate) use printed::{DateHints, Order, find};
