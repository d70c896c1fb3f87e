import { beforeAll, describe, expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import type { RegisteredHandler } from "@/server/route";
import { type Belongings, belongings } from "./belongings";
import { expectDecent, openScene, verdict } from "./callers";
import { accountTries } from "./whose-account";
import { adjustmentTries } from "./whose-adjustments";
import { appointmentTries } from "./whose-appointments";
import { careTries } from "./whose-care";
import { caseTries } from "./whose-cases";
import { checkInTries } from "./whose-check-ins";
import { caseDeliveryTries } from "./whose-deliveries";
import { deskTries } from "./whose-desk";
import { diaryTries } from "./whose-diary";
import { factorTries } from "./whose-factors";
import { guardianTries } from "./whose-guardians";
import { labTries } from "./whose-labs";
import { messageTries } from "./whose-messages";
import { peopleTries } from "./whose-people";
import { planTries } from "./whose-plan";
import { problemTries } from "./whose-problems";
import { reminderTries } from "./whose-reminders";
import { scanTries } from "./whose-scans";
import { settingsTries } from "./whose-settings";
import { treatmentTries } from "./whose-treatment";
import { waitingListTries } from "./whose-waiting-list";

const scene = await openScene();
const { world, clinic, neighbour, call } = scene;
const tries = [
  ...accountTries,
  ...factorTries,
  ...deskTries,
  ...treatmentTries,
  ...adjustmentTries,
  ...appointmentTries,
  ...diaryTries,
  ...messageTries,
  ...guardianTries,
  ...waitingListTries,
  ...settingsTries,
  ...planTries,
  ...reminderTries,
  ...problemTries,
  ...careTries,
  ...checkInTries,
  ...labTries,
  ...scanTries,
  ...caseDeliveryTries,
  ...caseTries,
  ...peopleTries,
];

let strangers: readonly { readonly whose: string; readonly theirs: Belongings }[] = [];

beforeAll(async () => {
  strangers = [
    { whose: "another patient's", theirs: await belongings(world, clinic) },
    { whose: "the neighbouring practice's", theirs: await belongings(world, neighbour) },
  ];
});

function route(operation: string): RegisteredHandler {
  const found = registeredRoutes.find(({ spec }) => spec.operation === operation);
  if (!found) throw new Error(`no route is called ${operation}`);
  return found;
}

describe("S12: another's id answers like a missing one", () => {
  it.each(tries)(
    "$operation, as $as (%#)",
    async ({ operation, as, sent, answer, neighbourOnly }) => {
      for (const { whose, theirs } of strangers) {
        if (neighbourOnly && whose === "another patient's") continue;
        const given = await call(route(operation), { as, ...sent(theirs, clinic) });
        expectDecent(given, whose);
        expect(verdict(given), whose).toBe(answer ?? "404 not_found");
        expect(given.text, whose).not.toContain("Mine");
        if (answer === "200") expect(JSON.parse(given.text)).toEqual({ released: false });
      }
    },
  );

  it("leaves out no route that an id goes into", () => {
    const tried = new Set(tries.map(({ operation }) => operation));
    const named = registeredRoutes
      .map(({ spec }) => spec)
      .filter(({ params, query, body }) =>
        [params, query, body].some((part) =>
          Object.keys(part?.shape ?? {}).some((name) => /^id$|Ids?$/.test(name)),
        ),
      )
      .map(({ operation }) => operation);
    expect(named.filter((operation) => !tried.has(operation))).toEqual([]);
  });

  it("nothing of theirs has changed by it", async () => {
    for (const { theirs } of strangers) {
      const { rows } = await world.owner.pool.query(
        `select (select count(*)::int from identity.session where id = $1 and ended_at is null) as sessions,
          (select count(*)::int from identity.token where purpose = 'login_link') as links`,
        [theirs.sessionId],
      );
      expect(rows).toEqual([{ sessions: 1, links: 0 }]);
    }
  });
});
