/** What a rule or use case answers: the value, or the reason it was refused. Refusals are never thrown. */
export type Result<T, Reason extends string> = Ok<T> | Refused<Reason>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
  /** What the caller may show beside the words: minutes left, other times, the field it concerns. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refused<Reason extends string>(
  reason: Reason,
  detail?: Readonly<Record<string, unknown>>,
): Refused<Reason> {
  return detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
}
