import { expect, test } from "vitest";
import { toInstant } from "@/db/time";
import { labConnectionStatus } from "@/domain/lab-connection/status";
import { demo, now } from "./made-demo";

test("R43, R44: lab connections in each state", () => {
  const states = demo.practices.flatMap(({ connections, making }) =>
    making.rows.of("tenant.lab_connection").map((row) => {
      const made = connections.find(({ id }) => id === row.id);
      if (!made) throw new Error("a connection nobody made");
      const instant = (value: Date | string | null | undefined) =>
        value == null ? null : toInstant(new Date(value));
      const status = labConnectionStatus(
        {
          lastAuthenticatedAt: instant(row.lastAuthenticatedAt),
          lastAcceptedScanAt: instant(row.lastAcceptedScanAt),
          disabledAt: instant(row.disabledAt),
          refusedByLabAt: instant(row.refusedByLabAt),
          policy: {
            periodicDays: made.lab.periodicDays,
            inactiveDays: made.lab.inactiveDays,
            cutOver: { at: made.lab.cutOverAt, countsFrom: made.lab.cutOverCountsFrom },
          },
        },
        now,
      );
      return status.state === "reauthentication_required" ? status.reason : status.state;
    }),
  );
  const wanted = [
    "connected",
    "expiring",
    "inactive",
    "periodic",
    "cut_over",
    "refused_by_lab",
    "disabled",
  ];
  for (const state of wanted) expect(states).toContain(state);
  // Five orthodontists, two labs: one pair was never connected.
  expect(states).toHaveLength(9);
});

test("R44: the second lab's cut-over is ten days ahead", () => {
  const [shipped, second] = demo.labs;
  expect(shipped?.cutOverAt.toString()).toBe("2026-02-26T05:00:00Z");
  const days = (second?.cutOverAt.epochMilliseconds ?? 0) - now.epochMilliseconds;
  expect(days / 86_400_000).toBeGreaterThanOrEqual(10);
  expect(days / 86_400_000).toBeLessThan(10.05);
});
