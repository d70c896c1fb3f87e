/** Pixels. */
export interface StillSize {
  readonly width: number;
  readonly height: number;
}
