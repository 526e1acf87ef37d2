// The day that it is where the person is.

const NAME = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** `2024-06-21` */
export function isoDay(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `21 June 2024` */
export const dayName = (date: Date): string => NAME.format(date);
