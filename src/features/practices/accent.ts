import type { AccentColours, PracticeAccent } from "@/components/accent-style";

type Rgb = readonly [red: number, green: number, blue: number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** The dark theme's surface (experience.md). */
const NIGHT: Rgb = [23, 32, 39];
/** WCAG 2.2 AA for text. */
const TEXT_CONTRAST = 4.5;

/**
 * The colours of a practice made from the one it chose, darkened or lightened until text on them can be read in both
 * themes. Null for what is no six-digit colour: the product's own stay.
 */
export function practiceAccent(colour: string | null): PracticeAccent | null {
  const chosen = read(colour);
  if (!chosen) return null;
  const light = untilReadable(chosen, BLACK, WHITE);
  const dark = untilReadable(chosen, WHITE, NIGHT);
  return {
    light: coloursOf(light, WHITE, mix(light, WHITE, 0.87)),
    dark: coloursOf(dark, mix(dark, BLACK, 0.85), mix(dark, NIGHT, 0.8)),
  };
}

function coloursOf(accent: Rgb, onAccent: Rgb, accentSoft: Rgb): AccentColours {
  return { accent: write(accent), onAccent: write(onAccent), accentSoft: write(accentSoft) };
}

/** Moves a colour towards another in small steps until it stands out from its ground. */
function untilReadable(colour: Rgb, towards: Rgb, ground: Rgb): Rgb {
  let moved = colour;
  for (let step = 1; contrast(moved, ground) < TEXT_CONTRAST && step <= 20; step += 1)
    moved = mix(colour, towards, step / 20);
  return moved;
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

function read(colour: string | null): Rgb | null {
  const [, red, green, blue] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function write(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
