const MEGABYTE = 1_000_000;

/** Bytes as megabytes: with one decimal below ten. */
export const megabytes = (bytes: number) =>
  (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0);
