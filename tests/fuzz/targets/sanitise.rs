#![no_main]

use dragoman_core::extract::sanitise_original;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|page: &str| {
    sanitise_original(page);
});
