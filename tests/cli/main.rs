//! The real binary, run as a person or a program runs it.

mod durability;
mod files;
mod run;
