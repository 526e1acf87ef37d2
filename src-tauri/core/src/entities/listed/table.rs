//! Tables of entities: one row each, names in one cell after semicolons.

use csv::{Position, Reader, ReaderBuilder, StringRecord, WriterBuilder};

use super::{Listed, Written, quotes};
use crate::domain::{
    EntityField, EntityId, EntityKind, ListedEntity, ListedRelation, NameStrength, NewRelation,
    RelationKind,
};

/// The columns that are written. Read are those that have one of these names, in any order.
pub(super) const COLUMNS: [&str; 10] = [
    "id",
    "kind",
    "name",
    "names",
    "weak names",
    "search names",
    "description",
    "fields",
    "relations",
    "merged into",
];

/// Other words for columns in lists of other programs.
const ALSO: &[(&str, &str)] = &[
    ("type", "kind"),
    ("schema", "kind"),
    ("caption", "name"),
    ("entity", "name"),
    ("title", "name"),
    ("aliases", "names"),
    ("alias", "names"),
    ("other names", "names"),
    ("weak aliases", "weak names"),
    ("weakalias", "weak names"),
    ("summary", "description"),
    ("note", "description"),
    ("notes", "description"),
    // German, French, Spanish and Russian.
    ("nom", "name"),
    ("nombre", "name"),
    ("имя", "name"),
    ("typ", "kind"),
    ("tipo", "kind"),
    ("тип", "kind"),
];

/// A table, if the first row has a column of names among several, or of names alone.
pub(super) fn read(text: &str) -> Option<Listed> {
    let (text, above) = without_excels_line(text);
    let first = text.lines().next()?;
    let delimiter = [b',', b'\t', b';', b'|']
        .into_iter()
        .max_by_key(|one| first.bytes().filter(|byte| byte == one).count())?;
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut row = StringRecord::new();
    if !rows.read_record(&mut row).ok()? {
        return None;
    }
    let header: Vec<&str> = row.iter().map(column).collect();
    let mut columns: Vec<String> = header.into_iter().map(str::to_owned).collect();
    without_numbers(&row, &mut columns);
    if !columns.iter().any(|column| column == "name") {
        return None;
    }
    let mut listed = Listed::default();
    let mut lines = Lines::new(text, above);
    let mut unclosed = quotes::unclosed(text, delimiter).into_iter().peekable();
    // Bytes whose line ends are counted, and how many those are: marks only follow.
    let mut counted = (0, 0);
    // What a row says that is read, and passed over, for the mark that opens in it.
    let mut swallows = |rows: &Reader<&[u8]>, row: &StringRecord| {
        let start = byte(row.position());
        let end = byte(Some(rows.position()));
        let opened = unclosed.next_if(|at| *at < end)?;
        while unclosed.next_if(|at| *at < end).is_some() {}
        counted.1 += text.get(counted.0..opened)?.matches('\n').count();
        counted.0 = opened;
        Some((above + 1 + counted.1, text.get(start..end)?))
    };
    if let Some((opened, whole)) = swallows(&rows, &row) {
        listed.pass_over_quoted(lines.of(&row), opened, whole);
    }
    loop {
        match rows.read_record(&mut row) {
            // What a sheet has below its last row.
            Ok(true) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(true) => {
                let line = lines.of(&row);
                if let Some((opened, whole)) = swallows(&rows, &row) {
                    listed.pass_over_quoted(line, opened, whole);
                    continue;
                }
                let entity = entity(&columns, &row);
                if let Some(from) = entity.as_ref().and_then(|entity| entity.id) {
                    relations(&columns, &row, from).for_each(|one| listed.relate(line, one));
                }
                listed.push(line, entity);
            }
            Ok(false) => return Some(listed),
            // Bytes that are no text can't come: it is text that is read.
            Err(_) => listed.push(usize::MAX, None),
        }
    }
}

/// A table without the line above its heading that says to Excel what parts its cells
/// (`sep=;`), and how many lines those are.
fn without_excels_line(text: &str) -> (&str, usize) {
    match text.split_once('\n') {
        Some((line, rest)) if line.trim_end().len() == 5 && line.starts_with("sep=") => (rest, 1),
        _ => (text, 0),
    }
}

