import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { integrationsOf, isLapsed, lapsedLabs } from "@/features/lab-connection/queries";
import { type Integration, integrationsAnswer } from "@/features/lab-connection/schema";
import { makeClinicActor } from "../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();
const labId = randomUUID();
const cutLabId = randomUUID();

beforeAll(async () => {
  // Reference tables are the owner's alone (S12).
  await world.owner.pool.query(
    `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days, cut_over_at, cut_over_counts_from)
     values ($1, 'plain', 'A plain lab', 'http://127.0.0.1:1', 90, 30, null, null),
       ($2, 'cut', 'B cut-over lab', 'http://127.0.0.1:1', 90, 30, app_now() + interval '10 days', app_now() - interval '1 day')`,
    [labId, cutLabId],
  );
});

interface Wish {
  readonly signedInHours?: number;
  readonly scanHours?: number;
  readonly isDisabled?: true;
  readonly isRefused?: true;
  readonly lab?: string;
}

/** An orthodontist of a new practice with one connection, its facts in hours before now. */
async function orthodontist(wish: Wish | null, zone = "Europe/Berlin"): Promise<ClinicActor> {
  const practice = await makePractice(world, zone);
  const actor = await makeClinicActor(world, practice.id, "orthodontist");
  const practitionerId = await makePractitioner(world, practice, actor.personId);
  const { now } = await world.services();
  const ago = (hours: number | undefined) =>
    hours === undefined ? null : fromInstant(now.subtract({ hours }));
  await inPractice(world.db, practice.id, async (tx) => {
    for (const id of [labId, cutLabId]) {
      await tx.practiceLab.create({
        data: { practiceId: practice.id, labId: id, enabledAt: fromInstant(now) },
      });
    }
    if (wish === null) return;
    await tx.labConnection.create({
      data: {
        practiceId: practice.id,
        practitionerId,
        labId: wish.lab ?? labId,
        lastAuthenticatedAt: ago(wish.signedInHours),
        lastAcceptedScanAt: ago(wish.scanHours),
        disabledAt: wish.isDisabled ? fromInstant(now) : null,
        refusedByLabAt: wish.isRefused ? fromInstant(now) : null,
        createdAt: fromInstant(now),
      },
    });
  });
  return actor;
}

async function shown(actor: ClinicActor, id: string = labId): Promise<Integration | undefined> {
  const answer = await integrationsOf(await world.services(), actor);
  expect(integrationsAnswer.parse(answer.value)).toEqual(answer.value);
  return answer.value.items.find((item) => item.id === id);
}

const day = 24;

describe("R42, R43: the state of a lab connection, from the real rule", () => {
  it.each<[string, Wish | null, Partial<Integration>]>([
    ["never signed in", null, { state: "never_connected", canSend: false }],
    [
      "fresh",
      { signedInHours: 2 * day },
      { state: "connected", dueReason: "inactive", canSend: true },
    ],
    [
      "29 days without a scan",
      { signedInHours: 29 * day },
      { state: "expiring", dueReason: "inactive", canSend: true },
    ],
    [
      "30 days without a scan",
      { signedInHours: 30 * day },
      { state: "reauthentication_required", reason: "inactive", canSend: false },
    ],
    [
      "89 days after the sign-in, with a scan yesterday",
      { signedInHours: 89 * day, scanHours: day },
      { state: "expiring", dueReason: "periodic", canSend: true },
    ],
    [
      "90 days after the sign-in, with a scan yesterday",
      { signedInHours: 90 * day, scanHours: day },
      { state: "reauthentication_required", reason: "periodic", canSend: false },
    ],
    [
      "turned down by the lab",
      { signedInHours: day, isRefused: true },
      { state: "reauthentication_required", reason: "refused_by_lab", canSend: false },
    ],
    [
      "switched off",
      { signedInHours: day, isDisabled: true },
      { state: "disabled", reason: null, canSend: false },
    ],
  ])("%s", async (_name, wish, expected) => {
    expect(await shown(await orthodontist(wish))).toMatchObject(expected);
  });

  it("R44: a sign-in older than the lab's cut-over works until then, with a notice", async () => {
    const actor = await orthodontist({ lab: cutLabId, signedInHours: 2 * day, scanHours: day });
    const before = await shown(actor, cutLabId);
    expect(before).toMatchObject({ state: "expiring", dueReason: "cut_over", canSend: true });
    expect(before?.notices).toMatchObject([{ dueReason: "cut_over", daysLeft: 10 }]);
  });

  it("R45: warns from day 23 without a scan", async () => {
    const quiet = await shown(await orthodontist({ signedInHours: 22 * day }));
    expect(quiet?.notices).toEqual([]);
    const warned = await shown(await orthodontist({ signedInHours: 24 * day }));
    expect(warned?.notices).toMatchObject([{ dueReason: "inactive", daysWithoutScan: 24 }]);
  });
});

