/** The words of `records.palette` that the browser needs; `{count}` is filled in there. */
export const paletteWordKeys = [
  "open",
  "archived",
  "patient",
  "patientHint",
  "restricted",
  "nobodyFound",
  "found",
] as const;
