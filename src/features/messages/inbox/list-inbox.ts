import { readInPractice } from "@/db/read";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { InboxCounts, ThreadLine, ThreadLines, ThreadsWish } from "../schema";
import { cursorAfter, readCursor } from "../thread-cursor";
import { reachOf } from "../thread-member";
import { inboxCounts, inboxLists, PAGE_SIZE } from "./inbox-lists";

type Row = Omit<ThreadLine, "lastMessageAt" | "snoozedUntil" | "unansweredSince"> & {
  readonly lastMessageAt: Date;
  readonly snoozedUntil: Date | null;
  readonly unansweredSince: Date | null;
  /** What the list is ordered by. */
  readonly at: Date;
};

/** One list of the shared inbox, and how many wait in those that ask for something (R40); staff see only theirs (R52). */
export async function listInbox(
  services: Services,
  actor: ClinicActor,
  { show = "all", whose = "all", patientId, cursor }: ThreadsWish,
): Promise<Result<ThreadLines, never>> {
  const { db } = services;
  const { practiceId, personId } = actor;
  const after = readCursor(cursor);
  const seen = [practiceId, personId, patientId ?? null, reachOf(actor).withStaffOnly, whose];
  const [rows, counts] = await Promise.all([
    readInPractice<Row>(db, practiceId, inboxLists[show], [
      ...seen,
      after?.at ?? null,
      after?.id ?? null,
    ]),
    readInPractice<InboxCounts>(db, practiceId, inboxCounts, seen),
  ]);
  const page = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  return ok({
    items: page.map(shown),
    next: last ? cursorAfter({ at: last.at.toISOString(), id: last.id }) : null,
    counts: counts[0] ?? null,
  });
}

function shown({ at: _, ...row }: Row): ThreadLine {
  return {
    ...row,
    lastMessageAt: row.lastMessageAt.toISOString(),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    unansweredSince: row.unansweredSince?.toISOString() ?? null,
  };
}
