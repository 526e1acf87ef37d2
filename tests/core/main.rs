mod extract;
mod text;
mod types;
