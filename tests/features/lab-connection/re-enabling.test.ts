import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { openTokens } from "@/features/lab-connection/connection-tokens";
import { finishSignIn } from "@/features/lab-connection/finish-sign-in";
import { integrationsOf } from "@/features/lab-connection/queries";
import { reEnableIntegration } from "@/features/lab-connection/re-enable-integration";
import { labVisitor } from "../../adapters/lab/lab-visitor";
import { type SimulatedLab, simulatedLab } from "../../adapters/lab/simulated-lab";
import { makeClinicActor } from "../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();
const labId = crypto.randomUUID();
let lab: SimulatedLab;
let actor: ClinicActor;
let practitionerId: string;

beforeAll(async () => {
  lab = await simulatedLab(world.ownerUrl);
  await lab.reset();
  await world.owner.pool.query(
    `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
     values ($1, 'alder', 'Alder', $2, 90, 30)`,
    [labId, `${lab.baseUrl}/labs/alder`],
  );
  ({ actor, practitionerId } = await makeOrthodontist());
});
afterAll(() => lab.close());
beforeEach(async () => {
  await lab.clock.moveTo((await world.services()).now);
});
afterEach(() => lab.faults.set("lab", "ok"));

async function makeOrthodontist() {
  const practice = await makePractice(world, "Europe/Berlin");
  const made = await makeClinicActor(world, practice.id, "orthodontist");
  const { now } = await world.services();
  await inPractice(world.db, practice.id, (tx) =>
    tx.practiceLab.create({
      data: { practiceId: practice.id, labId, enabledAt: fromInstant(now) },
    }),
  );
  return {
    practice,
    actor: made,
    practitionerId: await makePractitioner(world, practice, made.personId),
  };
}

async function begun(by = actor, returnTo?: string): Promise<string> {
  const wish = { id: labId, ...(returnTo !== undefined && { returnTo }) };
  const answer = await reEnableIntegration(await world.services(), by, wish);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.redirectTo;
}

/** What the lab sends back after the right password. */
async function signedIn(redirectTo: string): Promise<URLSearchParams> {
  const visitor = labVisitor(lab.baseUrl);
  const page = await visitor.open(redirectTo);
  return (await visitor.type(page, "eva", "a password of the lab")).url.searchParams;
}

const finish = async (query: URLSearchParams, by = actor) =>
  finishSignIn(await world.services(), by, query);
const shown = async () =>
  (await integrationsOf(await world.services(), actor)).value.items.find(({ id }) => id === labId);
const connection = () =>
  inPractice(world.db, actor.practiceId, (tx) =>
    tx.labConnection.findFirstOrThrow({ where: { practitionerId, labId } }),
  );

describe("R42: Re-enable integration", () => {
  it("leads to the lab's own sign-in, and after it the connection works at once, with sealed tokens", async () => {
    expect(await shown()).toMatchObject({ state: "never_connected", canSend: false });
    const query = await signedIn(await begun(actor, "/doctor/patients"));
    expect(await finish(query)).toEqual({
      ok: true,
      value: { labId, returnTo: "/doctor/patients" },
    });
    expect(await shown()).toMatchObject({ state: "connected", canSend: true, reason: null });
    const row = await connection();
    const tokens = openTokens(await world.services(), row);
    expect(Buffer.from(row.sealedTokens ?? []).toString("latin1")).not.toContain(
      tokens?.refreshToken,
    );
    const cases = await lab.port.listCases(lab.access(tokens?.accessToken), { cursor: null });
    expect(cases).toMatchObject({ ok: true });
    expect(row.labUserName).toBe("eva");
  });

  it("counts once, also when two tabs come back at the same time", async () => {
    const query = await signedIn(await begun());
    const answers = await Promise.all([finish(query), finish(query), finish(query)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "sign_in_over")).toHaveLength(
      2,
    );
  });

  it("S18: is for the session and the person that began it, for ten minutes", async () => {
    const query = await signedIn(await begun());
    const { actor: other } = await makeOrthodontist();
    const elsewhere = { ...actor, sessionId: crypto.randomUUID() };
    for (const by of [other, elsewhere])
      expect(await finish(query, by)).toMatchObject({ reason: "sign_in_over" });
    await world.advance("PT10M");
    expect(await finish(query)).toMatchObject({ reason: "sign_in_over" });
    await world.advance("P1DT1M");
    await begun();
    const left = await inPractice(world.db, actor.practiceId, (tx) =>
      tx.labSignIn.count({ where: { practiceId: actor.practiceId } }),
    );
    expect(left).toBe(1);
    expect(await finish(new URLSearchParams({ state: "made up", code: "x" }))).toMatchObject({
      reason: "sign_in_over",
    });
  });

  it("changes nothing where somebody turned back, or the answer was changed on its way", async () => {
    const before = await connection();
    const visitor = labVisitor(lab.baseUrl);
    const page = await visitor.open(await begun());
    const back = await visitor.open(`${page.url.href}/cancel`);
    expect(await finish(back.url.searchParams)).toMatchObject({ reason: "turned_back" });
    const query = await signedIn(await begun());
    query.set("code", "another");
    expect(await finish(query)).toMatchObject({ reason: "does_not_fit" });
    expect((await connection()).lastAuthenticatedAt).toEqual(before.lastAuthenticatedAt);
  });

  it("is refused for an old sign-in that the lab let count, whatever else is right", async () => {
    const redirectTo = await begun();
    const { now } = await world.services();
    await lab.clock.moveTo(now.subtract({ hours: 2 }));
    const query = await signedIn(redirectTo);
    expect(await finish(query)).toMatchObject({ reason: "not_asked_again" });
  });

  it("says that the lab does not answer, and is there again when it does", async () => {
    await lab.faults.set("lab", "down");
    const services = await world.services();
    expect(await reEnableIntegration(services, actor, { id: labId })).toMatchObject({
      reason: "lab_unreachable",
    });
    await lab.faults.set("lab", "ok");
    const query = await signedIn(await begun());
    await lab.faults.set("lab", "error");
    expect(await finish(query)).toMatchObject({ reason: "lab_unreachable" });
    await lab.faults.set("lab", "ok");
    expect(await finish(await signedIn(await begun()))).toMatchObject({ ok: true });
  });

  it("S12: there is none of a lab the practice does not work with, nor of a connection that was switched off", async () => {
    const services = await world.services();
    expect(await reEnableIntegration(services, actor, { id: crypto.randomUUID() })).toMatchObject({
      reason: "not_found",
    });
    await inPractice(world.db, actor.practiceId, (tx) =>
      tx.labConnection.updateMany({
        where: { practitionerId, labId },
        data: { disabledAt: fromInstant(services.now) },
      }),
    );
    expect(await reEnableIntegration(services, actor, { id: labId })).toMatchObject({
      reason: "disabled",
    });
  });
});
