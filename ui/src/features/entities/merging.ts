/** What a merge moves, in the words of the dialog. */
import type { Entity } from "../../api/generated";
import { count, entityWords as words } from "../../strings/en";

/** `name` comes before the text, and has a direction of its own. */
export type MergeFact = { name: string | null; text: string; warns: boolean };

/** What becomes of `other` when it is merged into `kept`, and what of it is not kept. */
export function mergeFacts(kept: Entity, other: Entity, links: number): MergeFact[] {
  const say = words.merging;
  const facts: MergeFact[] = [];
  const tell = (text: string, warns = false, name: string | null = null): void => void facts.push({ name, text, warns });
  if (!kept.names.some((name) => name.text === other.name)) tell(say.becomesName, false, other.name);
  if (other.mentions > 0) {
    const articles = words.articleCount(count(other.articles), other.articles === 1);
    const one = other.mentions === 1;
    tell(say.move(articles, words.mentions(count(other.mentions), one), one));
  }
  if (links > 0) tell(say.links(count(links), links === 1));
  if (kept.kind !== other.kind) tell(say.kinds(words.kindName[kept.kind].toLowerCase()), true);
  if (other.description !== "" && other.description !== kept.description) tell(say.descriptions, true);
  return facts;
}
