const kept = new Map<string, Intl.DateTimeFormat>();

/** A formatter of these options, made once: making one costs as much as formatting a hundred dates. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const known = kept.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  kept.set(name, made);
  return made;
}
