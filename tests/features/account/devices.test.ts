import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { POST as remove } from "@/app/api/account/devices/[id]/remove/route";
import { POST as turnOn } from "@/app/api/account/devices/route";
import { POST as tryOut } from "@/app/api/account/devices/test/route";
import { inPractice } from "@/db/transaction";
import { openSession } from "@/features/access/open-session";
import { forgetDevices } from "@/features/account/push/forget-devices";
import { ownDevices } from "@/features/account/push/own-devices";
import { noticeReach } from "@/features/people/notice-reach";
import { browserAt } from "../../adapters/push/push-service";
import { openWorld } from "../../support/world";
import { registeredPatient } from "../access/people";
import { browserOf } from "./browser-of";

const world = await openWorld({ vapid: true });
type Person = Awaited<ReturnType<typeof registeredPatient>>;

const fresh = () =>
  browserAt(`http://127.0.0.1:${1024 + (randomBytes(2).readUInt16BE() % 60_000)}`).target;
const rows = ({ practiceId, personId }: Person) =>
  inPractice(world.db, practiceId, (tx) =>
    tx.pushSubscription.findMany({ where: { practiceId, personId } }),
  );

async function devicesOf(here: Awaited<ReturnType<typeof browserOf>>) {
  const token = here.jar.get("archway-session");
  const { session } = await openSession(world.db, token, { polling: false });
  if (!session) throw new Error("no session");
  return ownDevices(await world.services(), session);
}

const reached = async ({ practiceId, personId, patientId }: Person) =>
  (
    await inPractice(world.db, practiceId, (tx) =>
      noticeReach(tx, { practiceId, personId, patientId }, { mail: true, sms: false }),
    )
  )?.devices.length ?? null;

describe("R39: notices on a device", () => {
  it("R17: are turned on once however often a browser says so, listed, and turned off", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const body = fresh();
    const said = await Promise.all([1, 2, 3].map(() => here.send(turnOn, { body })));
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(said.map((answer) => answer.body.id)).size).toBe(1);
    const [device] = await devicesOf(here);
    const mark = createHash("sha256").update(body.endpoint).digest("hex").slice(0, 16);
    expect(device).toMatchObject({ id: said[0]?.body.id, mark });
    expect(JSON.stringify(device)).not.toContain(body.endpoint);
    const id = device?.id ?? "";
    expect((await here.send(remove, { params: { id } })).status).toBe(200);
    expect((await here.send(remove, { params: { id } })).status).toBe(404);
    expect(await rows(robin)).toEqual([]);
  });

  it("S12: nobody turns off or tries another's, in the same practice or the next", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const { id } = (await here.send(turnOn, { body: fresh() })).body;
    for (const practiceId of [robin.practiceId, undefined]) {
      const other = await browserOf(
        world,
        await registeredPatient(world, practiceId ? { practiceId } : {}),
      );
      expect((await other.send(remove, { params: { id } })).status).toBe(404);
      expect((await other.send(tryOut, { body: { id } })).status).toBe(404);
    }
    expect(await rows(robin)).toHaveLength(1);
  });

  it("a browser that somebody else uses now is theirs alone", async () => {
    const robin = await registeredPatient(world);
    const kim = await registeredPatient(world, { practiceId: robin.practiceId });
    const body = fresh();
    await (await browserOf(world, robin)).send(turnOn, { body });
    await (await browserOf(world, kim)).send(turnOn, { body });
    expect([await reached(robin), await reached(kim)]).toEqual([0, 1]);
  });

  it.each(["logout", "revoked", "password_reset"] as const)(
    "S10: end with the session's %s, not with its idle end",
    async (endedBy) => {
      const robin = await registeredPatient(world);
      const here = await browserOf(world, robin);
      await here.send(turnOn, { body: fresh() });
      const end = (by: "expired" | typeof endedBy) =>
        world.db.prisma.session.updateMany({
          where: { loginId: robin.loginId },
          data: { endedAt: new Date(), endedBy: by },
        });
      await end("expired");
      expect(await reached(robin)).toBe(1);
      await end(endedBy);
      expect(await reached(robin)).toBe(0);
      // Its row goes before the session's, which would be missing then.
      const other = await registeredPatient(world);
      await (await browserOf(world, other)).send(turnOn, { body: fresh() });
      await forgetDevices(await world.services());
      expect([await rows(robin), await rows(other)]).toMatchObject([[], [{}]]);
    },
  );

  it("end when the login is disabled", async () => {
    const robin = await registeredPatient(world);
    await (await browserOf(world, robin)).send(turnOn, { body: fresh() });
    await world.db.prisma.login.update({
      where: { id: robin.loginId },
      data: { status: "disabled" },
    });
    expect(await reached(robin)).toBeNull();
  });

  it("addresses that are no push service's, and keys that are no keys, are refused", async () => {
    const here = await browserOf(world, await registeredPatient(world));
    const good = fresh();
    for (const endpoint of ["https://evil.example/a", "http://169.254.169.254/", "nothing"]) {
      const answer = await here.send(turnOn, { body: { ...good, endpoint } });
      expect([answer.status, answer.body.error.code]).toEqual([422, "endpoint_unknown"]);
    }
    for (const keys of [{ ...good.keys, auth: "AA" }, { ...good.keys, p256dh: "" }, {}])
      expect((await here.send(turnOn, { body: { ...good, keys } })).status).toBe(422);
  });

  it("ten devices at most; a test goes to each, and not twice within ten seconds", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    expect((await here.send(tryOut, { body: {} })).status).toBe(404);
    for (let count = 0; count < 10; count += 1) await here.send(turnOn, { body: fresh() });
    const more = await here.send(turnOn, { body: fresh() });
    expect([more.status, more.body.error.code]).toEqual([409, "too_many_devices"]);
    const tried = await Promise.all([1, 2].map(() => here.send(tryOut, { body: {} })));
    expect(tried.map(({ status }) => status).toSorted()).toEqual([200, 429]);
    const queued = await inPractice(world.db, robin.practiceId, (tx) =>
      tx.delivery.count({ where: { kind: "push", personId: robin.personId } }),
    );
    expect(queued).toBe(10);
  });
});
