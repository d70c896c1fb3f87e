/** The practice's colour over the default one, as a style sheet of its own. */
export function AccentStyle({ colour }: { colour: string | null }) {
  if (colour === null || !/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const name = colour.slice(1).toLowerCase();
  return <link href={`/accent/${name}.css`} precedence="accent" rel="stylesheet" />;
}
