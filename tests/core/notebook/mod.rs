mod articles;
mod folder;
mod imports;
mod notes;
mod schemas;
mod searching;
mod tagging;
mod undoing;
