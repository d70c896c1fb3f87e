import { expect, test } from "vitest";
import { toInstant } from "@/db/time";
import { loginLinkState } from "@/domain/registration/login-link";
import { demo, now, practice } from "./made-demo";

test("R7: login links in each state", () => {
  const { making } = practice("northgate");
  const instant = (value: Date | string | null | undefined) =>
    value == null ? null : toInstant(new Date(value));
  const states = making.rows.of("tenant.login_link").map((row) =>
    loginLinkState(
      {
        createdAt: toInstant(new Date(row.createdAt)),
        openedAt: instant(row.openedAt),
        usedAt: instant(row.usedAt),
        replacedAt: instant(row.replacedAt),
      },
      now,
    ),
  );
  expect(new Set(states)).toEqual(new Set(["sent", "opened", "used", "expired", "replaced"]));
});

test("R8: a failed registration of each cause", () => {
  const { making } = practice("northgate");
  const causes = new Set(making.rows.of("tenant.failed_registration").map(({ cause }) => cause));
  expect(causes.size).toBe(9);
});

test("messages are in the order of their numbers, and counts are true", () => {
  for (const { making } of demo.practices) {
    for (const thread of making.rows.of("tenant.thread")) {
      const said = making.rows
        .of("tenant.message")
        .filter(({ threadId }) => threadId === thread.id);
      expect(said).toHaveLength(thread.messageCount ?? 0);
      const times = said.map(({ sentAt }) => new Date(sentAt).getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBe(new Date(thread.lastMessageAt).getTime());
    }
  }
});
