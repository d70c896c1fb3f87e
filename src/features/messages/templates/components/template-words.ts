export const templateFormWordKeys = [
  "addTitle",
  "changeTitle",
  "name",
  "nameHint",
  "body",
  "fields",
  "fieldsHint",
  "save",
  "cancel",
  "remove",
  "removeTitle",
  "removeText",
  "keep",
] as const;
export type TemplateFormWords = Record<(typeof templateFormWordKeys)[number], string>;
