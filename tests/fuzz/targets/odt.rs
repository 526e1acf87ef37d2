#![no_main]

use libfuzzer_sys::fuzz_target;

const FILES: &[&str] = &[
    "meta.xml",
    "styles.xml",
    "content.xml",
];

fuzz_target!(|bytes: &[u8]| {
    let file = dragoman_fuzz::packed(FILES, bytes);
    dragoman_fuzz::read("application/vnd.oasis.opendocument.text", &file);
});
