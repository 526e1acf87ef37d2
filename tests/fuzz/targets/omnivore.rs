#![no_main]

use libfuzzer_sys::fuzz_target;

const FILES: &[&str] = &[
    "metadata_0_to_2.json",
    "content/river-states-agree-180a1.html",
    "highlights/river-states-agree-180a1.md",
];

fuzz_target!(|bytes: &[u8]| {
    let file = dragoman_fuzz::packed(FILES, bytes);
    dragoman_fuzz::read("application/zip; profile=omnivore", &file);
});
