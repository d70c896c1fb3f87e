import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { absencesAhead } from "@/features/messages/cover/absences";
import { endAbsence } from "@/features/messages/cover/end-absence";
import { openWorld } from "../../../support/world";
import { awayOf, type CoverCast, dayAhead, makeCoverCast, setAway } from "./cover-world";

const world = await openWorld();

const end = async (actor: ClinicActor, id: string) =>
  endAbsence(await world.services(), actor, { id });
const stored = ({ practice }: CoverCast) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.absenceCover.findMany({ where: { practiceId: practice.id } }),
  );

describe("R40: cover for absence", () => {
  it("is set by the orthodontist or an admin, once, and audited", async () => {
    const cast = await makeCoverCast(world);
    const { practice, doctor, cover, admin, practitionerId } = cast;
    const wish = { reply: "I am away.", key: "away-1" };
    const [first, again] = await Promise.all([
      awayOf(world, cast, wish),
      awayOf(world, cast, wish),
    ]);
    expect(first).toEqual(again);
    expect(first).toMatchObject({
      value: {
        practitionerName: "Dr Example",
        fromOn: await dayAhead(world, 0),
        untilOn: await dayAhead(world, 3),
        coveredBy: { personId: cover.personId, name: "Dr Stand-In" },
        replyWords: "I am away.",
      },
    });
    expect(await awayOf(world, cast, { from: 5, until: 6, by: admin })).toMatchObject({ ok: true });
    const ahead = await absencesAhead(await world.services(), doctor, practitionerId);
    expect(ahead).toHaveLength(2);
    const audited = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId: practice.id, action: "absence.set" },
        orderBy: { at: "asc" },
      }),
    );
    expect(audited.map(({ actorPersonId }) => actorPersonId)).toEqual([
      doctor.personId,
      admin.personId,
    ]);
  });

  it("is refused for days that are over, turned round or taken, and for who cannot cover", async () => {
    const cast = await makeCoverCast(world);
    const { doctor, cover, staff, coverPractitionerId } = cast;
    const reason = async (wish: Parameters<typeof awayOf>[2]) => {
      const set = await awayOf(world, cast, wish);
      return set.ok ? "set" : set.reason;
    };
    expect(await reason({ from: -1 })).toBe("day_past");
    expect(await reason({ from: 2, until: 2 })).toBe("days_inverted");
    expect(await reason({ until: 800 })).toBe("day_too_far");
    expect(await reason({ coveredBy: doctor.personId })).toBe("covers_self");
    expect(await reason({ coveredBy: staff.personId })).toBe("cover_unknown");
    expect(await reason({ coveredBy: crypto.randomUUID() })).toBe("cover_unknown");
    expect(await reason({ from: 2, until: 4 })).toBe("set");
    expect(await reason({ from: 3, until: 5 })).toBe("absence_overlap");
    expect(await reason({ from: 4, until: 5, coveredBy: null })).toBe("set");
    const theirs = { of: coverPractitionerId, by: cover, coveredBy: doctor.personId };
    expect(await reason({ ...theirs, from: 3, until: 4 })).toBe("covers_others");
    expect(await reason({ ...theirs, from: 4, until: 5 })).toBe("cover_away");
    expect(await reason({ ...theirs, from: 6, until: 7 })).toBe("set");
    expect(await reason({ from: 6, until: 8 })).toBe("covers_others");
    expect(await reason({ from: 6, until: 8, coveredBy: null })).toBe("covers_others");
  });

  it("S12: another's, or another practice's, is as if it were not there", async () => {
    const cast = await makeCoverCast(world);
    const other = await makeCoverCast(world);
    const { id } = await setAway(world, cast);
    const missing = { ok: false, reason: "not_found" };
    expect(await awayOf(world, cast, { by: cast.cover })).toMatchObject(missing);
    expect(await awayOf(world, cast, { by: other.admin })).toMatchObject(missing);
    for (const actor of [cast.cover, other.doctor, other.admin])
      expect(await end(actor, id)).toMatchObject(missing);
    const foreign = { from: 10, until: 11, coveredBy: other.cover.personId };
    expect(await awayOf(world, cast, foreign)).toMatchObject({ reason: "cover_unknown" });
    expect(await stored(other)).toEqual([]);
  });

  it("S16: of two at once that overlap, or that cover each other, one stands", async () => {
    const cast = await makeCoverCast(world);
    const { doctor, cover, coverPractitionerId } = cast;
    const both = await Promise.all([awayOf(world, cast), awayOf(world, cast, { from: 1 })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const days = { from: 10, until: 12 };
    const mutual = await Promise.all([
      awayOf(world, cast, days),
      awayOf(world, cast, {
        ...days,
        of: coverPractitionerId,
        by: cover,
        coveredBy: doctor.personId,
      }),
    ]);
    expect(mutual.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stored(cast)).toHaveLength(2);
  });

  it("ends today; what has not begun goes; what is over stays over", async () => {
    const cast = await makeCoverCast(world);
    const { doctor, admin } = cast;
    const begun = await setAway(world, cast, { until: 6 });
    const ahead = await setAway(world, cast, { from: 8, until: 9 });
    expect(await end(doctor, ahead.id)).toMatchObject({ value: { untilOn: null } });
    await world.advance("P2D");
    const today = await dayAhead(world, 0);
    expect(await end(admin, begun.id)).toMatchObject({ value: { untilOn: today } });
    expect(await end(doctor, begun.id)).toMatchObject({ reason: "absence_over" });
    expect(await end(doctor, ahead.id)).toMatchObject({ reason: "not_found" });
    expect(await awayOf(world, cast)).toMatchObject({ ok: true });
  });
});