describe("whose connections are shown", () => {
  it("a colleague's connection in the same practice is not the actor's", async () => {
    const first = await orthodontist({ signedInHours: day });
    const colleague = await makeClinicActor(world, first.practiceId, "orthodontist");
    expect(await shown(first)).toMatchObject({ state: "connected" });
    expect(await shown(colleague)).toMatchObject({ state: "never_connected" });
  });

  it("another practice's labs and PMS are not there", async () => {
    const practice = await makePractice(world);
    const actor = await makeClinicActor(world, practice.id, "orthodontist");
    const answer = await integrationsOf(await world.services(), actor);
    expect(answer.value).toEqual({ items: [], next: null });
  });

  it("the view is audited", async () => {
    const actor = await orthodontist(null);
    await shown(actor);
    const rows = await inPractice(world.db, actor.practiceId, (tx) =>
      tx.auditEntry.findMany({ where: { action: "integrations.viewed" } }),
    );
    expect(rows).toMatchObject([{ actorPersonId: actor.personId }]);
  });
});

describe("R50: the PMS in the same words", () => {
  it.each<
    [string, { success?: number; failure?: number; lastFailure?: string }, Partial<Integration>]
  >([
    ["answered", { success: 1 }, { state: "connected", problem: null, canSend: true }],
    [
      "did not answer just now: no lapse",
      { success: 2, failure: 1, lastFailure: "unreachable" },
      { state: "connected", problem: "unreachable", canSend: true },
    ],
    [
      "refuses the key",
      { success: 2, failure: 1, lastFailure: "unauthorized" },
      { state: "reauthentication_required", reason: "refused_by_pms", canSend: false },
    ],
    [
      "accepts the key again",
      { success: 1, failure: 2, lastFailure: "unauthorized" },
      { state: "connected", problem: null, canSend: true },
    ],
    ["was never asked", {}, { state: "never_connected", canSend: false }],
  ])("%s", async (_name, { success, failure, lastFailure = null }, expected) => {
    const actor = await orthodontist(null);
    const { now } = await world.services();
    const ago = (hours?: number) =>
      hours === undefined ? null : fromInstant(now.subtract({ hours }));
    await inPractice(world.db, actor.practiceId, (tx) =>
      tx.pmsConnection.create({
        data: {
          practiceId: actor.practiceId,
          kind: "dentally",
          lastSuccessAt: ago(success),
          lastFailureAt: ago(failure),
          lastFailure,
          updatedAt: fromInstant(now),
        },
      }),
    );
    expect(await shown(actor, actor.practiceId)).toMatchObject({ name: "Dentally", ...expected });
  });
});

it("R43, R52: the tile counts the orthodontist's own lapsed connections, as many as the list shows", async () => {
  const services = await world.services();
  const day = 24;
  for (const [wish, count] of [
    [{ signedInHours: 91 * day, scanHours: 1 }, 1],
    [{ signedInHours: 31 * day }, 1],
    [{ signedInHours: 1, scanHours: 1 }, 0],
    [null, 0],
  ] as const) {
    const actor = await orthodontist(wish);
    const { value } = await integrationsOf(services, actor);
    expect(value.items.filter(isLapsed)).toHaveLength(count);
    expect(await lapsedLabs(services, actor)).toBe(count);
    const colleague = await makeClinicActor(world, actor.practiceId, "orthodontist");
    expect(await lapsedLabs(services, colleague)).toBe(0);
  }
});
