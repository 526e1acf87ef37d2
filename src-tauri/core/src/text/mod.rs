//! One rule for when two spellings are the same word, used by search, mention
//! matching and completion alike.
//!
//! Knows characters and scripts; knows no language, no index and no notebook.

mod chinese;
mod classes;
mod fold;
mod fold_table;
mod letters;
mod middle_names;
mod pinyin;
mod script;
mod sound;
mod tag_path;
mod word_count;

pub(crate) use classes::class;
pub(crate) use fold::fold_into;
pub use fold::{Folded, fold, fold_mapped};
pub use middle_names::middle_names_agree;
pub use script::{is_unspaced_script, is_word_char, script_of};
pub use sound::{SOUND_RULE, sound_keys};
pub use tag_path::{TagPath, with_parents};
pub(crate) use word_count::count_words;
