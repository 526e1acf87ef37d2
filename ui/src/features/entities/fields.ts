/** Fields of an entity that are being written. */
import type { EntityField } from "../../api/generated";

const said = (fields: readonly EntityField[]): string =>
  JSON.stringify(fields.map(({ name, value }) => [name.trim(), value.trim()]).filter(([name, value]) => name !== "" || value !== ""));

/** Whether what is written is something else than what is kept; lines without a word are nothing. */
export function isChanged(kept: readonly EntityField[], written: readonly EntityField[]): boolean {
  return said(kept) !== said(written);
}
