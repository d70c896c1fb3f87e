/** Words of `treatment.complete`. */
export const completeWordKeys = [
  "button",
  "title",
  "text",
  "says",
  "tells",
  "save",
  "cancel",
  "loading",
] as const;
