//! Writes small PDFs, good and bad, in the letters of Windows-1252.

/// Objects by their number, from 1. The first is the catalogue, the second the page tree.
pub struct Pdf {
    objects: Vec<Vec<u8>>,
    info: Option<usize>,
}

/// The program of a page: lines in Times at a height in points, 60 from the left.
pub fn page(lines: &[(u32, &str)]) -> Vec<u8> {
    let mut program = b"BT /F1 10 Tf\n".to_vec();
    for (y, text) in lines {
        program.extend(format!("1 0 0 1 60 {y} Tm (").bytes());
        for c in text.chars() {
            match c {
                '(' | ')' | '\\' => program.extend([b'\\', c as u8]),
                '’' => program.push(0x92),
                c => program.push(u8::try_from(u32::from(c)).unwrap()),
            }
        }
        program.extend(b") Tj\n");
    }
    program.extend(b"ET");
    program
}

/// Lines 12 points apart from a height down.
pub fn lines_from<'l>(top: u32, lines: &[&'l str]) -> Vec<(u32, &'l str)> {
    let heights = (0..).map(|row| top - 12 * row);
    heights.zip(lines.iter().copied()).collect()
}

impl Pdf {
    pub fn of_pages(programs: &[Vec<u8>]) -> Self {
        let kids: Vec<String> = (0..programs.len())
            .map(|at| format!("{} 0 R", 4 + 2 * at))
            .collect();
        let mut objects = vec![
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            format!(
                "<</Type/Pages/Kids[{}]/Count {}>>",
                kids.join(" "),
                kids.len()
            )
            .into_bytes(),
            b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>".to_vec(),
        ];
        for (at, program) in programs.iter().enumerate() {
            let page = format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>",
                5 + 2 * at
            );
            objects.push(page.into_bytes());
            objects.push(stream("", program));
        }
        Self {
            objects,
            info: None,
        }
    }

    pub fn info(&mut self, entries: &str) {
        self.objects.push(format!("<<{entries}>>").into_bytes());
        self.info = Some(self.objects.len());
    }

    /// Puts another object in the place of one.
    pub fn replace(&mut self, number: usize, object: impl Into<Vec<u8>>) {
        self.objects[number - 1] = object.into();
    }

    pub fn add(&mut self, object: impl Into<Vec<u8>>) {
        self.objects.push(object.into());
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = b"%PDF-1.5\n".to_vec();
        let mut places = Vec::new();
        for (at, object) in self.objects.iter().enumerate() {
            places.push(out.len());
            out.extend(format!("{} 0 obj\n", at + 1).bytes());
            out.extend(object);
            out.extend(b"\nendobj\n");
        }
        let table = out.len();
        out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        for place in &places {
            out.extend(format!("{place:010} 00000 n \n").bytes());
        }
        let info = self
            .info
            .map(|info| format!("/Info {info} 0 R"))
            .unwrap_or_default();
        let size = places.len() + 1;
        out.extend(
            format!("trailer\n<</Size {size}/Root 1 0 R{info}>>\nstartxref\n{table}\n%%EOF\n")
                .bytes(),
        );
        out
    }
}

/// A stream object.
pub fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries}/Length {}>>\nstream\n", bytes.len()).into_bytes();
    object.extend(bytes);
    object.extend(b"\nendstream");
    object
}
