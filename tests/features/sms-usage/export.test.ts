import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { exportTexts } from "@/features/sms-usage/export-texts";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { sentText } from "./sent-text";

const world = await openWorld();

async function exported(actor: Awaited<ReturnType<typeof makeClinicActor>>, month: string) {
  const made = await exportTexts(await world.services(), actor, { month });
  if (!made.ok) throw new Error(made.reason);
  const { stream, rows, fileName } = made.value;
  return {
    rows,
    fileName,
    text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      await new Response(stream).arrayBuffer(),
    ),
  };
}

describe("R51: a month as a file", () => {
  it("has every text by the practice's clock, cells that no spreadsheet runs, and is noted", async () => {
    const practice = await makePractice(world, "Europe/Berlin");
    const staff = await makeClinicActor(world, practice.id, "staff");
    const { patientId } = await makePatientActor(world, practice.id);
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: patientId } },
        data: { firstName: "=1+1", lastName: 'O"Hara, Ann' },
        select: { id: true },
      }),
    );
    // 00:30 on the first of the month in Berlin.
    await sentText(world, practice.id, "2026-04-30T22:30:00Z", {
      patientId,
      priceMicros: 42_000,
      priceCurrency: "EUR",
    });
    await sentText(world, practice.id, "2026-04-30T21:30:00Z");
    const neighbour = await makePractice(world);
    await sentText(world, neighbour.id, "2026-05-02T10:00:00Z");
    const { rows, text, fileName } = await exported(staff, "2026-05");
    expect([rows, fileName]).toEqual([1, "texts-2026-05.csv"]);
    const [head, line, end] = text.split("\r\n");
    expect(head?.startsWith("\uFEFFtime,purpose,patient,")).toBe(true);
    expect(line).toContain(
      `2026-05-01T00:30:00+02:00,login_code,"'=1+1 O""Hara, Ann",${patientId},delivered,1,0.042,EUR,1,`,
    );
    expect(end).toBe("");
    const noted = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId: practice.id, action: "texts.exported" },
        select: { detail: true, actorPersonId: true },
      }),
    );
    expect(noted).toEqual([
      { detail: { month: "2026-05", rows: 1 }, actorPersonId: staff.personId },
    ]);
  });

  it("goes over its pages without leaving one out", async () => {
    const practice = await makePractice(world);
    const staff = await makeClinicActor(world, practice.id, "staff");
    await inPractice(
      world.db,
      practice.id,
      (tx) => tx.$executeRaw`
        insert into tenant.delivery (practice_id, id, kind, purpose, state, content, provider_id, segments, tries,
          next_try_at, created_at, settled_at)
        select ${practice.id}::uuid, gen_random_uuid(), 'sms', 'login_code', 'delivered', '{"values": {}}',
          'SM' || n, 1, 1, t, t, t
        from (select n, '2026-06-05T10:00:00Z'::timestamptz + (n / 9) * interval '1 second' as t
          from generate_series(1, 4100) n) x`,
    );
    const { rows, text } = await exported(staff, "2026-06");
    const ids = text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",").at(-1));
    expect([rows, ids.length, new Set(ids).size]).toEqual([4100, 4100, 4100]);
  });
});
