/** What stands in a template for what is only known when it is used. */
import { dayName, isoDay } from "./days";

/** A template's text with today's date and the note's title in it. */
export function fillTemplate(body: string, title: string, now = new Date()): string {
  const values: Record<string, string> = { date: dayName(now), day: isoDay(now), title };
  return body.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values[name.toLowerCase()] ?? whole);
}
