// The words of an entity's map.

import { plural } from "./en";

export const mapWords = {
  tab: "Map",
  title: (places: number) => `${plural(places, "place")} on a map`,
  place: (name: string, articles: number) => `${name}, ${plural(articles, "article")}`,
  none: "It is named with no place whose whereabouts are known.",
  source: "Natural Earth, GeoNames, The World Factbook. No borders are drawn.",
};
