/** Words of fields for dates. */
export const dateWords = {
  hint: "Year, month or day",
  title: "For example 2022, May 2022, 10 May 2022, 10.5.2022, 9 May, Monday or yesterday",
  none: "Not a date. For example 9 May 2022, 9 May, Monday or May 2022",
  /** Of a text whose own day is not known. */
  noneWhole: "Not a whole date. For example 9 May 2022, May 2022 or 2022",
};
