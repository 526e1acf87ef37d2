// Times as they were printed: no more precision and no other zone than the source gave.

import type { PrintedTime } from "../api/generated";

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

type Parts = {
  year: number;
  month?: number;
  day?: number;
  clock?: string;
  offset?: string;
};

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The parts that were printed; undefined when the text is no time at all. */
export function partsOf(iso: string): Parts | undefined {
  const found = SHAPE.exec(iso);
  if (!found) return undefined;
  const [, year, month, day, clock, offset] = found;
  return {
    year: Number(year),
    ...(month ? { month: Number(month) } : {}),
    ...(day ? { day: Number(day) } : {}),
    ...(clock ? { clock } : {}),
    ...(offset ? { offset } : {}),
  };
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}

function weekday(parts: Parts): string {
  const date = new Date(Date.UTC(parts.year, (parts.month ?? 1) - 1, parts.day ?? 1));
  return DAYS[date.getUTCDay()] ?? "";
}

/** "10 May 2022", "May 2022" or "2022"; the text itself when it is no time. */
export function dateOf(time: PrintedTime): string {
  const parts = partsOf(time.iso);
  if (!parts) return time.iso;
  const { year, month, day } = parts;
  if (month === undefined) return String(year);
  if (day === undefined) return `${monthName(month)} ${year}`;
  return `${day} ${monthName(month)} ${year}`;
}

/** "16:14", or nothing when no time of day was printed. */
export function clockOf(time: PrintedTime): string {
  return partsOf(time.iso)?.clock ?? "";
}

/** "BST", else "UTC+1", else nothing: the zone as the page names it. */
export function zoneOf(time: PrintedTime): string {
  if (time.zone) return time.zone;
  const offset = partsOf(time.iso)?.offset;
  if (!offset) return "";
  if (offset === "Z" || offset === "+00:00" || offset === "-00:00") return "UTC";
  const [hours, minutes] = offset.slice(1).split(":");
  return `UTC${offset.startsWith("-") ? "−" : "+"}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
}

/** "10 May 2022, 16:14 BST". */
export function dateAndTime(time: PrintedTime): string {
  const clock = clockOf(time);
  return clock ? `${dateOf(time)}, ${[clock, zoneOf(time)].filter(Boolean).join(" ")}` : dateOf(time);
}

/** "Tuesday 10 May 2022, 16:14 BST": the date with its weekday where a day was printed. */
export function fullTime(time: PrintedTime): string {
  const parts = partsOf(time.iso);
  return parts?.day === undefined ? dateAndTime(time) : `${weekday(parts)} ${dateAndTime(time)}`;
}

/** What a list groups by: the printed day, month or year. */
export function dayKey(time: PrintedTime | null): string {
  return time ? time.iso.slice(0, 10) : "";
}

/** The heading of such a group: "Tuesday 10 May 2022". */
export function dayHeading(key: string, undated: string): string {
  if (key === "") return undated;
  const parts = partsOf(key);
  const time = { iso: key, zone: null };
  return parts?.day === undefined ? dateOf(time) : `${weekday(parts)} ${dateOf(time)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** A moment of this computer, such as an import, in local time. */
export function localTime(rfc3339: string): PrintedTime {
  const at = new Date(rfc3339);
  if (Number.isNaN(at.getTime())) return { iso: rfc3339, zone: null };
  const date = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
  return { iso: `${date}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`, zone: null };
}

/** "21 June 2024" for the day on which something was edited, in local time. */
export function localDate(rfc3339: string): string {
  return dateOf({ iso: localTime(rfc3339).iso.slice(0, 10), zone: null });
}

/** How a time is typed into a field: "2022-05-10 16:14 +01:00 BST". */
export function writeTime(time: PrintedTime): string {
  const parts = partsOf(time.iso);
  if (!parts?.clock) return time.iso;
  return [time.iso.slice(0, 10), parts.clock, parts.offset, time.zone].filter(Boolean).join(" ");
}

/** Reads what `writeTime` writes, as far as it was given; undefined when it is no time. */
export function readTime(text: string): PrintedTime | undefined {
  const typed = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[ T]+(\d{2}:\d{2})(?::\d{2})?\s*(Z|[+-]\d{2}:\d{2})?(?:\s+(\S+))?)?$/;
  const found = typed.exec(text.trim());
  if (!found) return undefined;
  const [, date = "", clock, offset, zone] = found;
  const [, month = 1, day = 1] = date.split("-").map(Number);
  const [hours = 0, minutes = 0] = (clock ?? "").split(":").map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hours > 23 || minutes > 59) return undefined;
  if (clock && date.length !== 10) return undefined;
  return { iso: clock ? `${date}T${clock}${offset ?? ""}` : date, zone: zone ?? null };
}
