import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { offlinePhoneLookup } from "@/adapters/phone-lookup/offline";
import { twilioPhoneLookup } from "@/adapters/phone-lookup/twilio";
import type { PhoneLookupPort } from "@/ports/phone-lookup";
import { demoAccount, phoneDdl } from "@/simulators/phone-network/message-store";
import { startPhoneNetwork } from "@/simulators/phone-network/start-phone-network";
import type { RunningSimulator } from "@/simulators/process/simulator";
import { type OutsideWorld, outsideWorld } from "../support/outside-world";

let world: OutsideWorld;
let network: RunningSimulator;
let lookups: Record<"twilio" | "offline", PhoneLookupPort>;

beforeAll(async () => {
  world = await outsideWorld({ ddl: phoneDdl });
  network = await startPhoneNetwork({ port: 0, host: "127.0.0.1", ...world });
  const apiUrl = `http://127.0.0.1:${network.port}`;
  lookups = {
    twilio: twilioPhoneLookup({ ...demoAccount, apiUrl, timeoutMs: 2_000 }),
    offline: offlinePhoneLookup(),
  };
});

afterEach(() => world.faults.set("sms", "ok"));

afterAll(async () => {
  await network.close();
  await world.close();
});

describe.each(["twilio", "offline"] as const)("S4: line types, %s", (name) => {
  it.each([
    ["+46701740605", "mobile"],
    ["+4917640690012", "mobile"],
    ["+442079460123", "landline"],
    ["+447700900123", "invalid"],
    ["0701740605", "invalid"],
    ["+1234", "invalid"],
  ])("%s is %s", async (number, type) => {
    expect(await lookups[name].lineType(number)).toEqual({ ok: true, value: type });
  });
});

describe("S4: where the numbering plan is silent", () => {
  it.each([
    ["+12125550123", "mobile"],
    ["+12125550128", "non-fixed-voip"],
    ["+12125550129", "landline"],
  ])("Lookup knows that %s is %s; offline nobody does", async (number, type) => {
    expect(await lookups.twilio.lineType(number)).toEqual({ ok: true, value: type });
    expect(await lookups.offline.lineType(number)).toEqual({
      ok: true,
      value: "fixed-line-or-mobile",
    });
  });
});

it.each([
  ["down", "unreachable"],
  ["error", "unreachable"],
  ["accept-then-drop", "unreachable"],
  ["unauthorized", "unauthorized"],
] as const)("in mode %s Lookup is %s, and the code itself decides", async (mode, reason) => {
  await world.faults.set("sms", mode);
  expect(await lookups.twilio.lineType("+12125550123")).toMatchObject({ ok: false, reason });
});
