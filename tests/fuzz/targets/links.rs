#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for media_type in [
        "application/internet-shortcut",
        "application/x-webloc",
        "application/x-desktop",
        "text/plain; profile=links",
    ] {
        dragoman_fuzz::read(media_type, bytes);
    }
});
