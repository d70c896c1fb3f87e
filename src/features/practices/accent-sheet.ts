import { type AccentColours, practiceAccent } from "./accent";

/** The style sheet of `<six hex digits>.css`: the practice's colour over the default one. Null for any other name. */
export function accentSheet(file: string): string | null {
  const colour = /^([0-9a-f]{6})\.css$/.exec(file)?.[1];
  const accent = colour === undefined ? null : practiceAccent(`#${colour}`);
  if (!accent) return null;
  const light = declarations(accent.light);
  const dark = declarations(accent.dark);
  const rules = [
    `:root{${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
  ];
  return `@media not (forced-colors:active){${rules.join("")}}`;
}

function declarations({ accent, onAccent, accentSoft }: AccentColours): string {
  return `--accent:${accent};--on-accent:${onAccent};--accent-soft:${accentSoft}`;
}
