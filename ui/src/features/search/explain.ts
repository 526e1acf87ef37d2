// What was searched, said in sentences.

import type { Explained } from "../../api/generated";
import { explainWords as words } from "../../strings/finding";
import { languageName } from "../../text/language";
import { dateOf } from "../../text/time";

const day = (iso: string): string => dateOf({ iso, zone: null });

/** One sentence for each thing that a query asked for. */
export function explain(asked: readonly Explained[]): string[] {
  return asked.map((each) => `${sentence(each)}.`);
}

function sentence(each: Explained): string {
  switch (each.asked) {
    case "words":
      return words.words(each.words);
    case "ranking":
      return words.ranking(each.words);
    case "goesOn":
      return words.goesOn(each.word);
    case "functionWords":
      return words.functionWords(each.words);
    case "phrase":
      return words.phrase(each.text, each.needed);
    case "near":
      return words.near(each.text, each.within);
    case "prefix":
      return words.prefix(each.text);
    case "fuzzy":
      return words.fuzzy(each.text);
    case "field":
      return each.field === "lang" ? words.language(languageName(each.value)) : words.field(words.fields[each.field], each.value);
    case "dates":
      return words.dates(each.from && day(each.from), each.until && day(each.until));
    case "entity":
      return words.entity(each.name, each.names.map((name) => name.text));
    case "tagged":
      return words.tagged(each.name);
    case "unknownEntity":
      return words.unknownEntity(each.name);
    case "nothingHas":
      return words.nothingHas(words.fields[each.field], each.value);
    case "either":
      return words.either(each.sides.map(sentence));
    case "group":
      return words.group(each.parts.map(sentence));
    case "without":
      return words.without(sentence(each.part));
    case "asWords":
      return words.asWords(each.typed, each.field);
    case "leftOut":
      return words.leftOut;
  }
}
