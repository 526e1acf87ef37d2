//! The XMP packet (ISO 16684-1): the few properties that an article needs, found without
//! reading the whole as XML, which many packets are not.

/// Largest packet that is looked through, in bytes: pictures may be in it.
const MAX_PACKET: usize = 1 << 20;

#[derive(Debug, Default)]
pub(super) struct Packet {
    pub title: Option<String>,
    pub creators: Vec<String>,
    pub language: Option<String>,
    /// ISO 8601.
    pub created: Option<String>,
    pub published: Option<String>,
    pub publication: Option<String>,
    pub url: Option<String>,
    pub tool: Option<String>,
}

pub(super) fn read(bytes: &[u8]) -> Packet {
    let bytes = bytes.get(..bytes.len().min(MAX_PACKET)).unwrap_or_default();
    let text = String::from_utf8_lossy(bytes);
    let one = |name: &str| values(&text, name).into_iter().next();
    Packet {
        title: one("dc:title"),
        creators: values(&text, "dc:creator"),
        language: one("dc:language"),
        created: one("xmp:CreateDate").filter(|date| is_date(date)),
        published: one("prism:publicationDate")
            .or_else(|| one("prism:coverDate"))
            .filter(|date| is_date(date)),
        publication: one("prism:publicationName"),
        url: one("prism:url").filter(|url| url.starts_with("http")),
        tool: one("xmp:CreatorTool"),
    }
}

/// The values of a property: of a list, of an element or of an attribute.
fn values(text: &str, name: &str) -> Vec<String> {
    if let Some(inside) = element(text, name) {
        let mut items = Vec::new();
        let mut rest = inside;
        while let Some((_, after)) = rest.split_once("<rdf:li")
            && items.len() < 20
        {
            let Some((_, after)) = after.split_once('>') else {
                break;
            };
            let (item, after) = after.split_once("</rdf:li>").unwrap_or((after, ""));
            items.push(item);
            rest = after;
        }
        if items.is_empty() && !inside.contains('<') {
            items.push(inside);
        }
        return items.into_iter().filter_map(plain).collect();
    }
    let attribute = format!("{name}=");
    let after = text.split_once(&attribute).map(|(_, after)| after);
    let value = after.and_then(|after| {
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        after.get(1..)?.split(quote).next()
    });
    value.and_then(plain).into_iter().collect()
}

fn element<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let open = format!("<{name}");
    let (_, after) = text.split_once(&open)?;
    let (attributes, inside) = after.split_once('>')?;
    if attributes.ends_with('/') {
        return None;
    }
    inside
        .split_once(&format!("</{name}>"))
        .map(|(inside, _)| inside)
}

fn plain(text: &str) -> Option<String> {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    let text: Vec<&str> = text.split_whitespace().collect();
    (!text.is_empty()).then(|| text.join(" ").chars().take(1000).collect())
}

fn is_date(text: &str) -> bool {
    let year = text.get(..4).and_then(|year| year.parse::<u32>().ok());
    year.is_some_and(|year| (1980..=2200).contains(&year)) && text.len() <= 40
}
