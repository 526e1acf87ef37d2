//! Words beside a date that say what it is the date of.

use super::words;

/// Words before a date that say that the article was changed then.
#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "updated", "update", "modified", "reviewed", "last edited", "edited on", "revised", "aktualisiert", "letzte änderung", "geändert", "mis à jour", "mise à jour", "modifié",
    "actualizado", "actualización", "actualizada", "modificado", "atualizado", "atualizada", "atualização", "aggiornato", "aggiornamento", "modificato", "обновлено", "изменено",
    "обновлен", "оновлено", "تحديث", "güncelleme", "güncellendi", "更新", "最終更新", "수정", "업데이트", "bijgewerkt", "gewijzigd", "uppdaterad", "opdateret", "oppdatert", "aktualizacja",
    "zaktualizowano", "aktualizováno", "aktualizované", "frissítve", "actualizat", "עודכן", "به‌روز", "अपडेट", "ενημέρωση", "diperbarui", "cập nhật", "päivitetty", "muokattu", "uppfært",
];

/// Words before a date that say that it is the one of publication.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "published", "posted", "first published", "date", "released", "created", "issued", "publié", "mis en ligne", "paru", "veröffentlicht", "erschienen", "erstellt",
    "datum", "publicado", "fecha", "data", "pubblicato", "опубликовано", "дата", "опубліковано", "نشر", "انتشار", "פורסם", "yayın", "发布", "發布", "公開", "掲載", "입력",
    "등록", "प्रकाशित", "opublikowano", "gepubliceerd", "geplaatst", "publicerad", "publicerat", "udgivet", "publisert", "publikováno", "vydáno", "δημοσίευση", "diterbitkan",
    "julkaistu", "publicat", "közzétéve", "objavljeno", "objavené", "birt",
];

pub(super) fn says_update(label: &str) -> bool {
    let key = words::cue_key(label);
    UPDATED.iter().any(|word| key.contains(word))
}

pub(super) fn says_publication(label: &str) -> bool {
    let key = words::cue_key(label);
    PUBLISHED
        .iter()
        .any(|word| key.starts_with(word) || key.ends_with(word))
}
