import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { signedIn, withStepUp } from "@/features/access/route-gates";
import { collectOwnData } from "@/features/own-data/collect-own-data";
import { exportOwnData } from "@/features/own-data/export-own-data";
import { ownDataHtml } from "@/features/own-data/own-data-html";
import type { Services } from "@/server/services";
import { makeClinic } from "../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { makeCaseCast, standing } from "../cases/case-world";
import { onRecord, wholeRecord } from "../retention/whole-record";
import { makePlan } from "../treatment/made-plan";
import { asSession, guardianOfTwo, livelyPatient, look } from "./own-data-world";

const world = await openWorld({ limits: "default" });
const clinic = await makeClinic(world);
let mina: PatientActor;
let otto: PatientActor;

beforeAll(async () => {
  mina = await livelyPatient(world, clinic, "Mina");
  otto = await livelyPatient(world, clinic, "Otto");
  await makePlan(world, clinic.practice, mina.patientId, { worn: { upper: 2 } });
});

async function fileOf(
  actor: Parameters<typeof exportOwnData>[1],
  wish: Partial<Parameters<typeof exportOwnData>[2]> = {},
): Promise<string> {
  const answer = await exportOwnData(await world.services(), actor, { format: "json", ...wish });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.content;
}

describe("R17, S23: the export of one's own data", () => {
  it("R17: has record, plan, visits, conversations, files, views, login, sessions and activity", async () => {
    const data = JSON.parse(await fileOf(asSession(mina)));
    expect(data).toMatchObject({
      form: "archway-own-data-1",
      careFeedback: [{ article: "Mina’s article", helpful: false, saidAt: expect.any(String) }],
      devices: [{ browser: "Mina’s browser", lastUsedAt: expect.any(String) }],
      login: { loginName: mina.loginName, sessions: [{ endedAt: null }] },
      patient: {
        record: { firstName: "Mina", email: "mina@example.com", dateOfBirth: "1990-04-02" },
        visits: [{ state: "booked", visitType: expect.any(String) }],
        plans: [{ series: [{ kind: "initial" }] }],
        conversations: [
          {
            subject: "Mina’s question",
            about: { visitType: expect.any(String), startsAt: expect.any(String) },
            messages: [
              {
                body: expect.stringContaining("Mina says"),
                attachments: [{ fileName: "Mina.jpg" }],
              },
            ],
          },
        ],
        drafts: [{ body: "Mina’s draft" }],
        files: [{ fileName: "Mina.jpg", link: expect.stringContaining("/api/uploads/") }],
        views: [{ name: "Dr Looker", thing: "record" }],
      },
    });
    expect(data.patient.plans[0].alignerChanges).not.toHaveLength(0);
    expect(data.activity.map((one: { action: string }) => one.action)).toContain("message.sent");
  });

  it("S12: holds nothing of another patient, of another person's login, or of another practice", async () => {
    for (const format of ["json", "html"] as const) {
      const text = await fileOf(asSession(mina), { format });
      for (const theirs of ["Otto", "otto@", otto.patientId, otto.personId, otto.loginName])
        expect(text).not.toContain(theirs);
    }
  });

  it("S23: holds no hash, secret, token or note for the practice's own use", async () => {
    const ours = { where: { practiceId: mina.practiceId }, data: { note: "for us only" } };
    await inPractice(world.db, mina.practiceId, async (tx) => {
      await tx.stage.updateMany(ours);
      await tx.appointment.updateMany(ours);
    });
    const text = await fileOf(asSession(mina));
    expect(text).not.toMatch(/argon2|passwordHash|sealed|digest|for us only/i);
  });

  it("R17, R41: has the cases of the patient alone, and no word of the practice to the lab", async () => {
    const services = await world.services();
    const cast = await makeCaseCast(world);
    const robin = await makePatientActor(world, cast.practice.id);
    const of = { ...cast, patientId: robin.patientId };
    const prescription = { goal: "Close the spaces", notes: "for the lab only" };
    await standing(world, of, { state: "shipped", prescription });
    await standing(world, cast, { prescription: { goal: "Not Robin’s" } });
    await inPractice(world.db, cast.practice.id, (tx) =>
      look(tx, services, cast.practice.id, robin.patientId, "Dr Example", "case.viewed"),
    );
    const text = await fileOf(asSession(robin));
    expect(JSON.parse(text).patient).toMatchObject({
      cases: [
        {
          number: expect.stringMatching(/^PR-/),
          ...{ lab: "Mine", orthodontist: "Dr Example", caseState: "shipped" },
          ...{ goal: "Close the spaces", arches: "both", consentAt: expect.any(String) },
          caseFiles: [
            { fileName: "upper.stl", kind: "scan", arch: "upper" },
            { fileName: "lower.stl", kind: "scan", arch: "lower" },
          ],
        },
      ],
      views: [{ name: "Dr Example", thing: "case" }],
    });
    expect(text).not.toMatch(/for the lab only|Not Robin/);
    const html = await fileOf(asSession(robin), { format: "html" });
    for (const words of ["Cases for the lab", "On its way to the practice", "A case for the lab"])
      expect(html).toContain(words);
  });

  it("S12: the data of a patient one does not act for is not there", async () => {
    const services = await world.services();
    const other = { format: "json", patientId: otto.patientId } as const;
    const staff = await makeClinicActor(world, clinic.practice.id, "staff");
    for (const actor of [asSession(mina), { ...staff, kind: "session" } as const])
      expect(await exportOwnData(services, actor, other)).toMatchObject({ reason: "not_found" });
  });

  it("R10: guardians name the child, and get that child's data with their own login", async () => {
    const { session, one, two } = await guardianOfTwo(world, clinic);
    const services = await world.services();
    expect(await exportOwnData(services, session, { format: "json" })).toMatchObject({
      reason: "patient_required",
    });
    const data = JSON.parse(await fileOf(session, { patientId: one }));
    expect(data).toMatchObject({
      login: { loginName: session.loginName },
      patient: { record: { lastName: "One" }, views: [{ name: "Dr Of One" }] },
    });
    expect(JSON.stringify(data)).not.toContain(two);
  });

  it("R17: the practice's people get their own login, and no patient", async () => {
    const staff = await makeClinicActor(world, clinic.practice.id, "staff");
    const data = JSON.parse(await fileOf({ ...staff, kind: "session" }));
    expect(data).toMatchObject({
      role: "staff",
      patient: null,
      login: { loginName: staff.loginName },
    });
  });

  it("S11: the factor must be fresh", async () => {
    const { now } = await world.services();
    const gate = withStepUp(signedIn);
    const visit = (minutes: number) =>
      gate.admit({
        session: { ...mina, factorAt: now.subtract({ minutes }) },
        cookies: new Map(),
        input: {},
        now,
      });
    expect(visit(9)).toMatchObject({ ok: true });
    expect(visit(11)).toMatchObject({ reason: "step_up_required" });
  });

  it("S19: is audited with the patient it was about", async () => {
    const { session, two } = await guardianOfTwo(world, clinic);
    await fileOf(session, { patientId: two, format: "html" });
    const rows = await inPractice(world.db, clinic.practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { action: "data.exported", patientId: two },
        select: { actorPersonId: true, detail: true },
      }),
    );
    expect(rows).toEqual([{ actorPersonId: session.personId, detail: { format: "html" } }]);
  });

  it("S19: no audit, no export", async () => {
    const services: Services = {
      ...(await world.services()),
      random: { ...world.runtime.random, uuid: () => "no uuid" },
    };
    await expect(exportOwnData(services, asSession(mina), { format: "json" })).rejects.toThrow();
  });

  it("S23: ten files a day are the most, for this person alone", async () => {
    const busy = asSession(await livelyPatient(world, await makeClinic(world), "Mina"));
    const services = await world.services();
    const answers = [];
    for (let i = 0; i < 12; i += 1)
      answers.push(await exportOwnData(services, busy, { format: "json" }));
    expect(answers.map(({ ok }) => ok)).toEqual([...Array(10).fill(true), false, false]);
    expect(answers.at(-1)).toMatchObject({ reason: "too_many_exports" });
  });
});

