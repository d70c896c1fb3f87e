import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadEnv } from "@/env";

const example = readFileSync(".env.example", "utf8");
const explained = new Set([...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]));

it("S22: .env.example explains every key that the application reads", () => {
  const keys = readFileSync("src/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm);
  const read = [...keys].map((match) => match[1]);
  expect(read.length).toBeGreaterThan(15);
  expect(read.filter((key) => !explained.has(key))).toEqual([]);
});

it("only env.ts and what starts before it reads the environment", () => {
  const allowed =
    /^(env\.ts|proxy\.ts|simulators\/|server\/(services|web|worker)\.ts|lib\/(words|translations)\.ts)/;
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith("db/generated"),
  );
  const readers = files.filter((file) =>
    readFileSync(join("src", file), "utf8").includes("process.env"),
  );
  expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
});

it("S22: a production start without its keys names each of them", () => {
  expect(() => loadEnv({ ARCHWAY_MODE: "production" })).toThrow(
    /DATABASE_URL.*HMAC_KEY.*SMTP_URL/s,
  );
});

it("S22: production refuses an http address, the owner's role, and the demo's switches", () => {
  const key = Buffer.alloc(32, 7).toString("base64");
  const source = {
    ARCHWAY_MODE: "production",
    APP_URL: "https://portal.example.com",
    DATABASE_URL: "postgresql://archway_app@db.example.com/archway",
    QUEUE_DATABASE_URL: "postgresql://archway_queue@db.example.com/archway",
    PASSWORD_PEPPERS: `1:${key}`,
    SEALING_KEYS: `k1:${key}`,
    HMAC_KEY: key,
    SMTP_URL: "smtps://mail.example.com",
    TWILIO_ACCOUNT_SID: "AC1",
    TWILIO_AUTH_TOKEN: "x",
    TWILIO_FROM: "+15555550100",
  };
  expect(loadEnv(source).mode).toBe("production");
  expect(() => loadEnv({ ...source, APP_URL: "http://portal.example.com" })).toThrow(/APP_URL/);
  expect(() =>
    loadEnv({ ...source, DATABASE_URL: "postgresql://archway_owner@db/archway" }),
  ).toThrow(/DATABASE_URL/);
  expect(() => loadEnv({ ...source, LIMITS: "raised" })).toThrow(/LIMITS/);
  expect(() => loadEnv({ ...source, HMAC_KEY: "c2hvcnQ=" })).toThrow(/HMAC_KEY/);
});
