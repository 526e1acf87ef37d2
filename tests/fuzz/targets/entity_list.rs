#![no_main]

use dragoman_core::entities::read_list;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for entity in read_list(text).entities {
        assert!(!entity.name.is_empty());
    }
});
