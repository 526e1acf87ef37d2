mod fold;
mod script;
mod sound;
