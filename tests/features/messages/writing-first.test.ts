import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { addressee } from "@/features/messages/compose/addressee";
import { startThread } from "@/features/messages/start-thread";
import { openWorld } from "../../support/world";
import { makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
const cast = await makeCast(world);
const { practice, doctor, staff, patient } = cast;
const { patientId } = patient;

async function write(actor: ClinicActor, to = patientId) {
  const message = {
    patientId: to,
    subject: "Your trays",
    body: "They are here.",
    attachmentIds: [],
  };
  const started = await startThread(await world.services(), actor, message);
  return started.ok ? "sent" : started.reason;
}

/** Nobody has a login of their own for the patient from here on. */
async function loseLogin(): Promise<void> {
  await inPractice(world.db, practice.id, async (tx) => {
    const { now } = await world.services();
    await tx.membership.updateMany({
      where: { practiceId: practice.id, patientId },
      data: { endedAt: new Date(now.epochMilliseconds) },
    });
  });
}

describe("R37: the practice writes first", () => {
  it("to a patient with a login, and where there is none to a guardian; else nothing is sent into the void", async () => {
    expect(await write(doctor)).toBe("sent");
    expect(await write(staff)).toBe("sent");
    await loseLogin();
    expect(await addressee(await world.services(), staff, patientId)).toMatchObject({
      isReached: false,
    });
    expect(await write(doctor)).toBe("nobody_reads");
    const threads = await inPractice(world.db, practice.id, (tx) =>
      tx.thread.count({ where: { practiceId: practice.id } }),
    );
    expect(threads).toBe(2);
    const { childIds } = await makeGuardian(world, practice.id, { children: 1 });
    const child = childIds[0] ?? "";
    expect(await addressee(await world.services(), staff, child)).toMatchObject({
      isReached: true,
    });
    expect(await write(doctor, child)).toBe("sent");
  });

  it("S12: to nobody of another practice", async () => {
    const other = await makeCast(world);
    expect(await addressee(await world.services(), other.doctor, patientId)).toBeNull();
    expect(await write(other.doctor)).toBe("not_found");
  });

  it("R52: the team only where the practice lets it take part", async () => {
    const { practice, doctor, staff, patient } = await makeCast(world);
    const { patientId } = patient;
    await inPractice(world.db, practice.id, (tx) =>
      tx.practiceSettings.updateMany({
        where: { practiceId: practice.id },
        data: { staffInThreads: false },
      }),
    );
    expect(await addressee(await world.services(), staff, patientId)).toMatchObject({
      withStaff: false,
    });
    expect(await write(staff, patientId)).toBe("staff_not_in_threads");
    expect(await write(doctor, patientId)).toBe("sent");
  });
});
