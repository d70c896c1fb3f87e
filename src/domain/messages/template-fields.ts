/** What a template leaves open, as it stands in its words: `{patient's first name}` (R40). */
export const TEMPLATE_FIELDS = {
  patient: "patient's first name",
  orthodontist: "orthodontist",
  me: "my name",
  practice: "practice",
  phone: "practice phone",
  visit: "next visit",
} as const;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;

/** True facts of a thread; null where there is none. */
export type FieldValues = Readonly<Record<TemplateField, string | null>>;

const braces = /\{([^{}\n]{1,60})\}/gu;

/** The field that a name between braces means, whatever apostrophe and capitals it is written with. */
function fieldOf(name: string): TemplateField | null {
  const plain = name.trim().replace(/[’`´]/gu, "'").replace(/\s+/gu, " ").toLowerCase();
  for (const [field, words] of Object.entries(TEMPLATE_FIELDS))
    if (words === plain) return field as TemplateField;
  return null;
}

/** As it stands in a template's words. */
export function fieldToken(field: TemplateField): string {
  return `{${TEMPLATE_FIELDS[field]}}`;
}

/** Names between braces that mean nothing, as they are written; each once. */
export function unknownFields(text: string): readonly string[] {
  const unknown = [...text.matchAll(braces)].flatMap(([whole, name = ""]) =>
    fieldOf(name) === null ? [whole] : [],
  );
  return [...new Set(unknown)];
}

/** Fields that are still open in a text, as they are written; each once. */
export function openFields(text: string): readonly string[] {
  const open = [...text.matchAll(braces)].flatMap(([whole, name = ""]) =>
    fieldOf(name) === null ? [] : [whole],
  );
  return [...new Set(open)];
}

/** A template's words with what is known filled in; what is not stays as it stands. */
export function filledIn(text: string, values: FieldValues): string {
  return text.replace(braces, (whole, name: string) => {
    const field = fieldOf(name);
    return (field === null ? null : values[field]) ?? whole;
  });
}
