import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { sweepAlarms } from "@/features/messages/alarm/sweep-alarms";
import { absencesNow } from "@/features/messages/cover/absences";
import { endAbsence } from "@/features/messages/cover/end-absence";
import { assignThread } from "@/features/messages/inbox/assign-thread";
import { listThreads } from "@/features/messages/list-threads";
import { expectations, unreadCount } from "@/features/messages/queries";
import { makePatientActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { begin } from "../thread-world";
import { type CoverCast, makeCoverCast, setAway } from "./cover-world";

const world = await openWorld();

const mine = async (actor: ClinicActor) => {
  const wish = { show: "needs_answer", whose: "mine" } as const;
  const found = await listThreads(await world.services(), actor, wish);
  return found.ok ? found.value.items.map(({ id }) => id).toSorted() : [];
};
const away = async (patient: PatientActor) => {
  const { away: found } = await expectations(await world.services(), patient);
  return found && { ...found, backOn: found.backOn.toString() };
};
const unread = async (actor: ClinicActor) => unreadCount(await world.services(), actor);
const noticed = ({ practice }: CoverCast, threadId: string) =>
  inPractice(world.db, practice.id, async (tx) => {
    const where = { practiceId: practice.id, threadId };
    return (await tx.noticeBundle.findMany({ where })).map(({ personId }) => personId);
  });

describe("R40: who looks after an absent orthodontist's patients", () => {
  it("finds their threads among their own in those days, counts them, and gets the notices", async () => {
    const cast = await makeCoverCast(world);
    const { practice, doctor, cover, patient, coverPractitionerId } = cast;
    const other = await makePatientActor(world, practice.id, {
      practitionerId: coverPractitionerId,
    });
    const theirs = await begin(world, patient);
    const own = await begin(world, other);
    await setAway(world, cast, { from: 2, until: 4 });
    expect(await mine(cover)).toEqual([own]);
    expect(await unread(cover)).toBe(1);
    expect(await noticed(cast, theirs)).toEqual([doctor.personId]);

    await world.advance("P2D");
    expect(await mine(cover)).toEqual([theirs, own].toSorted());
    expect(await unread(cover)).toBe(2);
    expect(await mine(doctor)).toEqual([theirs]);
    const during = await begin(world, patient);
    expect(await noticed(cast, during)).toEqual([cover.personId]);
    // What was given to the absent one waits with who looks after their patients.
    await assignThread(await world.services(), doctor, {
      id: own,
      personId: doctor.personId,
      seen: null,
    });
    const services = await world.services();
    for (const actor of [doctor, cover])
      expect(await absencesNow(services, actor)).toMatchObject([
        { practitionerName: "Dr Example", coveredBy: { name: "Dr Stand-In" } },
      ]);
    expect(await absencesNow(services, cast.staff)).toEqual([]);

    await world.advance("P2D");
    expect(await mine(cover)).toEqual([own]);
    expect(await noticed(cast, await begin(world, patient))).toEqual([doctor.personId]);
    expect(await absencesNow(await world.services(), cover)).toEqual([]);
  });

  it("the alarm goes to them too; who left the practice looks after nobody", async () => {
    const cast = await makeCoverCast(world);
    const { practice, doctor, cover, patient } = cast;
    const email = "cover@practice.example.com";
    await world.db.prisma.login.update({
      where: { id: cover.loginId },
      data: { email, emailFolded: email, emailVerifiedAt: new Date(0) },
    });
    await inPractice(world.db, practice.id, (tx) =>
      tx.openingHours.deleteMany({ where: { practiceId: practice.id } }),
    );
    await setAway(world, cast, { until: 10 });
    const alarmed = async () => {
      await world.advance("PT9H");
      await sweepAlarms(await world.services());
      const mails = await inPractice(world.db, practice.id, (tx) =>
        tx.delivery.findMany({
          where: { practiceId: practice.id, purpose: "unanswered_alarm" },
          orderBy: { createdAt: "asc" },
        }),
      );
      return mails.at(-1)?.personId;
    };
    await begin(world, patient);
    expect(await alarmed()).toBe(cover.personId);
    await inPractice(world.db, practice.id, (tx) =>
      tx.membership.update({
        where: { practiceId_id: { practiceId: practice.id, id: cover.membershipId } },
        data: { endedAt: new Date(0) },
      }),
    );
    const id = await begin(world, patient);
    expect(await noticed(cast, id)).toEqual([doctor.personId]);
    expect(await alarmed()).toBe(doctor.personId);
  });

  it("S12: covers within the practice alone", async () => {
    const cast = await makeCoverCast(world);
    const other = await makeCoverCast(world);
    await setAway(world, cast);
    await begin(world, cast.patient);
    expect(await mine(other.cover)).toEqual([]);
    expect(await unread(other.cover)).toBe(0);
  });
});

describe("R39: the note above a patient's words", () => {
  it("says from the first day away to the last who is away, until when, and who answers", async () => {
    const cast = await makeCoverCast(world);
    await setAway(world, cast, { from: 1, until: 3 });
    expect(await away(cast.patient)).toBeNull();
    await world.advance("P1D");
    const { now } = await world.services();
    const backOn = now.toZonedDateTimeISO("Europe/Berlin").toPlainDate().add({ days: 2 });
    const said = { name: "Dr Example", backOn: backOn.toString(), coveredBy: "Dr Stand-In" };
    expect(await away(cast.patient)).toEqual(said);
    const elsewhere = await makeCoverCast(world);
    expect(await away(elsewhere.patient)).toBeNull();
    const colleagues = await makePatientActor(world, cast.practice.id, {
      practitionerId: cast.coverPractitionerId,
    });
    expect(await away(colleagues)).toBeNull();
    await world.advance("P2D");
    expect(await away(cast.patient)).toBeNull();
  });

  it("begins at the practice's midnight, not at Greenwich's", async () => {
    const cast = await makeCoverCast(world);
    await setAway(world, cast, { from: 2, until: 3 });
    const { now } = await world.services();
    const midnight = now.toZonedDateTimeISO("Europe/Berlin").startOfDay().add({ days: 2 });
    const minutes = Math.floor(now.until(midnight.toInstant()).total("minutes"));
    await world.advance(`PT${minutes - 5}M`);
    expect(await away(cast.patient)).toBeNull();
    await world.advance("PT10M");
    expect(await away(cast.patient)).not.toBeNull();
  });

  it("names nobody where nobody was named, and is gone when they come back early", async () => {
    const cast = await makeCoverCast(world);
    const absence = await setAway(world, cast, { coveredBy: null });
    expect(await away(cast.patient)).toMatchObject({ name: "Dr Example", coveredBy: null });
    await endAbsence(await world.services(), cast.doctor, { id: absence.id });
    expect(await away(cast.patient)).toBeNull();
  });
});
