mod text;
mod types;
