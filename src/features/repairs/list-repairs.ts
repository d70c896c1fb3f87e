import type { Tx } from "@/db/client";
import type { FailedRegistrationCause } from "@/db/generated/enums";
import { toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { onePerson } from "@/features/registration/failed/one-person";
import { personNames } from "@/features/registration/logins/login-facts";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { planRepair, type RepairPlan } from "./repair-plan";
import { type RepairSearch, readCursor, writeCursor } from "./repair-search";

/** One person's failures of one cause (R8); repeated ones collapse. */
export interface RepairEntry {
  /** The newest failure's. */
  readonly id: string;
  readonly cause: FailedRegistrationCause;
  /** More exactly why, as a word; null where the cause says it all. */
  readonly reason: string | null;
  readonly name: string;
  /** YYYY-MM-DD, as typed. */
  readonly dateOfBirth: string;
  readonly email: string;
  readonly mobile: string;
  readonly times: number;
  /** ISO 8601, as are the others. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly patientId: string | null;
  /** Null once repaired. */
  readonly plan: RepairPlan | null;
  readonly repaired: {
    readonly at: string;
    readonly by: string | null;
    readonly how: string;
  } | null;
}

interface Group {
  id: string;
  times: number;
  first_at: Date;
  last_at: Date;
}

const PAGE = 20;

/** Failed registrations with the one action that repairs each, newest first; `next` leads on (R8). */
export async function listRepairs(
  services: Services,
  actor: ClinicActor,
  search: RepairSearch,
): Promise<{ items: RepairEntry[]; next: string | null }> {
  const { practiceId } = actor;
  const { cause, isRepaired } = search;
  const cursor = readCursor(search.after);
  return inPractice(services.db, practiceId, async (tx) => {
    const groups = await tx.$queryRaw<Group[]>`
      select * from (
        select (array_agg(id order by failed_at desc, id desc))[1] as id, count(*)::int as times,
          min(failed_at) as first_at, max(failed_at) as last_at
        from tenant.failed_registration f
        where practice_id = ${practiceId}::uuid and (repaired_at is not null) = ${isRepaired}
          and (${cause ?? null}::text is null or cause::text = ${cause ?? null})
        group by cause, repaired_at, ${onePerson("f")}) g
      where ${cursor?.at ?? null}::timestamptz is null
        or (last_at, id) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid)
      order by last_at desc, id desc limit ${PAGE + 1}`;
    const shown = groups.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      items: await entriesOf(tx, services, actor, shown),
      next: groups.length > PAGE && last ? writeCursor(last.last_at, last.id) : null,
    };
  });
}

async function entriesOf(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  groups: readonly Group[],
): Promise<RepairEntry[]> {
  const { practiceId } = actor;
  const rows = await tx.failedRegistration.findMany({
    where: { practiceId, id: { in: groups.map(({ id }) => id) } },
  });
  const names = await personNames(
    tx,
    rows.flatMap(({ repairedByPersonId }) => repairedByPersonId ?? []),
  );
  const entries: RepairEntry[] = [];
  for (const group of groups) {
    const row = rows.find(({ id }) => id === group.id);
    if (!row) continue;
    const { repairedAt, repairedByPersonId } = row;
    entries.push({
      id: row.id,
      cause: row.cause,
      reason: row.reason,
      name: `${row.firstName} ${row.lastName}`,
      dateOfBirth: toDay(row.dateOfBirth).toString(),
      email: row.email,
      mobile: formatPhone(row.mobile),
      times: group.times,
      firstAt: toInstant(group.first_at).toString(),
      lastAt: toInstant(group.last_at).toString(),
      patientId: row.patientId,
      plan: repairedAt === null ? await planRepair(tx, services, actor, row) : null,
      repaired: repairedAt && {
        at: toInstant(repairedAt).toString(),
        by: repairedByPersonId === null ? null : (names.get(repairedByPersonId) ?? null),
        how: row.repairedHow ?? "registered",
      },
    });
  }
  return entries;
}
