import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { actionsOf, auditKinds, kindOf } from "@/features/audit/action-kinds";
import { auditActions } from "@/features/audit/actions";
import { wordsOf } from "@/lib/words";

const sources = readdirSync("src/features", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("audit/action"))
  .map((name) => readFileSync(join("src/features", name), "utf8"))
  .join("\n");

it.each(auditKinds)("S19: each action of the kind %s is written by some use case", (kind) => {
  const actions = actionsOf(kind);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !sources.includes(`"${action}"`))).toEqual([]);
});

it.each([
  ["login.succeeded", "login"],
  ["login.password_failed", "failure"],
  ["login.locked", "lock"],
  ["record.viewed", "view"],
  ["record.changed", "change"],
  ["audit.exported", "export"],
  ["data.exported", "export"],
  ["login_link.created", "link"],
  ["guardian.invited", "role"],
  ["admin.invited", "role"],
] as const)("S19: %s is searched for as %s", (action, kind) => {
  expect(kindOf(action)).toBe(kind);
});

it("R53: each action is told in words", () => {
  const words = wordsOf("en").audit;
  const said = (action: string) =>
    `actions.${action}`
      .split(".")
      .reduce<unknown>(
        (at, part) =>
          typeof at === "object" && at !== null
            ? Object.entries(at).find(([name]) => name === part)?.[1]
            : undefined,
        words,
      );
  const silent = auditActions.filter((action) => {
    const text = said(action);
    return typeof text !== "string" || text === action;
  });
  expect(silent).toEqual([]);
});
