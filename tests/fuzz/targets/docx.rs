#![no_main]

use libfuzzer_sys::fuzz_target;

const FILES: &[&str] = &[
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "docProps/core.xml",
    "word/footnotes.xml",
    "word/document.xml",
];

fuzz_target!(|bytes: &[u8]| {
    let file = dragoman_fuzz::packed(FILES, bytes);
    dragoman_fuzz::read("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &file);
});