/// `nombre` is a name in Spanish, and a number in French beside the `nom`.
fn without_numbers(header: &StringRecord, columns: &mut [String]) {
    let named = columns.iter().filter(|column| *column == "name").count();
    for (cell, column) in header.iter().zip(columns) {
        if named > 1 && cell.trim().eq_ignore_ascii_case("nombre") {
            column.clear();
        }
    }
}

/// Counts the lines of a text, from one, up to each row as it comes.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str, above: usize) -> Self {
        let text = text.as_bytes();
        Self {
            text,
            at: 0,
            line: 1 + above,
        }
    }

    /// The line that a row begins on: its position is before the line ends that were passed over.
    fn of(&mut self, row: &StringRecord) -> usize {
        let begun = byte(row.position()).max(self.at);
        let between = self.text.get(self.at..begun).unwrap_or_default();
        let passed = self.text.get(begun..).unwrap_or_default();
        let passed = passed
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let ends = between.iter().chain(passed.clone());
        self.line += ends.filter(|byte| **byte == b'\n').count();
        self.at = begun + passed.count();
        self.line
    }
}

fn byte(position: Option<&Position>) -> usize {
    usize::try_from(position.map_or(0, Position::byte)).unwrap_or(usize::MAX)
}

fn column(cell: &str) -> &'static str {
    let cell = cell.trim().to_lowercase().replace('_', " ");
    let known = COLUMNS.iter().find(|column| **column == cell);
    let also = ALSO.iter().find(|(also, _)| *also == cell);
    known
        .copied()
        .or(also.map(|(_, column)| *column))
        .unwrap_or("")
}

fn entity(columns: &[String], row: &StringRecord) -> Option<ListedEntity> {
    let cell = |wanted| cell(columns, row, wanted);
    let name = cell("name");
    if !name.chars().any(crate::text::is_word_char) {
        return None;
    }
    let mut names = Vec::new();
    for (column, strength) in [
        ("names", NameStrength::Strong),
        ("weak names", NameStrength::Weak),
        ("search names", NameStrength::SearchOnly),
    ] {
        names.extend(
            parted(cell(column))
                .into_iter()
                .map(|name| (name, strength)),
        );
    }
    Some(ListedEntity {
        id: cell("id").parse().ok(),
        kind: kind(cell("kind")),
        unknown_kind: unknown_kind(cell("kind")),
        name: name.to_owned(),
        names,
        description: cell("description").to_owned(),
        fields: parted(cell("fields"))
            .iter()
            .filter_map(|field| field.split_once(':'))
            .map(|(name, value)| EntityField {
                name: name.trim().to_owned(),
                value: value.trim().to_owned(),
            })
            .collect(),
        merged_into: cell("merged into").parse().ok(),
    })
}

fn cell<'a>(columns: &[String], row: &'a StringRecord, wanted: &str) -> &'a str {
    let cells = columns.iter().zip(row.iter());
    let mut found = cells.filter(|(column, _)| *column == wanted);
    found.next().map_or("", |(_, cell)| cell.trim())
}

/// `memberOf|id of the other|role|since|until|source`, one after another.
fn relations(
    columns: &[String],
    row: &StringRecord,
    from: EntityId,
) -> impl Iterator<Item = ListedRelation> {
    let all = parted(cell(columns, row, "relations")).into_iter();
    all.filter_map(move |one| {
        let mut parts = one.split('|').map(str::trim);
        let kind = parts.next()?;
        let (_, kind) = RELATIONS.iter().find(|(word, _)| *word == kind)?;
        let to = parts.next().and_then(|id| id.parse().ok());
        let mut text = || parts.next().unwrap_or_default().to_owned();
        let (role, since, until, source) = (text(), text(), text(), text());
        Some(ListedRelation {
            id: None,
            relation: NewRelation {
                from,
                kind: *kind,
                to,
                role,
                since: Some(since),
                until: Some(until),
                source,
            },
        })
    })
}

