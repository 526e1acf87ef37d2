//! What a person sets right in an article's text.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One change to a text. Blocks are numbered as in the text that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "do")]
pub enum TextCorrection {
    /// Other words for a block. Blank lines part it into several.
    Rewrite {
        block: u32,
        text: String,
    },
    /// A paragraph that is missing: after a block, or before all of them.
    Add {
        after: Option<u32>,
        text: String,
    },
    Remove {
        block: u32,
    },
}
