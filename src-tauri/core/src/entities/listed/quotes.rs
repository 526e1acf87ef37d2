//! Quotation marks of a table that nothing closes where a cell ends.

/// Where a reader of cells stands.
#[derive(Clone, Copy)]
enum At {
    Start,
    Plain,
    Quoted,
    /// Behind a mark that closes a cell, or is half of one within it.
    Mark,
}

/// The first bytes of cells that open with a mark and run over more than their line to a mark
/// in the middle of another cell, or to the end of the text. In order; of those within
/// another such cell none.
pub(super) fn unclosed(text: &str, delimiter: u8) -> Vec<usize> {
    let mut unclosed = Vec::new();
    let mut at = At::Start;
    let (mut opened, mut lines) = (0, 0);
    for (place, byte) in text.bytes().enumerate() {
        let ends = byte == delimiter || matches!(byte, b'\n' | b'\r');
        at = match at {
            At::Start if byte == b'"' => {
                (opened, lines) = (place, 0);
                At::Quoted
            }
            At::Quoted if byte == b'"' => At::Mark,
            At::Quoted => {
                lines += usize::from(byte == b'\n');
                At::Quoted
            }
            At::Mark if byte == b'"' => At::Quoted,
            At::Mark if !ends => {
                if lines > 0 {
                    unclosed.push(opened);
                }
                At::Plain
            }
            _ if ends => At::Start,
            _ => At::Plain,
        };
    }
    if matches!(at, At::Quoted) {
        unclosed.push(opened);
    }
    unclosed
}

#[cfg(test)]
mod tests {
    use super::unclosed;

    #[test]
    fn a_mark_that_nothing_closes_is_told_by_its_place() {
        for (text, places) in [
            ("\"Anna\",\"x\ny\"\n\"Bert\"\"s\",z\n", vec![]),
            ("5\" gun,x\nO\"Neil,y\n", vec![]),
            ("a,b\n\"Anna,x\nBert,y\n", vec![4]),
            ("\"Anna,x\n\"Bert\",y\nCarl,z\n", vec![0]),
            ("\"Anna\" Poe,x\nBert,y\n", vec![]),
            ("a,\"", vec![2]),
        ] {
            assert_eq!(unclosed(text, b','), places, "{text:?}");
        }
    }
}
