//! `ui/src/api/generated.ts` is what the Rust types say.
//!
//! With `DRAGOMAN_WRITE_TYPES=1` (as `cargo xtask types` sets it) the file is
//! written; without, a difference fails.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dragoman_core::ErrorCode;
use dragoman_core::domain;
use ts_rs::{Config, TS, TypeVisitor};

const HEADER: &str = "// Written by `cargo xtask types` from the Rust types. Do not edit.\n";

/// Every named type reachable from those visited, by name.
struct Declarations<'a> {
    config: &'a Config,
    seen: Vec<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", T::decl(self.config));
            self.by_name.insert(T::ident(self.config), declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! visit {
    ($declarations:ident: $($type:ty),+ $(,)?) => {
        $($declarations.visit::<$type>();)+
    };
}

fn generate() -> String {
    let config = Config::default();
    let mut declarations = Declarations {
        config: &config,
        seen: Vec::new(),
        by_name: BTreeMap::new(),
    };
    visit!(declarations:
        ErrorCode,
        domain::Article,
        domain::ChosenArticles,
        domain::TextCorrection,
        domain::ManyArticlesAction,
        domain::ManyArticlesReport,
        domain::Neighbourhood,
        domain::NeighbourhoodQuery,
        domain::WatchedFolder,
        domain::ArticlePage,
        domain::ArticleQuery,
        domain::ArticleVersion,
        domain::DossierPage,
        domain::DossierReport,
        domain::InDossier,
        domain::ItemPlace,
        domain::ItemShift,
        domain::NewItem,
        domain::BacklinkPage,
        domain::BacklinkPlace,
        domain::Embedded,
        domain::NewTemplate,
        domain::UnlinkedMention,
        domain::Change,
        domain::Clipping,
        domain::ClippingPage,
        domain::ClippingQuery,
        domain::NewClipping,
        domain::ProposedQuote,
        domain::QuoteListFormat,
        domain::AlikeEntity,
        domain::Entity,
        domain::EntityListFormat,
        domain::EntityListPlan,
        domain::EntityRenaming,
        domain::PlannedRenaming,
        domain::Replacement,
        domain::EntityListReport,
        domain::EntitiesWritten,
        domain::NewRelation,
        domain::EntityCandidate,
        domain::EntityEdit,
        domain::EntityForm,
        domain::EntityPage,
        domain::EntityQuery,
        domain::Fate,
        domain::ImportDoor,
        domain::ImportItem,
        domain::ImportItemPage,
        domain::ImportProgress,
        domain::ImportSource,
        domain::IndexHealth,
        domain::IndexStatus,
        domain::LinkCandidate,
        domain::Note,
        domain::NotebookCounts,
        domain::NotebookInfo,
        domain::NotePage,
        domain::NoteQuery,
        domain::NoteSort,
        domain::NoteSaved,
        domain::NoteState,
        domain::NoteEdits,
        domain::TextEdit,
        domain::NoteDiff,
        domain::NoteVersion,
        domain::OriginalView,
        domain::PagePicture,
        domain::Trashed,
        domain::TrashedThing,
        domain::TrashedPage,
        domain::SearchQuery,
        domain::ReadQuery,
        domain::SearchFacets,
        domain::SearchResults,
        domain::FieldValue,
        domain::QueryField,
        domain::SavedSearch,
        domain::SearchHistory,
        domain::SearchNews,
        domain::Citation,
        domain::Tag,
        domain::TagReport,
        domain::TagOutcome,
        domain::TagRequest,
        domain::UndoStep,
        domain::TextDiff,
        domain::TrashContents,
        domain::TrashProgress,
        domain::RereadReport,
        domain::OriginalOf,
        domain::OutletPick,
        domain::Pickable,
        domain::PickPreview,
        domain::AcceptProposals,
        domain::ProposalOutcome,
        domain::ProposedCandidate,
        domain::ProposalPage,
        domain::ProposalPlace,
        domain::ReadingStatus,
        domain::GazetteerChoice,
        domain::PlaceOnMap,
        domain::WireGroup,
    );
    let bodies: Vec<String> = declarations.by_name.into_values().collect();
    format!("{HEADER}\n{}\n", bodies.join("\n\n"))
}

#[test]
fn the_windows_types_are_those_of_rust() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/generated.ts");
    let wanted = generate();
    if std::env::var_os("DRAGOMAN_WRITE_TYPES").is_some() {
        fs::write(&path, &wanted).expect("generated.ts can be written");
    }
    let found = fs::read_to_string(&path).expect("generated.ts is there");
    assert!(
        found == wanted,
        "ui/src/api/generated.ts differs from the Rust types; run `cargo xtask types`"
    );
}
