import type { Page } from "@playwright/test";

export type Viewer = "visitor" | "patient" | "guardian" | "orthodontist" | "staff" | "admin";

/** Brings the page nearer to the state to look at. */
export type Step = (shown: Page) => Promise<void>;

export interface Shot {
  /** File name and heading. */
  readonly name: string;
  readonly viewer: Viewer;
  /** `{…}` is the first value of that name in the demo. */
  readonly path: string;
  readonly steps: readonly Step[];
}

/** How the shots of one viewer are named. */
export function shotsOf(viewer: Viewer) {
  return (name: string, path: string, ...steps: Step[]): Shot => ({ name, viewer, path, steps });
}
