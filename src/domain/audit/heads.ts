/** The end of a chain on a day, as it is kept outside the database (S19). */
export interface KeptHead {
  /** UTC day, `2026-11-22`. */
  readonly on: string;
  /** The practice's id, or `installation`. */
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

const shape = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36}|installation) (\d{1,15}) ([0-9a-f]{64})$/;

export function headLine({ on, chain, sequence, hash }: KeptHead): string {
  return `${on} ${chain} ${sequence} ${hash}`;
}

/** Null for what is no line of ours, like one whose writing was cut off. */
export function readHeadLine(line: string): KeptHead | null {
  const [, on, chain, sequence, hash] = shape.exec(line) ?? [];
  if (!on || !chain || !sequence || !hash) return null;
  return { on, chain, sequence: Number(sequence), hash };
}

/** The chain's name in the file of heads. */
export function chainName(practiceId: string | null): string {
  return practiceId ?? "installation";
}
