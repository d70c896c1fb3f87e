const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a part of an address can be somebody's id at all. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && uuid.test(text);
}
