export type AccentColours = { accent: string; onAccent: string; accentSoft: string };
export type PracticeAccent = { light: AccentColours; dark: AccentColours };

/** The practice's colour over the default one. Only six-digit colours get into the page. */
export function AccentStyle({
  accent,
  nonce,
}: {
  accent: PracticeAccent;
  nonce: string | undefined;
}) {
  const light = declarations(accent.light);
  const dark = declarations(accent.dark);
  if (!light || !dark) return null;
  const rules = [
    `:root{${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
  ].join("");
  return (
    <style
      nonce={nonce}
      suppressHydrationWarning
    >{`@media not (forced-colors:active){${rules}}`}</style>
  );
}

function declarations({ accent, onAccent, accentSoft }: AccentColours): string | null {
  if (![accent, onAccent, accentSoft].every((colour) => /^#[0-9a-f]{6}$/i.test(colour)))
    return null;
  return `--accent:${accent};--on-accent:${onAccent};--accent-soft:${accentSoft}`;
}
