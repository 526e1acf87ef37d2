mod entities;
mod notebook;
mod search;
mod support;
mod text;
mod types;
