import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadEnv, modeOf } from "@/env";

const key = () => randomBytes(32).toString("base64");
const shared = key();

/** What a real operator might set. */
const sound: Readonly<Record<string, string>> = {
  ARCHWAY_MODE: "production",
  APP_URL: "https://portal.example.com",
  DATABASE_URL: "postgresql://archway_app:x@db.example.com/archway",
  QUEUE_DATABASE_URL: "postgresql://archway_queue:x@db.example.com/archway",
  PASSWORD_PEPPERS: `2:${key()},1:${key()}`,
  SEALING_KEYS: `k1:${shared}`,
  HMAC_KEY: key(),
  SMTP_URL: "smtps://user:password@mail.example.com:465",
  TWILIO_ACCOUNT_SID: `AC${"0a".repeat(16)}`,
  TWILIO_AUTH_TOKEN: "1b".repeat(16),
  TWILIO_FROM: "+15555550100",
};

/** The words a start with these keys ends with; empty when it does not. */
function refusal(changes: Readonly<Record<string, string | undefined>>): string {
  try {
    loadEnv({ ...sound, ...changes });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

/** The lines below the first that begin with a key. */
const named = (words: string) =>
  words
    .split("\n")
    .slice(1)
    .map((line) => /^ {2}- ([A-Z_]+)/.exec(line)?.[1]);

describe("S22: what production refuses to start with, by name and with a remedy", () => {
  it("starts with everything in its place", () => {
    expect(loadEnv(sound)).toMatchObject({
      mode: "production",
      appUrl: "https://portal.example.com",
    });
    expect(refusal({ TWILIO_FROM: `MG${"0a".repeat(16)}`, SMTP_URL: "smtp://localhost:25" })).toBe(
      "",
    );
    expect(refusal({ APP_URL: "https://portal.example.com/" })).toBe("");
  });

  it.each([
    "DATABASE_URL",
    "QUEUE_DATABASE_URL",
    "PASSWORD_PEPPERS",
    "SEALING_KEYS",
    "HMAC_KEY",
    "SMTP_URL",
    "TWILIO_ACCOUNT_SID",
    "TWILIO_AUTH_TOKEN",
    "TWILIO_FROM",
  ])("%s missing, or empty", (name) => {
    for (const value of [undefined, ""]) {
      const words = refusal({ [name]: value });
      expect(named(words)).toEqual([name]);
      expect(words).toContain(`${name} is missing: `);
    }
  });

  it("all of them at once, when nothing is set", () => {
    const nothing = Object.fromEntries(Object.keys(sound).map((name) => [name, ""]));
    const words = named(refusal({ ...nothing, ARCHWAY_MODE: "production" }));
    expect(words).toEqual(expect.arrayContaining(["DATABASE_URL", "HMAC_KEY", "SMTP_URL"]));
  });

  it.each<[what: string, name: string, value: string | undefined, remedy: RegExp]>([
    ["no address", "APP_URL", undefined, /https address/],
    ["http", "APP_URL", "http://portal.example.com", /proxy with TLS/],
    ["http on this machine", "APP_URL", "http://localhost:3000", /https/],
    ["a path behind it", "APP_URL", "https://example.com/portal", /origin alone/],
    ["the owner's role", "DATABASE_URL", "postgresql://archway_owner@db/archway", /archway_app/],
    ["the superuser", "DATABASE_URL", "postgresql://postgres@db/archway", /archway_app/],
    ["16 bytes", "HMAC_KEY", randomBytes(16).toString("base64"), /openssl rand/],
    ["31 bytes", "HMAC_KEY", randomBytes(31).toString("base64"), /openssl rand/],
    ["words", "HMAC_KEY", "change me", /openssl rand/],
    [
      "31 bytes for notices",
      "VAPID_PRIVATE_KEY",
      randomBytes(31).toString("base64"),
      /openssl rand/,
    ],
    ["32 times the same byte", "HMAC_KEY", Buffer.alloc(32, 7).toString("base64"), /not random/],
    ["a key of another purpose", "HMAC_KEY", shared, /same as SEALING_KEYS/],
    ["16 bytes", "SEALING_KEYS", `k1:${randomBytes(16).toString("base64")}`, /openssl rand/],
    ["zeros", "SEALING_KEYS", `k1:${Buffer.alloc(32).toString("base64")}`, /not random/],
    [
      "a weak former key",
      "SEALING_KEYS",
      `k2:${key()},k1:${Buffer.alloc(32).toString("base64")}`,
      /not random/,
    ],
    ["no id", "PASSWORD_PEPPERS", key(), /1:KEY/],
    ["a word for an id", "PASSWORD_PEPPERS", `first:${key()}`, /whole numbers/],
    ["33 bytes", "PASSWORD_PEPPERS", `1:${randomBytes(33).toString("base64")}`, /openssl rand/],
    ["the demo's mailbox", "SMTP_URL", "smtp://127.0.0.1:3901", /real mail server/],
    ["the demo's mailbox by name", "SMTP_URL", "smtp://localhost:3901", /real mail server/],
    ["another protocol", "SMTP_URL", "https://mail.example.com", /smtps:/],
    ["the example's account", "TWILIO_ACCOUNT_SID", "AC…", /32 hexadecimal/],
    ["a short token", "TWILIO_AUTH_TOKEN", "x", /too short/],
    ["a name for a sender", "TWILIO_FROM", "Practice", /E\.164/],
    ["the demo's phone network", "TWILIO_API_URL", "http://127.0.0.1:3902", /demo only/],
    ["the demo's limits", "LIMITS", "raised", /demo only/],
  ])("%s: %s", (_what, name, value, remedy) => {
    const words = refusal({ [name]: value });
    expect(named(words)).toContain(name);
    expect(words).toMatch(remedy);
    // What was typed may be a secret.
    if (value !== undefined && value.length > 20 && !value.includes("//"))
      expect(words).not.toContain(value);
  });

  it("the application's role under the owner's other name", () => {
    const words = refusal({
      DATABASE_OWNER_URL: "postgresql://portal@db/archway",
      DATABASE_URL: "postgresql://portal@db/archway",
    });
    expect(named(words)).toEqual(["DATABASE_URL"]);
  });

  it("names everything that is wrong at once", () => {
    const words = refusal({ APP_URL: "http://x.example.com", LIMITS: "raised", TWILIO_FROM: "me" });
    expect(named(words)).toEqual(["APP_URL", "TWILIO_FROM", "LIMITS"]);
  });
});

describe("S22: ARCHWAY_MODE", () => {
  const database = "postgresql://archway_app@db/archway";
  it.each<[string, Readonly<Record<string, string>>, "demo" | "production"]>([
    ["nothing set", {}, "demo"],
    ["an http address", { APP_URL: "http://localhost:3000" }, "demo"],
    ["an https address", { APP_URL: "https://portal.example.com" }, "production"],
    ["an https address in capitals", { APP_URL: "HTTPS://PORTAL.EXAMPLE.COM" }, "production"],
    ["a database", { DATABASE_URL: database }, "production"],
    ["both", { DATABASE_URL: database, APP_URL: "https://portal.example.com" }, "production"],
    ["demo, said", { ARCHWAY_MODE: "demo", DATABASE_URL: database }, "demo"],
    ["production, said", { ARCHWAY_MODE: "production" }, "production"],
    ["empty words", { ARCHWAY_MODE: "", DATABASE_URL: "", APP_URL: "" }, "demo"],
  ])("with %s it is %s", (_what, source, mode) => {
    expect(modeOf(source)).toBe(mode);
  });

  it("refuses any other word", () => {
    expect(() => modeOf({ ARCHWAY_MODE: "staging" })).toThrow(/demo or production/);
  });
});
