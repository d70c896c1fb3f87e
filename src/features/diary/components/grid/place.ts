/**
 * Minutes of the axis as a length, which grows with the browser's text size: ten minutes are one line of text and, less
 * the pixel between two visits, the 24 px of WCAG 2.5.8.
 */
const REM_PER_MINUTE = 0.15625;
export const SNAP_MINUTES = 5;

interface Box {
  /** Minutes of the axis, from its beginning. */
  readonly top: number;
  readonly minutes: number;
  readonly lane?: number;
  readonly lanes?: number;
  readonly colour?: string | undefined;
}

/** A ref that puts an element into its place by custom properties: the content policy allows no style attributes. */
export function placed({ top, minutes, lane = 0, lanes = 1, colour }: Box) {
  return (element: HTMLElement | null) => {
    if (!element) return;
    const { style } = element;
    style.setProperty("--top", `${top * REM_PER_MINUTE}rem`);
    style.setProperty("--tall", `${minutes * REM_PER_MINUTE}rem`);
    style.setProperty("--left", `${(100 * lane) / lanes}%`);
    style.setProperty("--wide", `${100 / lanes}%`);
    if (colour) style.setProperty("--tint", colour);
  };
}
