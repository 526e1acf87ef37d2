mod articles;
mod folder;
mod imports;
mod notes;
mod searching;
mod tagging;
mod undoing;
