// What can be done with one outcome, in the tray and in the list of problems.

import { articles } from "../../api/client";
import type { ImportItem } from "../../api/generated";
import { openArticle } from "../../state/navigation.svelte";
import { showFailure } from "../../state/toasts.svelte";
import { tray } from "../../strings/en";
import { askReread } from "../articles/reread.svelte";
import { byHand } from "../texts/byHand.svelte";
import { textOf } from "../texts/textOf";
import { imports } from "./imports.svelte";

export type ItemAction = "open" | "show" | "showOriginal" | "chooseEncoding" | "pickText" | "typeText" | "retry" | "ignore";

const LABELS: Record<ItemAction, string> = {
  open: tray.open,
  show: tray.show,
  showOriginal: tray.showOriginal,
  chooseEncoding: tray.chooseEncoding,
  pickText: tray.pickText,
  typeText: tray.typeText,
  retry: tray.retry,
  ignore: tray.ignore,
};

/** What an action of an item is called: a link that was never asked for is not fetched again. */
export function actionLabel(action: ItemAction, { code }: ImportItem): string {
  return action === "retry" && (code === "link_saved" || code === "offline") ? tray.fetch : LABELS[action];
}

/** Problems with pages that were read, but not rightly: there is something to point at. */
const READ_WRONGLY = ["no_text", "consent_only", "error_page", "encoding_unclear"];

/** Lists and tables of things: an entry of one has no page. */
const RECORDS = /\.(ris|bib|bibtex|csv|tsv|json|jsonl|ndjson)$/i;

/** Whether it is an entry of such a file, named by its title. */
const isRecord = (item: ImportItem): boolean => RECORDS.test(item.location ?? item.name);
const isEntry = (item: ImportItem): boolean => isRecord(item) && item.location !== null && !item.location.endsWith(item.name);

const FETCH_AGAIN = ["link_saved", "offline", "timed_out", "http_status"];

const isLink = (item: ImportItem): boolean => /^https?:\/\//i.test(item.location ?? item.name);

/** Whether it is a link that is kept to be fetched. */
export const isSavedLink = (item: ImportItem): boolean => !item.resolved && FETCH_AGAIN.includes(item.code) && isLink(item);

/** The actions that make sense, the nearest first. */
export function actionsOf(item: ImportItem): ItemAction[] {
  if (item.outcome === "imported" || item.outcome === "wireCopy" || item.outcome === "newVersion") return item.article ? ["open"] : [];
  if (item.outcome === "duplicate") return item.article ? ["show"] : [];
  const actions: ItemAction[] = [];
  if (FETCH_AGAIN.includes(item.code) && isLink(item)) actions.push("retry");
  if (item.code === "encoding_unclear" && item.article) actions.push("chooseEncoding");
  if (item.outcome === "needsAttention" && !item.resolved) {
    if (READ_WRONGLY.includes(item.code) && item.pickable) actions.push("pickText");
    actions.push("typeText");
  }
  if (item.original) actions.push("showOriginal");
  else if (item.article) actions.push("show");
  if (item.outcome === "needsAttention" && !item.resolved) actions.push("ignore");
  return actions;
}

export function firstAction(item: ImportItem): ItemAction | undefined {
  return actionsOf(item)[0];
}

export function actOn(item: ImportItem, action: ItemAction): void {
  switch (action) {
    case "open":
    case "show":
      if (item.article) openArticle(item.article);
      break;
    case "showOriginal":
      if (item.article) openArticle(item.article, { tab: "original" });
      else imports.showOriginal(item);
      break;
    case "chooseEncoding":
      if (item.article) askReread(item.article);
      break;
    case "pickText":
    case "typeText":
      void askForText(item, action === "typeText" ? "type" : "pick");
      break;
    case "retry":
      void imports.fetchSaved([item]);
      break;
    case "ignore":
      void imports.resolve(item);
  }
}

/** A problem that has become an article begins with its text; another with what names it. */
async function askForText(item: ImportItem, way: "type" | "pick"): Promise<void> {
  const of = { of: "problem", id: item.id } as const;
  try {
    if (item.article) byHand.ask({ ...textOf(await articles.get(item.article), way), of, original: item.original });
    else byHand.ask({ way, of, name: item.name, language: null, title: item.title ?? (isEntry(item) ? item.name : ""), text: "", original: item.original });
  } catch (thrown) {
    showFailure(thrown, "article_get");
  }
}
