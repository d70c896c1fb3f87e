import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import {
  applicationEnvironment,
  type Settings,
  toolEnvironment,
} from "../../../scripts/run/settings";

const folder = mkdtempSync(join(tmpdir(), "archway-environment-"));
const demo: Settings = {
  mode: "demo",
  host: "127.0.0.1",
  port: 3000,
  simulatorsPort: 3900,
  dataFolder: folder,
  appUrl: "http://localhost:3000",
};
const addresses = {
  app: "postgresql://archway_app@db/archway",
  owner: "postgresql://archway_owner@db/archway",
  queue: "postgresql://archway_queue@db/archway",
  simulators: "postgresql://archway_simulators@db/simulators",
};

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it("S12: web and worker never see the owner's address, and leave no room for Next to read it from .env", () => {
  vi.stubEnv("DATABASE_OWNER_URL", addresses.owner);
  vi.stubEnv("CLOCK_DATABASE_URL", addresses.owner);
  vi.stubEnv("FILES_DIR", undefined);
  const application = applicationEnvironment({ ...demo, mode: "production" }, addresses);
  expect(Object.values(application)).not.toContain(addresses.owner);
  // Next fills in what is undefined, and leaves what is empty.
  expect(application).toMatchObject({ DATABASE_OWNER_URL: "", CLOCK_DATABASE_URL: "" });
  expect(application).toMatchObject({ DATABASE_URL: addresses.app, FILES_DIR: "" });
  expect(toolEnvironment(demo, addresses)).toMatchObject({ DATABASE_OWNER_URL: addresses.owner });
});

it("S22: the demo fills in what nobody set, an empty key included; production fills in nothing", () => {
  vi.stubEnv("SMTP_URL", "");
  vi.stubEnv("HMAC_KEY", undefined);
  vi.stubEnv("TWILIO_FROM", "+15555550100");
  const filled = applicationEnvironment(demo, addresses);
  expect(filled).toMatchObject({ SMTP_URL: "smtp://127.0.0.1:3901", TWILIO_FROM: "+15555550100" });
  expect(filled.HMAC_KEY).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  const production = applicationEnvironment({ ...demo, mode: "production" }, addresses);
  expect(production).toMatchObject({ SMTP_URL: "", TWILIO_FROM: "+15555550100" });
  expect(production.HMAC_KEY).toBeUndefined();
});
