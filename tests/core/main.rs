mod entities;
mod notebook;
mod support;
mod text;
mod types;
