import { readInPractice } from "@/db/read";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { DiaryVisit } from "./schema";
import { type VisitRow, visitColumns, visitJoins, visitView } from "./visit-rows";

const MOST = 200;

// By practitioner and start, from yesterday on: what is past is not read, however much of it there is.
const waiting = {
  name: "diary-waiting",
  text: `with a as materialized (
    select x.* from tenant.practitioner d
    cross join lateral (
      select x.* from tenant.appointment x
      where x.practice_id = $1::uuid and x.practitioner_id = d.id
        and x.starts_at > $2::timestamptz - interval '1 day'
        and (x.state = 'arrived' or x.state = 'requested' and x.ends_at > $2::timestamptz)
      offset 0
    ) x
    where d.practice_id = $1::uuid
    order by x.starts_at, x.id limit ${MOST}
  )
  select ${visitColumns} from a ${visitJoins} order by a.starts_at, a.id`,
};

/** Requests that nobody answered and patients who are here, on whatever day the diary is open (R36). */
export async function waitingVisits(services: Services, actor: ClinicActor): Promise<DiaryVisit[]> {
  const { practiceId } = actor;
  const rows = await readInPractice<VisitRow>(services.db, practiceId, waiting, [
    practiceId,
    services.now.toString(),
  ]);
  return rows.map((row) => visitView(services, actor, row));
}
