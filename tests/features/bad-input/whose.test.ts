import { beforeAll, describe, expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import type { PatientActor } from "@/features/access/actors";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { holdTime } from "@/features/appointments/hold-time";
import { startThread } from "@/features/messages/start-thread";
import type { RegisteredHandler } from "@/server/route";
import { type Clinic, timeAhead } from "../../support/appointments-world";
import { makePatientActor } from "../../support/people";
import { photo, upload } from "../uploads/upload-world";
import { type CallerName, expectDecent, openScene, type Sent, verdict } from "./callers";

const scene = await openScene();
const { world, clinic, neighbour, call } = scene;

/** Everything of one patient that has an id. */
interface Belongings {
  readonly patientId: string;
  readonly sessionId: string;
  readonly membershipId: string;
  readonly threadId: string;
  readonly uploadId: string;
  readonly holdId: string;
  readonly appointmentId: string;
  readonly practitionerId: string;
  readonly visitTypeId: string;
}

async function belongings({ practice, practitionerId, visitTypeId }: Clinic): Promise<Belongings> {
  const services = await world.services();
  const owner: PatientActor = await makePatientActor(world, practice.id);
  const wish = { visitTypeId, practitionerId };
  const startsAt = (clock: string) => timeAhead(services, practice, 7, clock);
  const held = await holdTime(services, owner, { ...wish, startsAt: startsAt("10:00") });
  const booked = await bookAppointment(services, owner, { ...wish, startsAt: startsAt("11:00") });
  const sent = await upload(world, owner, {
    content: await photo(),
    type: "image/jpeg",
    name: "a.jpg",
  });
  const thread = await startThread(services, owner, {
    subject: "Mine",
    body: "Mine.",
    attachmentIds: [],
  });
  if (!held.ok || !booked.ok || !sent.ok || !thread.ok) throw new Error("nothing belongs to them");
  return {
    patientId: owner.patientId,
    sessionId: owner.sessionId,
    membershipId: owner.membershipId,
    threadId: thread.value.id,
    uploadId: sent.value.id,
    holdId: held.value.id,
    appointmentId: booked.value.id,
    practitionerId,
    visitTypeId,
  };
}

interface Try {
  readonly operation: string;
  readonly as: CallerName;
  readonly sent: (theirs: Belongings) => Sent;
  /** Where a stranger's id is no missing page, because what it stands for is named in a field. */
  readonly answer?: string;
  /** The practice's own side may use what belongs to its patients. */
  readonly neighbourOnly?: true;
}

const startsAt = "2026-12-09T10:00:00Z";
const text = { subject: "Hello", body: "Hello", attachmentIds: [] };

/** Every place where an id goes into a route, with somebody else's in it. */
const tries: readonly Try[] = [
  { operation: "endSession", as: "patient", sent: ({ sessionId: id }) => ({ params: { id } }) },
  {
    operation: "chooseMembership",
    as: "staff",
    sent: ({ membershipId }) => ({ body: { membershipId } }),
  },
  {
    operation: "readTreatment",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "recordAlignerChange",
    as: "patient",
    sent: ({ patientId }) => ({ body: { patientId, stage: 2, changedOn: "2026-03-09" } }),
  },
  {
    operation: "listVisitTypes",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "listSlots",
    as: "patient",
    sent: ({ patientId }) => ({ search: `from=2026-12-01&to=2026-12-02&patientId=${patientId}` }),
  },
  {
    operation: "listSlots",
    as: "patient",
    neighbourOnly: true,
    sent: ({ visitTypeId }) => ({
      search: `from=2026-12-01&to=2026-12-02&visitTypeId=${visitTypeId}`,
    }),
  },
  {
    operation: "listSlots",
    as: "patient",
    neighbourOnly: true,
    sent: ({ practitionerId }) => ({
      search: `from=2026-12-01&to=2026-12-02&practitionerId=${practitionerId}`,
    }),
  },
  {
    operation: "holdTime",
    as: "patient",
    sent: ({ patientId }) => ({
      body: {
        visitTypeId: clinic.visitTypeId,
        practitionerId: clinic.practitionerId,
        startsAt,
        patientId,
      },
    }),
  },
  {
    operation: "holdTime",
    as: "patient",
    neighbourOnly: true,
    sent: ({ visitTypeId }) => ({
      body: { visitTypeId, practitionerId: clinic.practitionerId, startsAt },
    }),
  },
  {
    operation: "bookAppointment",
    as: "patient",
    sent: ({ patientId }) => ({
      body: {
        visitTypeId: clinic.visitTypeId,
        practitionerId: clinic.practitionerId,
        startsAt,
        patientId,
      },
    }),
  },
  {
    operation: "bookAppointment",
    as: "patient",
    neighbourOnly: true,
    sent: ({ visitTypeId, practitionerId }) => ({
      body: { visitTypeId, practitionerId, startsAt },
    }),
  },
  {
    operation: "releaseHold",
    as: "patient",
    answer: "200",
    sent: ({ holdId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "listAppointments",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "rescheduleAppointment",
    as: "patient",
    sent: ({ appointmentId: id }) => ({ params: { id }, body: { startsAt } }),
  },
  {
    operation: "cancelAppointment",
    as: "patient",
    sent: ({ appointmentId: id }) => ({ params: { id }, body: { reason: "No time" } }),
  },
  {
    operation: "createLoginLink",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { deliver: "show" } }),
  },
  {
    operation: "listThreads",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "startThread",
    as: "patient",
    sent: ({ patientId }) => ({ body: { ...text, patientId } }),
  },
  {
    operation: "startThread",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId }) => ({ body: { ...text, patientId } }),
  },
  {
    operation: "startThread",
    as: "patient",
    answer: "422 attachment_unknown",
    sent: ({ uploadId }) => ({ body: { ...text, attachmentIds: [uploadId] } }),
  },
  { operation: "readThread", as: "patient", sent: ({ threadId: id }) => ({ params: { id } }) },
  {
    operation: "readThread",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ threadId: id }) => ({ params: { id } }),
  },
  {
    operation: "sendMessage",
    as: "patient",
    sent: ({ threadId: id }) => ({ params: { id }, body: { body: "Hello" } }),
  },
  {
    operation: "sendMessage",
    as: "staff",
    neighbourOnly: true,
    sent: ({ threadId: id }) => ({ params: { id }, body: { body: "Hello" } }),
  },
  {
    operation: "markThreadRead",
    as: "patient",
    sent: ({ threadId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "markThreadRead",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ threadId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "saveDraft",
    as: "patient",
    sent: ({ threadId }) => ({ body: { threadId, body: "Hello" } }),
  },
  {
    operation: "saveDraft",
    as: "patient",
    sent: ({ patientId }) => ({ body: { patientId, body: "Hello" } }),
  },
  {
    operation: "saveDraft",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId }) => ({ body: { patientId, body: "Hello" } }),
  },
  {
    operation: "storeUpload",
    as: "patient",
    sent: ({ patientId }) => ({
      search: `patientId=${patientId}`,
      raw: "x",
      headers: { "content-type": "image/png", "x-file-name": "a.png" },
    }),
  },
  {
    operation: "storeUpload",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId }) => ({
      search: `patientId=${patientId}`,
      raw: "x",
      headers: { "content-type": "image/png", "x-file-name": "a.png" },
    }),
  },
  { operation: "viewUpload", as: "patient", sent: ({ uploadId: id }) => ({ params: { id } }) },
  {
    operation: "viewUpload",
    as: "patient",
    sent: ({ uploadId: id, patientId }) => ({ params: { id }, search: `patientId=${patientId}` }),
  },
  // Even within the practice: what hangs on no message yet is its uploader's alone.
  { operation: "viewUpload", as: "orthodontist", sent: ({ uploadId: id }) => ({ params: { id } }) },
];

let strangers: readonly { readonly whose: string; readonly theirs: Belongings }[] = [];

beforeAll(async () => {
  strangers = [
    { whose: "another patient's", theirs: await belongings(clinic) },
    { whose: "the neighbouring practice's", theirs: await belongings(neighbour) },
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
        const given = await call(route(operation), { as, ...sent(theirs) });
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
