import * as z from "zod";
import { type Read, readInPractice } from "@/db/read";
import { latinLetters } from "@/domain/access/latin-letters";
import type { CaseState } from "@/domain/cases/case-moves";
import { type Ok, ok } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { statesOf, waitsFor } from "./case-lists";
import type { CASE_TABS, CaseListItem, CaseListView, CaseListWish } from "./schema";

const PER_PAGE = 30;

/** $1 practice, $2 the orthodontist's person, $3 the whole practice. */
const ofWhom = `c.practice_id = $1::uuid and ($3::boolean or c.practitioner_id in (
  select o.id from tenant.practitioner o where o.practice_id = $1::uuid and o.person_id = $2::uuid))`;

/** $4 states, $5 words, $6 and $7 the last one of the page before, $8 patterns of the
 * patient's name. */
const listRead: Read = {
  name: "case-list",
  text: `select c.id, c.number, c.state, c.updated_at as "changedAt", p.id as "patientId",
      coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as "patientName",
      o.name as "practitionerName", o.person_id is not distinct from $2::uuid as "isMine", l.name as "labName",
      (select f.upload_id from tenant.case_file f
        join tenant.scan_still s on s.practice_id = f.practice_id and s.upload_id = f.upload_id
        where f.practice_id = c.practice_id and f.case_id = c.id and s.made_at is not null
        order by f.arch, f.position desc limit 1) as "stillOf"
    from tenant.lab_case c
    join tenant.patient p on p.practice_id = c.practice_id and p.id = c.patient_id
    join tenant.practitioner o on o.practice_id = c.practice_id and o.id = c.practitioner_id
    join reference.lab l on l.id = c.lab_id
    where ${ofWhom} and ($4::text[] is null or c.state::text = any ($4))
      and ($5::text = '' or c.number ilike '%' || $5 || '%'
        or (cardinality($8::text[]) > 0 and p.search_name like all ($8::text[]))
        or p.preferred_name ilike '%' || $5 || '%')
      and ($6::timestamptz is null or (c.updated_at, c.id) < ($6, $7::uuid))
    order by c.updated_at desc, c.id desc limit ${PER_PAGE + 1}`,
};

const countRead: Read = {
  name: "case-counts",
  text: `select c.state::text as state, count(*)::int as count from tenant.lab_case c where ${ofWhom} group by c.state`,
};

interface Row extends Omit<CaseListItem, "patient" | "waitsFor" | "changedAt"> {
  readonly changedAt: Date;
  readonly patientId: string;
  readonly patientName: string;
}

/** The practice's cases, those changed last first, and how many each tab holds (R41). */
export async function listCases(
  services: Services,
  { practiceId, personId }: ClinicActor,
  { show, whose, q: typed, cursor }: CaseListWish,
): Promise<Ok<CaseListView>> {
  // A NUL byte is in nobody's record, and PostgreSQL takes none.
  const q = typed.replaceAll("\0", " ").trim();
  // A search looks through the whole practice, as that for patients does.
  const isEverybody = whose === "all" || q !== "";
  const after = readCursor(cursor);
  const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const names = latinLetters(q).split(/\s+/).filter(Boolean);
  const [rows, counts] = await Promise.all([
    readInPractice<Row>(services.db, practiceId, listRead, [
      practiceId,
      personId,
      isEverybody,
      q === "" ? statesOf[show] : null,
      escaped(q),
      after?.at ?? null,
      after?.id ?? null,
      names.map((name) => `%${escaped(name)}%`),
    ]),
    countStates(services, practiceId, personId, isEverybody),
  ]);
  const items = rows.slice(0, PER_PAGE).map(itemOf);
  const last = rows.length > PER_PAGE ? items.at(-1) : undefined;
  const countOf = (tab: (typeof CASE_TABS)[number]) =>
    [...counts].reduce((sum, [state, count]) => {
      const states = statesOf[tab];
      return states === null || states.includes(state) ? sum + count : sum;
    }, 0);
  return ok({
    items,
    counts: {
      needs_you: countOf("needs_you"),
      at_lab: countOf("at_lab"),
      all: countOf("all"),
      closed: countOf("closed"),
    },
    next: last ? `${last.changedAt}_${last.id}` : null,
  });
}

/** How many of one's own cases wait for oneself: the tile of the work list. */
export async function countCasesForYou(
  services: Services,
  { practiceId, personId }: ClinicActor,
  { everybody }: { readonly everybody: boolean },
): Promise<number> {
  const counts = await countStates(services, practiceId, personId, everybody);
  return [...counts].reduce((sum, [state, n]) => (waitsFor(state) === "you" ? sum + n : sum), 0);
}

async function countStates(
  services: Services,
  practiceId: string,
  personId: string,
  everybody: boolean,
): Promise<ReadonlyMap<CaseState, number>> {
  const rows = await readInPractice<{ state: CaseState; count: number }>(
    services.db,
    practiceId,
    countRead,
    [practiceId, personId, everybody],
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
}

function itemOf(row: Row): CaseListItem {
  const { patientId, patientName, changedAt, ...rest } = row;
  return {
    ...rest,
    patient: { id: patientId, name: patientName },
    waitsFor: waitsFor(row.state),
    changedAt: changedAt.toISOString(),
  };
}

/** Anything else than a cursor of ours is none: the list begins. */
function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = cursor?.split("_") ?? [];
  if (!at?.startsWith("2") || !id) return null;
  const isOurs = z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success;
  return isOurs ? { at, id } : null;
}
