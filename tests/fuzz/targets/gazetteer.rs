#![no_main]

use dragoman_core::entities::Gazetteer;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(gazetteer) = Gazetteer::read(bytes) else {
        return;
    };
    // Its own names are what its names are most likely to be found in.
    let text = String::from_utf8_lossy(bytes);
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    for found in gazetteer.find(&text) {
        assert!(found.start < found.end && found.end <= length);
        let entry = gazetteer.entry(found.entry);
        assert!(gazetteer.by_key(&entry.key).is_some());
    }
});
