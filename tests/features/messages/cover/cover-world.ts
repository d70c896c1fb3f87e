import type { Temporal } from "temporal-polyfill";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { AbsenceView } from "@/features/messages/cover/schema";
import { setAbsence } from "@/features/messages/cover/set-absence";
import { makeClinicActor } from "../../../support/people";
import { makePractitioner, type World } from "../../../support/world";
import { type Cast, makeCast } from "../thread-world";

export interface CoverCast extends Cast {
  readonly admin: ClinicActor;
  /** A second orthodontist, with their own practitioner. */
  readonly cover: ClinicActor;
  readonly practitionerId: string;
  readonly coverPractitionerId: string;
}

/** A practice with two orthodontists; the patient is the first one's. */
export async function makeCoverCast(world: World): Promise<CoverCast> {
  const cast = await makeCast(world);
  const { practice, doctor } = cast;
  const cover = await makeClinicActor(world, practice.id, "orthodontist");
  const coverPractitionerId = await makePractitioner(world, practice, cover.personId);
  const { id: practitionerId } = await inPractice(world.db, practice.id, async (tx) => {
    const names = { [doctor.personId]: "Dr Example", [cover.personId]: "Dr Stand-In" };
    for (const [personId, name] of Object.entries(names))
      await tx.practitioner.updateMany({
        where: { practiceId: practice.id, personId },
        data: { name },
      });
    return tx.practitioner.findFirstOrThrow({
      where: { practiceId: practice.id, personId: doctor.personId },
    });
  });
  const admin = await makeClinicActor(world, practice.id, "admin");
  return { ...cast, admin, cover, practitionerId, coverPractitionerId };
}

/** The practice's day so many days from today. */
export async function dayAhead(world: World, days: number, zone = "Europe/Berlin") {
  const { now } = await world.services();
  return today(now, zone).add({ days }).toString();
}

const today = (now: Temporal.Instant, zone: string) => now.toZonedDateTimeISO(zone).toPlainDate();

interface AbsenceFacts {
  readonly from?: number;
  readonly until?: number;
  readonly by?: ClinicActor;
  readonly coveredBy?: string | null;
  readonly reply?: string;
  readonly of?: string;
  readonly key?: string;
}

/** Sets days away of the cast's orthodontist, counted from today, as they themselves do it. */
export async function awayOf(world: World, cast: CoverCast, wish: AbsenceFacts = {}) {
  const { from = 0, until = 3, by = cast.doctor, coveredBy = cast.cover.personId } = wish;
  const services = await world.services(wish.key === undefined ? {} : { idempotencyKey: wish.key });
  return setAbsence(services, by, {
    practitionerId: wish.of ?? cast.practitionerId,
    fromOn: await dayAhead(world, from),
    untilOn: await dayAhead(world, until),
    coveredByPersonId: coveredBy,
    replyWords: wish.reply ?? "",
  });
}

/** The same, where it is sure to be taken. */
export async function setAway(
  world: World,
  cast: CoverCast,
  wish?: AbsenceFacts,
): Promise<AbsenceView> {
  const set = await awayOf(world, cast, wish);
  if (!set.ok) throw new Error(set.reason);
  return set.value;
}
