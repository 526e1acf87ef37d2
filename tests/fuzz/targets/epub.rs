#![no_main]

use libfuzzer_sys::fuzz_target;

const FILES: &[&str] = &[
    "META-INF/container.xml",
    "EPUB/content.opf",
    "EPUB/toc.ncx",
    "EPUB/nav.xhtml",
    "EPUB/text/ch001.xhtml",
];

fuzz_target!(|bytes: &[u8]| {
    let file = dragoman_fuzz::packed(FILES, bytes);
    dragoman_fuzz::read("application/epub+zip", &file);
});
