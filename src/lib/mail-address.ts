/** What can be a mail address: one part before the @, a domain with a dot, nothing a header would stumble over. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>",;]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/i.test(text)
  );
}
