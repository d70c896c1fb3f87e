import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { openSession } from "@/features/access/open-session";
import { makePatient, makePerson, makeSession } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();

async function registered() {
  const practice = await makePractice(world);
  const patientId = await makePatient(world, practice.id);
  const person = await makePerson(world, practice.id, { role: "patient", patientId });
  const token = await makeSession(world, practice.id, person, "patient");
  return { practice, patientId, person, token };
}

const open = (token: string) => openSession(world.db, token, { polling: false });

describe("S10: a session", () => {
  it("opens with its person, practice and the patient it acts for", async () => {
    const { practice, patientId, person, token } = await registered();
    const { session } = await open(token);
    expect(session).toMatchObject({
      practiceId: practice.id,
      personId: person.personId,
      role: "patient",
      ownPatientId: patientId,
      guardedPatientIds: [],
    });
  });

  it("does not open for a token that nobody has, or that is no token", async () => {
    expect((await open("A".repeat(43))).session).toBeNull();
    expect((await open("x' or true --")).session).toBeNull();
  });

  it("is gone on the next request after it was ended", async () => {
    const { token, person } = await registered();
    await world.db.prisma.session.updateMany({
      where: { loginId: person.loginId },
      data: { endedAt: new Date(0), endedBy: "revoked" },
    });
    expect((await open(token)).session).toBeNull();
  });

  it("is gone when its membership has ended, or the record is archived (R9)", async () => {
    const { practice, patientId, token } = await registered();
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: patientId } },
        data: { archivedAt: new Date(0), archivedReason: "moved" },
      }),
    );
    expect((await open(token)).session).toBeNull();
  });

  it("R18: ends after 30 idle minutes, and polling does not keep it alive", async () => {
    const { token } = await registered();
    await world.advance("PT29M");
    expect((await openSession(world.db, token, { polling: true })).session).not.toBeNull();
    await world.advance("PT1M");
    expect((await open(token)).session).toBeNull();
  });

  it("R18: stays while it is used, 12 hours at most", async () => {
    const { token } = await registered();
    for (let step = 0; step < 28; step += 1) {
      await world.advance("PT25M");
      expect((await open(token)).session).not.toBeNull();
    }
    await world.advance("PT21M");
    expect((await open(token)).session).toBeNull();
  });
});
