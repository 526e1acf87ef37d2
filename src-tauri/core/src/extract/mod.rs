use crate::domain::*;
pub struct SourceHints<'a> {
    pub file_name: Option<&'a str>,
    pub url: Option<&'a str>,
    pub media: MediaType,
    pub charset: Option<&'a str>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    Html,
    Text,
    Markdown,
}
pub struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    pub unclear: bool,
}
pub fn sniff(_: &[u8], _: Option<&str>, _: Option<&str>) -> Option<MediaType> {
    None
}
pub fn article(_: &[u8], _: &SourceHints) -> ArticleParts {
    ArticleParts::default()
}
pub fn decode(_: &[u8], _: &SourceHints) -> Decoded {
    Decoded {
        text: String::new(),
        encoding: "",
        unclear: false,
    }
}
pub fn sanitise_original(_: &str) -> String {
    String::new()
}
pub fn text_as_html(_: &str) -> String {
    String::new()
}
pub fn render_html(_: &str, _: Option<&str>, _: &[Block]) -> String {
    String::new()
}
