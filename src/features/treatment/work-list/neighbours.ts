import { readInPractice } from "@/db/read";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { ListPlace, ListWish } from "./list-wish";
import type { WorkNeed } from "./needs";
import { listedByName, PATIENTS_PER_PAGE, searchPatterns } from "./patient-lines";
import { type ListedEntry, placeIn, type Whose, workList, workOrder } from "./work-list";

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly since: string;
}

/** Who stands before and after a patient in a list. */
export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  /** Their place, counted from 1, and how many the list holds; null in a list by name, or once they have left it. */
  readonly standing: { readonly at: number; readonly total: number } | null;
  /** After whom the page of the list begins that they stand on; null on the first. */
  readonly page: ListPlace | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const nameOf = "coalesce(n.preferred_name, n.first_name) || ' ' || n.last_name";

/** $2 the ids. */
const namesRead = {
  name: "doctor-neighbour-names",
  text: `select n.id, ${nameOf} as name from tenant.patient n where n.practice_id = $1::uuid and n.id = any($2::uuid[])`,
};

const beside = (direction: "<" | ">") => {
  const order = direction === "<" ? "desc" : "asc";
  return `(select json_build_object('id', n.id, 'name', ${nameOf}) from (
    select p.* from tenant.patient p, here
    where ${listedByName("$3", "$4", "$5")}
      and (p.last_name, p.first_name, p.id) ${direction} (here.last_name, here.first_name, here.id)
    order by p.last_name ${order}, p.first_name ${order}, p.id ${order} limit 1) n)`;
};

/** $2 the patient, $3 the person, $4 the whole practice, $5 patterns. */
const byNameRead = {
  name: "doctor-neighbours-by-name",
  text: `with here as (select l.last_name, l.first_name, l.id from tenant.patient l
      where l.practice_id = $1::uuid and l.id = $2::uuid)
    select ${beside("<")} as previous, ${beside(">")} as next`,
};

/** Who comes before and after in the list one came from, in its order (R52), also once the patient has left it. */
export function neighboursOf(
  services: Services,
  actor: ClinicActor,
  wish: ListWish,
  at: { readonly id: string; readonly since: string },
): Promise<Neighbours> {
  return wish.show === "all"
    ? neighboursByName(services, actor, wish, at.id)
    : neighboursOfWork(services, actor, wish.show, wish.whose, at);
}

async function neighboursByName(
  services: Services,
  actor: ClinicActor,
  { whose, query }: ListWish,
  id: string,
): Promise<Neighbours> {
  const { practiceId, personId } = actor;
  const values = [practiceId, id, personId, whose === "all", searchPatterns(query)];
  type Row = { previous: Named | null; next: Named | null };
  const [row] = await readInPractice<Row>(services.db, practiceId, byNameRead, values);
  const named = (one: Named | null | undefined) => (one ? { ...one, since: "" } : null);
  return { previous: named(row?.previous), next: named(row?.next), standing: null, page: null };
}

async function neighboursOfWork(
  services: Services,
  actor: ClinicActor,
  show: WorkNeed | "needs",
  whose: Whose,
  at: { readonly id: string; readonly since: string },
): Promise<Neighbours> {
  const listed = workOrder(await workList(services, actor, whose, show), show);
  const { index, isListed } = placeIn(listed, at);
  const before = listed[index - 1];
  const after = listed[isListed ? index + 1 : index];
  const ids = [before, after].flatMap((one) => one?.entry.id ?? []);
  const values = [actor.practiceId, ids];
  const found = await readInPractice<Named>(services.db, actor.practiceId, namesRead, values);
  const named = (one: ListedEntry | undefined): Neighbour | null => {
    const row = found.find(({ id }) => id === one?.entry.id);
    return one && row ? { ...row, since: one.since } : null;
  };
  const pageBegins = listed[index - (index % PATIENTS_PER_PAGE) - 1];
  return {
    previous: named(before),
    next: named(after),
    standing: isListed ? { at: index + 1, total: listed.length } : null,
    page: pageBegins ? { after: pageBegins.entry.id, since: pageBegins.since } : null,
  };
}
