//! Code pages of RTF text: of the document, and of each font.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

/// Which encoding the bytes of a font are in.
#[derive(Debug)]
pub(super) struct Charsets {
    document: &'static Encoding,
    by_font: HashMap<i32, Font>,
}

#[derive(Debug, Clone, Copy)]
enum Font {
    Text(&'static Encoding),
    /// Pictures for letters: of these only the bullet means anything.
    Symbols,
}

impl Default for Charsets {
    fn default() -> Self {
        Self {
            document: WINDOWS_1252,
            by_font: HashMap::new(),
        }
    }
}

impl Charsets {
    pub(super) fn set_document(&mut self, code_page: i32) {
        if let Some(encoding) = of_code_page(code_page) {
            self.document = encoding;
        }
    }

    /// `\fcharset`. ANSI and "default" mean the document's own code page: that is how
    /// programs of other countries wrote them.
    pub(super) fn set_font(&mut self, font: i32, charset: i32) {
        if charset == 2 {
            self.by_font.insert(font, Font::Symbols);
        } else if let Some(encoding) = of_charset(charset) {
            self.by_font.insert(font, Font::Text(encoding));
        }
    }

    /// `\cpg`: a font's code page, which outweighs its character set.
    pub(super) fn set_font_page(&mut self, font: i32, code_page: i32) {
        if let Some(encoding) = of_code_page(code_page) {
            self.by_font.insert(font, Font::Text(encoding));
        }
    }

    /// Bytes written in a font, as text.
    pub(super) fn decode(&self, font: i32, bytes: &[u8]) -> String {
        match self.by_font.get(&font) {
            Some(Font::Symbols) => {
                let bullets = bytes.iter().filter(|&&byte| byte == 0xB7).count();
                "•".repeat(bullets)
            }
            Some(Font::Text(encoding)) => {
                encoding.decode_without_bom_handling(bytes).0.into_owned()
            }
            None => self
                .document
                .decode_without_bom_handling(bytes)
                .0
                .into_owned(),
        }
    }
}

/// Windows code pages that the Encoding Standard has. The pages of DOS for Western
/// Europe are not among them; text in those has been written with `\u` for decades.
fn of_code_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        1250..=1258 => return Encoding::for_label(format!("windows-{page}").as_bytes()),
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 | 1361 => "euc-kr",
        950 => "big5",
        866 => "ibm866",
        10000 => "macintosh",
        10007 => "x-mac-cyrillic",
        20866 => "koi8-r",
        21866 => "koi8-u",
        28591..=28606 => {
            return Encoding::for_label(format!("iso-8859-{}", page - 28590).as_bytes());
        }
        54936 => "gb18030",
        65001 => "utf-8",
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// Character sets of fonts, as the specification's table of `\fcharset` numbers them.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    let page = match charset {
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178..=180 => 1256,
        181 => 1255,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    of_code_page(page)
}
