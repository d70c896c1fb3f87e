import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { ok, refused } from "@/domain/result";
import { atLab } from "@/features/lab-connection/at-lab";
import { openTokens, sealedTokens } from "@/features/lab-connection/connection-tokens";
import type { LabSignInPort, LabTokens } from "@/ports/lab-sign-in";
import type { JobServices } from "@/server/services";
import { openWorld } from "../../support/world";
import { openCaseWorld, type Scene } from "../cases/delivery/case-world";

const world = await openWorld();
const cases = openCaseWorld(world);
let scene: Scene;
let renewals: string[];

beforeEach(async () => {
  await cases.lab().clock.moveTo((await world.services()).now);
  scene = await cases.scene();
  renewals = [];
  await keep({ accessToken: "over", refreshToken: "first", accessTokenLivesSeconds: 0 });
});

const fresh: LabTokens = {
  accessToken: "token-of-eva",
  refreshToken: "second",
  accessTokenLivesSeconds: 3_600,
};

async function keep(tokens: LabTokens): Promise<void> {
  const services = await world.services();
  await inPractice(world.db, scene.actor.practiceId, (tx) =>
    tx.labConnection.updateMany({
      where: { id: scene.connectionId },
      data: sealedTokens(services, scene.connectionId, tokens),
    }),
  );
}

const row = () =>
  inPractice(world.db, scene.actor.practiceId, (tx) =>
    tx.labConnection.findFirstOrThrow({ where: { id: scene.connectionId } }),
  );

async function asked(renew: () => ReturnType<LabSignInPort["renew"]>) {
  const jobs = await cases.jobs();
  const labSignIn: LabSignInPort = {
    ...jobs.labSignIn,
    renew: (_, refreshToken) => {
      renewals.push(refreshToken);
      return renew();
    },
  };
  const services: JobServices = { ...jobs, labSignIn };
  const whose = { practiceId: scene.actor.practiceId, connectionId: scene.connectionId };
  return atLab(services, whose, (access) =>
    services.outside.lab.listCases(access, { cursor: null }),
  );
}

describe("S18: the lab's tokens", () => {
  it("are renewed once, however many workers need them, and stored before they are used", async () => {
    const renew = async () => ok(fresh);
    const answers = await Promise.all([asked(renew), asked(renew), asked(renew), asked(renew)]);
    expect(renewals).toEqual(["first"]);
    expect(answers.filter(({ ok: isDone }) => isDone).length).toBeGreaterThan(0);
    for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("busy");
    const kept = openTokens(await world.services(), await row());
    expect(kept).toMatchObject({ accessToken: "token-of-eva", refreshToken: "second" });
    expect(await asked(renew)).toMatchObject({ ok: true });
    expect(renewals).toHaveLength(1);
  });

  it("that the lab no longer renews need a new sign-in, written down once", async () => {
    const renew = async () => refused("unauthorized" as const);
    expect(await asked(renew)).toMatchObject({ reason: "unauthorized" });
    expect((await row()).refusedByLabAt).not.toBeNull();
    expect(await asked(renew)).toMatchObject({ reason: "not_ready" });
    const events = await inPractice(world.db, scene.actor.practiceId, (tx) =>
      tx.labConnectionEvent.count({ where: { event: "refused_by_lab" } }),
    );
    expect(events).toBe(1);
  });

  it("stay as they are while the lab is down", async () => {
    const before = await row();
    const renew = async () => refused("transient" as const);
    expect(await asked(renew)).toMatchObject({ reason: "transient" });
    const after = await row();
    expect(after.sealedTokens).toEqual(before.sealedTokens);
    expect([after.refusedByLabAt, after.renewingUntilAt]).toEqual([null, null]);
  });

  it("of a sign-in meanwhile win over a renewal's", async () => {
    const signedIn = { ...fresh, refreshToken: "of the sign-in" };
    const renew = async () => {
      await keep(signedIn);
      return ok({ ...fresh, refreshToken: "of the renewal" });
    };
    expect(await asked(renew)).toMatchObject({ reason: "busy" });
    const kept = openTokens(await world.services(), await row());
    expect(kept?.refreshToken).toBe("of the sign-in");
  });

  it("are renewed anew when the worker that began it died", async () => {
    const never = () => Promise.reject(new Error("killed under way"));
    await expect(asked(never)).rejects.toThrow("killed");
    expect(await asked(async () => ok(fresh))).toMatchObject({ reason: "busy" });
    await world.advance("PT91S");
    expect(await asked(async () => ok(fresh))).toMatchObject({ ok: true });
  });
});
