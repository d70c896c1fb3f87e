import { afterAll, describe, expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { openLog } from "@/server/log";
import { openScene } from "../bad-input/callers";
import { sampleOf } from "../bad-input/samples";

const scene = await openScene();
const written: string[] = [];
const sink = { write: (line: string) => void written.push(line) };
Object.assign(globalThis, {
  archwayRuntime: { ...scene.world.runtime, log: openLog("web", sink) },
});

/** Things of a person that must never be in a log, as they might be typed anywhere. */
const personal = {
  email: "xanthippe.quill@mail.example.com",
  mobile: "+46701740688",
  password: "Copper-Kettle-Nine-Rivers",
  words: 'the tray\r\n{"level":60,"msg":"forged"}\u001b[2J hurts',
};

function filled(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, turn));
  if (typeof value !== "object" || value === null) return value;
  const texts = Object.values(personal);
  return Object.fromEntries(
    Object.entries(value).map(([name, one], place) => [
      name,
      typeof one === "string" ? texts[(place + turn) % texts.length] : filled(one, turn),
    ]),
  );
}

async function busyDay(): Promise<void> {
  for (const handler of registeredRoutes) {
    const { spec } = handler;
    for (const [turn, as] of (["visitor", "patient", "orthodontist", "staff"] as const).entries()) {
      const sound = sampleOf(spec.body);
      const sent = { as, params: sampleOf(spec.params) };
      await scene.call(handler, { ...sent, ...(spec.body && { body: sound }) });
      await scene.call(handler, {
        ...sent,
        search: new URLSearchParams({ q: personal.words, email: personal.email }).toString(),
        headers: { "user-agent": personal.email, "x-forwarded-for": personal.mobile },
        ...(spec.body && { body: filled(sound, turn) }),
      });
    }
  }
}

describe("S20: what a busy day logs", () => {
  afterAll(() => scene.world.owner.pool.query("alter table tenant.away rename to visit_type"));

  it("is one line of JSON each, with nothing of anybody and nothing of ours", async () => {
    await busyDay();
    // A fault of ours: a table that is gone.
    await scene.world.owner.pool.query("alter table tenant.visit_type rename to away");
    const visitTypes = registeredRoutes.find(({ spec }) => spec.operation === "listVisitTypes");
    if (!visitTypes) throw new Error("no such route");
    const failed = await scene.call(visitTypes, { as: "patient" });
    expect(failed.status).toBe(500);
    expect(failed.text).not.toMatch(/visit_type|relation|select|42P01|prisma| at \//i);

    expect(written.length).toBeGreaterThan(registeredRoutes.length);
    for (const line of written) {
      expect(line).toMatch(/^\{.*\}\n$/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be left
      expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f]/);
      expect(JSON.parse(line)).toMatchObject({ name: "web", time: expect.any(String) });
    }
    const all = written.join("");
    for (const text of ["xanthippe", "46701740688", "Kettle", "forged", "hurts"])
      expect(all).not.toContain(text);
    expect(all).not.toMatch(/[^\s"@]+@[^\s"@]+\.(com|org)\b/);
    expect(all).not.toMatch(/\b(select|insert into|update) /i);
    const fault = written.map((line) => JSON.parse(line)).find(({ msg }) => msg === "failed");
    expect(fault).toMatchObject({ route: "listVisitTypes", error: expect.any(String) });
    expect(failed.text).toContain(fault.request);
  }, 120_000);
});
