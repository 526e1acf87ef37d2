//! Files that are taken for lists of names, and are none.

use dragoman_core::Entities;
use dragoman_core::entities::read_list;

#[test]
fn a_file_that_is_no_list_makes_no_entities() {
    for text in [
        "%PDF-1.4\n1 0 obj\nendobj\nBT /F1 20 Tf\n",
        "<!DOCTYPE html>\n<p>Vladimir Putin\n",
        "PK\u{3}\u{4}name\n",
        "Anna\u{1}Seghers\nBertolt Brecht\n",
        "\u{FFFD}\u{FFFD}Anna Seghers\n",
    ] {
        let listed = read_list(text);
        assert!(listed.entities.is_empty(), "{text}");
        assert_eq!(listed.unread as usize, text.lines().count(), "{text}");
    }
    let names =
        read_list("Anna Seghers\nBertolt Brecht; Brecht\r\n\u{645}\u{648}\u{633}\u{643}\u{648}\n");
    assert_eq!((names.entities.len(), names.unread), (3, 0));
}

#[test]
fn a_list_is_read_in_the_encoding_it_is_in() {
    let list = "Zoë Müller\nBjörk Guðmundsdóttir\nFrançois Léotard\n";
    let units = |to: fn(u16) -> [u8; 2]| list.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let marked = |mark: [u8; 2], rest: Vec<u8>| [mark.to_vec(), rest].concat();
    let latin: Vec<u8> = list.chars().map(|c| u8::try_from(c).unwrap()).collect();
    for bytes in [
        list.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", list.as_bytes()].concat(),
        units(u16::to_le_bytes),
        marked([0xff, 0xfe], units(u16::to_le_bytes)),
        marked([0xfe, 0xff], units(u16::to_be_bytes)),
        latin,
    ] {
        let names = read_list(&Entities::list_text(&bytes)).entities;
        let names: Vec<&str> = names.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names, list.lines().collect::<Vec<_>>(), "{bytes:?}");
    }
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert!(read_list(&Entities::list_text(picture)).entities.is_empty());
}
