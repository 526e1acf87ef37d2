/** Quotes by an entity, and those about it, the last said first. */
import { clippings as client } from "../../api/clippings";
import type { Clipping, EntityId } from "../../api/generated";
import { ALL_QUOTES } from "./quoteList.svelte";

/** What may change which quotes those are: whom an entity holds, and what is tagged, says it too. */
export const QUOTES_FOLLOW = ["clippings", "entities", "articles"] as const;

type Some = { total: number; rows: readonly Clipping[] };

/** At most so many of each. */
export async function quotesOf(entity: EntityId, most: number): Promise<{ by: Some; about: Some }> {
  const query = { ...ALL_QUOTES, sort: "said" as const };
  const [by, about] = await Promise.all([client.list({ ...query, speaker: entity }, 0, most), client.list({ ...query, about: entity }, 0, most)]);
  return { by, about };
}
