export interface AccentColours {
  readonly accent: string;
  readonly onAccent: string;
  readonly accentSoft: string;
}

export interface PracticeAccent {
  readonly light: AccentColours;
  readonly dark: AccentColours;
}

type Rgb = readonly [red: number, green: number, blue: number];
type Hsl = readonly [hue: number, saturation: number, lightness: number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** The darkest ground by day and the lightest by night: sunken and surface (experience.md). */
const SUNKEN_BY_DAY: Rgb = [243, 240, 234];
const SURFACE_BY_NIGHT: Rgb = [23, 32, 39];
/** WCAG 2.2 AA for text; on the dark surface a little more, as the product's own accent has. */
const CONTRAST = 4.5;
const CONTRAST_BY_NIGHT = 6;

/**
 * The colours of a practice made from the one it chose, darker by day and lighter by night until they can be read as
 * text. Null for what is no six-digit colour: the product's own stay.
 */
export function practiceAccent(colour: string | null): PracticeAccent | null {
  const known = kept.get(colour);
  if (known !== undefined) return known;
  const made = madeOf(colour);
  kept.set(colour, made);
  return made;
}

/** An installation has few practices, each with one colour. */
const kept = new Map<string | null, PracticeAccent | null>();

function madeOf(colour: string | null): PracticeAccent | null {
  const chosen = read(colour);
  if (!chosen) return null;
  const softByDay = (accent: Rgb) => mix(accent, WHITE, 0.87);
  const softByNight = (accent: Rgb) => mix(accent, SURFACE_BY_NIGHT, 0.8);
  const light = untilReadable(chosen, -0.01, (tried) =>
    [SUNKEN_BY_DAY, softByDay(tried)].every((ground) => contrast(tried, ground) >= CONTRAST),
  );
  const dark = untilReadable(
    chosen,
    0.01,
    (tried) =>
      contrast(tried, SURFACE_BY_NIGHT) >= CONTRAST_BY_NIGHT &&
      contrast(tried, softByNight(tried)) >= CONTRAST,
  );
  return {
    light: coloursOf(light, WHITE, softByDay(light)),
    dark: coloursOf(dark, mix(dark, BLACK, 0.85), softByNight(dark)),
  };
}

function coloursOf(accent: Rgb, onAccent: Rgb, accentSoft: Rgb): AccentColours {
  return { accent: write(accent), onAccent: write(onAccent), accentSoft: write(accentSoft) };
}

/** Moves a colour's lightness in small steps until it stands out from its grounds; the hue stays. */
function untilReadable(colour: Rgb, step: number, readable: (tried: Rgb) => boolean): Rgb {
  const [hue, saturation, lightness] = hslOf(colour);
  for (let moved = lightness; moved >= 0 && moved <= 1; moved += step) {
    const tried = rgbOf([hue, saturation, moved]);
    if (readable(tried)) return tried;
  }
  return step < 0 ? BLACK : WHITE;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

/** WCAG 2.2, contrast ratio of relative luminances. */
function contrast(a: Rgb, b: Rgb): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function hslOf(colour: Rgb): Hsl {
  const [red, green, blue] = [colour[0] / 255, colour[1] / 255, colour[2] / 255];
  const high = Math.max(red, green, blue);
  const span = high - Math.min(red, green, blue);
  const lightness = high - span / 2;
  if (span === 0) return [0, 0, lightness];
  const saturation = span / (1 - Math.abs(2 * lightness - 1));
  if (high === red) return [(60 * ((green - blue) / span) + 360) % 360, saturation, lightness];
  if (high === green) return [60 * ((blue - red) / span + 2), saturation, lightness];
  return [60 * ((red - green) / span + 4), saturation, lightness];
}

function rgbOf([hue, saturation, lightness]: Hsl): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12;
    const share = lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(share * 255);
  };
  return [channel(0), channel(8), channel(4)];
}

function read(colour: string | null): Rgb | null {
  const [, red, green, blue] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function write(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