const RELATIONS: [(&str, RelationKind); 5] = [
    ("memberOf", RelationKind::MemberOf),
    ("partOf", RelationKind::PartOf),
    ("locatedIn", RelationKind::LocatedIn),
    ("successorOf", RelationKind::SuccessorOf),
    ("holds", RelationKind::Holds),
];

fn relation(relation: &ListedRelation) -> String {
    let NewRelation {
        kind,
        to,
        role,
        since,
        until,
        source,
        ..
    } = &relation.relation;
    let word = RELATIONS.iter().find(|(_, known)| known == kind);
    let to = to.map(|to| to.to_string()).unwrap_or_default();
    let plain = |text: &str| text.replace('|', "/").replace(';', "\\;");
    [
        word.map_or("", |(word, _)| word),
        &to,
        &plain(role),
        since.as_deref().unwrap_or_default(),
        until.as_deref().unwrap_or_default(),
        &plain(source),
    ]
    .join("|")
}

/// A kind by its word here, or as other programs call it.
pub(super) fn kind(word: &str) -> Option<EntityKind> {
    Some(match word.trim().to_lowercase().as_str() {
        "person" | "per" | "people" | "personne" | "persona" | "персона" | "человек" | "лицо" => {
            EntityKind::Person
        }
        "organisation"
        | "organization"
        | "org"
        | "company"
        | "publicbody"
        | "legalentity"
        | "organización"
        | "организация" => EntityKind::Organisation,
        "place" | "location" | "loc" | "gpe" | "address" | "country" | "ort" | "lieu" | "lugar"
        | "место" => EntityKind::Place,
        "event" | "evt" | "ereignis" | "événement" | "evento" | "событие" => {
            EntityKind::Event
        }
        _ => return None,
    })
}

/// The word for a kind, where it is none of [`kind`]'s.
pub(super) fn unknown_kind(word: &str) -> Option<String> {
    let word = word.trim();
    (!word.is_empty() && kind(word).is_none()).then(|| word.to_owned())
}

/// The names of a cell. A semicolon within a name is written `\;`.
fn parted(cell: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut letters = cell.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\\' if letters.peek() == Some(&';') => {
                letters.next();
                if let Some(name) = names.last_mut() {
                    name.push(';');
                }
            }
            ';' | '\n' => names.push(String::new()),
            c => {
                if let Some(name) = names.last_mut() {
                    name.push(c);
                }
            }
        }
    }
    names
        .into_iter()
        .map(|name| name.trim().to_owned())
        .filter(|name| name.chars().any(crate::text::is_word_char))
        .collect()
}

pub(super) fn write(written: &Written<'_>) -> String {
    let entity = written.entity;
    let fields = entity.fields.iter().map(|field| {
        // The first colon parts the two.
        let name = field.name.replace(':', " ");
        format!("{name}: {}", field.value).replace(';', "\\;")
    });
    let fields = fields.collect::<Vec<_>>().join("; ");
    let relations = written.relations.iter().map(relation);
    let relations = relations.collect::<Vec<_>>().join("; ");
    let merged_into = written.merged_into.map(|id| id.to_string());
    let names = |strength: NameStrength| {
        let of = entity.names.iter();
        let of = of.filter(|name| name.strength == strength && !name.preferred);
        let texts: Vec<String> = of.map(|name| name.text.replace(';', "\\;")).collect();
        texts.join("; ")
    };
    line(&[
        &entity.id.to_string(),
        entity.kind.as_str(),
        &entity.name,
        &names(NameStrength::Strong),
        &names(NameStrength::Weak),
        &names(NameStrength::SearchOnly),
        &entity.description,
        &fields,
        &relations,
        merged_into.as_deref().unwrap_or_default(),
    ])
}

pub(super) fn line(cells: &[&str]) -> String {
    let mut rows = WriterBuilder::new().from_writer(Vec::new());
    // Memory does not refuse what is written to it.
    let written = rows
        .write_record(cells)
        .ok()
        .and_then(|()| rows.into_inner().ok());
    written
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}