describe("R17: the readable form", () => {
  it("R17: says everything of the machine-readable one in words, and runs nothing", async () => {
    const html = await fileOf(asSession(mina), { format: "html" });
    expect(html).toContain(
      "Mina says &lt;script&gt;alert(&quot;hi&quot;)&lt;/script&gt;\nand = more",
    );
    expect(html).not.toMatch(/<script|<b>|javascript:|src=|@import|url\(/i);
    for (const words of [
      "Who has seen the record",
      "Dr Looker",
      "Sent a message",
      "Booked a visit",
    ])
      expect(html).toContain(words);
  });

  const namesIn = (html: string) =>
    [...html.matchAll(/<(?:dt|th scope="col"|h3)>([^<]*)</g)].map(([, name]) => name ?? "");
  const unnamed = (html: string) => namesIn(html).filter((name) => /^[a-z]/.test(name));

  it("R17: every field has a name in words", async () => {
    const html = await fileOf(asSession(mina), { format: "html" });
    expect(namesIn(html).length).toBeGreaterThan(50);
    expect(unnamed(html)).toEqual([]);
  });

  it("R17: so has every field of a record with all there can be on it, wishes and offers too", async () => {
    const services = await world.services();
    const { patientId } = await wholeRecord(world, clinic, services.now);
    await onRecord(world, clinic.practice.id, [
      `update tenant.waiting_list_entry set weekdays = '{1,3}', until_minute = 720 where patient_id = '${patientId}'`,
      `update tenant.treatment_plan set approved_at = created_at where patient_id = '${patientId}'`,
    ]);
    const html = ownDataHtml(await collectOwnData(services, asSession(mina), patientId), "en");
    expect(unnamed(html)).toEqual([]);
    for (const words of ["<li>Wednesday</li>", "<dd>Morning</dd>", ">Offered<"])
      expect(html).toContain(words);
  });

  it("R17: docs/own-data.md names every part of the document", async () => {
    const data = JSON.parse(await fileOf(asSession(mina)));
    const told = readFileSync("docs/own-data.md", "utf8");
    const parts = [...Object.keys(data), ...Object.keys(data.patient), ...Object.keys(data.login)];
    expect(parts.filter((part) => !told.includes(`\`${part}\``))).toEqual([]);
    expect(told).toContain(data.form);
  });
});
