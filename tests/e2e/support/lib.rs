//! What the journeys stand on: a display of their own, the real program under
//! WebDriver, a real pointer for drags, and traps for connections.
//!
//! Everything here is bound to a value and ends when that value is dropped: no
//! process and no folder outlives a journey.

pub mod app;
pub mod clipboard;
pub mod connections;
pub mod desk;
pub mod display;
pub mod driver;
pub mod failure;
pub mod file_dialog;
pub mod fixtures;
pub mod input_method;
mod keyboard;
pub mod pointer;
pub mod process;
pub mod webdriver;
pub mod website;

pub use app::App;
pub use desk::{Desk, journey};
pub use failure::Failure;
