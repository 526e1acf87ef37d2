//! Files that are taken for lists of names, and are none.

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
