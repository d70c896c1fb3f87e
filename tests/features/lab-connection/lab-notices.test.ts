import { beforeAll, describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { sweepLabNotices } from "@/features/lab-connection/sweep-lab-notices";
import { makePerson } from "../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();
const plain = crypto.randomUUID();
const cut = crypto.randomUUID();

beforeAll(() =>
  world.owner.pool.query(
    `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days, cut_over_at, cut_over_counts_from)
     values ($1, 'alder', 'Alder', 'http://127.0.0.1:1', 90, 30, null, null),
       ($2, 'birch', 'Birch', 'http://127.0.0.1:1', 90, 30, app_now() + interval '9 days', app_now() - interval '1 day')`,
    [plain, cut],
  ),
);

interface Wish {
  readonly signedInDays: number;
  readonly scanDays?: number;
  readonly lab?: string;
  readonly isRefused?: true;
}

/** An orthodontist with a mailbox and one connection, its facts in days before now. */
async function connected({ signedInDays, scanDays, lab = plain, isRefused }: Wish) {
  const practice = await makePractice(world, "Europe/Berlin");
  const email = `doctor.${practice.id}@practice.example.com`;
  const person = await makePerson(world, practice.id, { role: "orthodontist", email });
  const practitionerId = await makePractitioner(world, practice, person.personId);
  const { now } = await world.services();
  const ago = (days: number) => fromInstant(now.subtract({ hours: 24 * days }));
  await inPractice(world.db, practice.id, async (tx) => {
    await tx.practiceLab.create({
      data: { practiceId: practice.id, labId: lab, enabledAt: ago(200) },
    });
    await tx.labConnection.create({
      data: {
        practiceId: practice.id,
        practitionerId,
        labId: lab,
        lastAuthenticatedAt: ago(signedInDays),
        lastAcceptedScanAt: scanDays === undefined ? null : ago(scanDays),
        refusedByLabAt: isRefused ? ago(0) : null,
        createdAt: ago(200),
      },
    });
  });
  const mails = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.delivery.findMany({
        where: { practiceId: practice.id, kind: "mail" },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { purpose: true, recipient: true, content: true },
      }),
    );
  return { practice, practitionerId, email, mails };
}

const walk = async () => sweepLabNotices(await world.services());

describe("R45: mails before a sign-in is due", () => {
  it("periodic: 14, 7, 3 and 1 days before, each once, and none for what a worker slept through", async () => {
    // Scans keep the other clock away.
    const { practice, practitionerId, email, mails } = await connected({
      signedInDays: 75,
      scanDays: 0,
    });
    await walk();
    expect(await mails()).toEqual([]);
    await world.advance("P1DT1H");
    await Promise.all([walk(), walk(), walk()]);
    expect(await mails()).toMatchObject([
      { purpose: "lab_sign_in_due", recipient: email, content: { values: { lab: "Alder" } } },
    ]);
    await world.advance("P7D");
    await walk();
    await walk();
    expect(await mails()).toHaveLength(2);
    const { now } = await world.services();
    await inPractice(world.db, practice.id, (tx) =>
      tx.labConnection.updateMany({
        where: { practitionerId },
        data: { lastAcceptedScanAt: fromInstant(now) },
      }),
    );
    // Asleep from seven days before to half a day before: one mail, not two.
    await world.advance("P6DT11H");
    await walk();
    expect(await mails()).toHaveLength(3);
  });

  it("inactivity: 7 and 1 days before; a new scan moves both", async () => {
    const { mails } = await connected({ signedInDays: 23, scanDays: 23 });
    await walk();
    expect(await mails()).toMatchObject([
      { purpose: "lab_sign_in_due", content: { values: { inactiveAt: expect.any(String) } } },
    ]);
    await world.advance("P6D");
    await walk();
    expect(await mails()).toHaveLength(2);
  });

  it("R44: before a cut-over, with the lab's own instant", async () => {
    const { mails } = await connected({ signedInDays: 40, scanDays: 1, lab: cut });
    await walk();
    const [mail] = await mails();
    expect(mail?.content).toMatchObject({
      values: { lab: "Birch", cutOverAt: expect.stringMatching(/\d\d:\d\d/) },
    });
  });
});

describe("R47: the date has passed", () => {
  it("is told once, also where the lab itself refused us", async () => {
    const lapsed = await connected({ signedInDays: 31 });
    const refused = await connected({ signedInDays: 2, isRefused: true });
    await walk();
    await walk();
    expect(await lapsed.mails()).toMatchObject([
      { purpose: "lab_connection_lapsed", content: { values: { inactiveAt: expect.any(String) } } },
    ]);
    expect(await refused.mails()).toMatchObject([
      { purpose: "lab_connection_lapsed", content: { values: { refusedAt: expect.any(String) } } },
    ]);
  });

  it("S23: no word of a patient or a case stands in it", async () => {
    const { mails } = await connected({ signedInDays: 31 });
    await walk();
    const [mail] = await mails();
    expect(mail?.content).toEqual({ values: { lab: "Alder", inactiveAt: expect.any(String) } });
  });
});
