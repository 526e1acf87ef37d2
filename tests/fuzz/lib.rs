//! What the targets have in common.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub use dragoman_core::import::fuzzing::read;

/// Stands between the files of a seed; `seeds.py` writes it.
const BETWEEN: &[u8] = b"\xFF\xFE|\xFE\xFF";

/// An archive of files with these names, whose contents stand one after the other in
/// `bytes`. A fuzzer does not guess checksums: so it changes what is behind them.
pub fn packed(names: &[&str], bytes: &[u8]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in names.iter().zip(split(bytes)) {
        writer
            .start_file(*name, options)
            .and_then(|()| Ok(writer.write_all(content)?))
            .expect("memory can be written to");
    }
    writer
        .finish()
        .expect("memory can be written to")
        .into_inner()
}

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut contents = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest
        .windows(BETWEEN.len())
        .position(|window| window == BETWEEN)
    {
        contents.push(&rest[..at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    contents.push(rest);
    contents
}
