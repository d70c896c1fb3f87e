import * as z from "zod";

interface Place {
  /** When the last message of the page's last thread was sent. */
  readonly at: string;
  readonly id: string;
}

/** A cursor nobody gave is as good as none: the first page. */
export function readCursor(cursor: string | undefined): Place | null {
  const [, at, id] =
    /^([12]\d{3}-\d\d-\d\dT[\d:.]{8,12}Z)_([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  if (at === undefined || id === undefined || !z.iso.datetime().safeParse(at).success) return null;
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { at, id } : null;
}

/** Leads behind a page's last thread. */
export function cursorAfter({ at, id }: Place): string {
  return `${at}_${id}`;
}
