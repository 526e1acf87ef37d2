mod fold;
mod script;
