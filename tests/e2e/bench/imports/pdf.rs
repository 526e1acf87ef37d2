//! A PDF of text, as large as asked for.

use crate::articles::{Dice, sentence};
use crate::tongues::TONGUES;

/// Lines on a page of A4 in ten points.
const LINES: usize = 60;

/// About `bytes` of English text in one of the standard fonts, not compressed.
pub fn text_pdf(number: u32, bytes: usize) -> Vec<u8> {
    let mut dice = Dice::new(u64::from(number) + 77);
    let english = &TONGUES[0];
    let mut objects = vec![
        String::new(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut kids = String::new();
    while objects.iter().map(String::len).sum::<usize>() < bytes {
        let mut content = String::from("BT /F1 10 Tf 13 TL 50 800 Td\n");
        for _ in 0..LINES {
            content.push_str(&format!("({}) Tj T*\n", sentence(english, &mut dice)));
        }
        content.push_str("ET");
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
        let page = objects.len() + 1;
        kids.push_str(&format!("{page} 0 R "));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            page - 1
        ));
    }
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    let pages = (objects.len() - 3) / 2;
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>");
    write(&objects)
}

fn write(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = file.len();
    file.push_str(&table);
    file.push_str(&format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}
