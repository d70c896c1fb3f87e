import type { FailedRegistrationCause } from "@/db/generated/enums";
import type { Search } from "@/lib/page-search";

/** What the page's address asks for. */
export interface RepairSearch {
  readonly isRepaired: boolean;
  readonly cause: FailedRegistrationCause | undefined;
  readonly after: string | undefined;
}

const places: Readonly<Record<FailedRegistrationCause, number>> = {
  no_record: 1,
  two_records: 2,
  wrong_number_field: 3,
  landline: 4,
  archived: 5,
  locked: 6,
  link_expired: 7,
  text_undelivered: 8,
  already_registered: 9,
};

/** Every cause, in the order of the filter. */
export const causes = (Object.keys(places) as FailedRegistrationCause[]).toSorted(
  (a, b) => places[a] - places[b],
);

/** Reads the address; what nobody means is left out. */
export function readRepairSearch({ show, cause, after }: Search): RepairSearch {
  return {
    isRepaired: show === "repaired",
    cause: causes.find((known) => known === cause),
    after: typeof after === "string" ? after : undefined,
  };
}

/** The same as an address; `after` is left out where it is not named. */
export function repairHref(search: Partial<RepairSearch>): string {
  const query = new URLSearchParams({
    ...(search.isRepaired && { show: "repaired" }),
    ...(search.cause && { cause: search.cause }),
    ...(search.after && { after: search.after }),
  }).toString();
  return query === "" ? "/desk/repairs" : `/desk/repairs?${query}`;
}

const form = /^(\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The last entry of a page: its moment in ms, and its id for those of one moment. */
export function writeCursor(at: Date, id: string): string {
  return `${at.getTime()}.${id}`;
}

/** Null for a cursor nobody wrote: the list then begins anew. */
export function readCursor(after: string | undefined): { at: Date; id: string } | null {
  const [, ms, id] = form.exec(after ?? "") ?? [];
  return ms === undefined || id === undefined ? null : { at: new Date(Number(ms)), id };
}
