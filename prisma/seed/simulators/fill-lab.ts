import type { LabCaseStatus } from "@/ports/lab";
import { digestOf } from "@/simulators/lab/digest";
import { caseTables, labDdl } from "@/simulators/lab/lab-store";
import { answerLoader } from "@/simulators/lab/loader";
import { openStore, type Store } from "@/simulators/store/open-store";
import type { PracticeMade } from "../fill-practice";
import type { CaseMade } from "../labs/cases";
import type { DemoLab } from "../labs/demo-labs";

/** What every demo orthodontist types at a lab's own sign-in. */
export const demoLabPassword = "demo-lab-password";

/** The simulated labs: their rules, the orthodontists' sign-ins there, and the cases that reached them. */
export async function fillLab(
  url: string,
  practices: readonly PracticeMade[],
  labs: readonly DemoLab[],
): Promise<void> {
  const store = await openStore({ url, schema: "lab", ddl: labDdl });
  try {
    await store.query(`truncate ${caseTables}`);
    await load(store, practices, "labs", {
      labs: labs.map((lab) => ({
        key: lab.key,
        name: lab.name,
        reauthenticateEveryDays: lab.periodicDays,
        inactiveAfterDays: lab.inactiveDays,
        cutOver: { at: lab.cutOverAt.toString(), countsFrom: lab.cutOverCountsFrom.toString() },
      })),
    });
    await load(store, practices, "doctors", {
      doctors: practices.flatMap((one) => doctors(one, labs)),
    });
    for (const { cases } of practices) for (const one of cases) await insertCase(store, one);
  } finally {
    await store.close();
  }
}

async function load(
  store: Store,
  practices: readonly PracticeMade[],
  name: string,
  body: object,
): Promise<void> {
  const now = practices[0]?.making.now;
  if (!now) return;
  const answer = await answerLoader(store, name, JSON.stringify(body), now);
  if (answer.status !== 200) throw new Error(`The simulated lab refused ${name}.`);
}

/** Every orthodontist has a user at both labs, connected or not. */
function doctors({ clinic, connections }: PracticeMade, labs: readonly DemoLab[]) {
  return clinic.orthodontists.flatMap((orthodontist) =>
    labs.map((lab) => {
      const made = connections.find(
        (one) => one.lab.key === lab.key && one.orthodontist.loginId === orthodontist.loginId,
      );
      return {
        lab: lab.key,
        userName: orthodontist.loginName,
        password: demoLabPassword,
        displayName: `Dr ${orthodontist.name}`,
        lastAuthenticatedAt: made?.lastAuthenticatedAt?.toString() ?? null,
        lastScanAt: made?.lastAcceptedScanAt?.toString() ?? null,
        ...(made && !made.isRefused ? { accessToken: made.accessToken } : {}),
      };
    }),
  );
}

/** With the id that Archway's own row names, which the loader does not take. */
async function insertCase(store: Store, made: CaseMade): Promise<void> {
  if (made.labCaseId === null || made.sentAt === null) return;
  const { number: caseNumber, patientReference, prescription } = made;
  const scans = made.scans.map((scan) => ({ ...scan, format: "stl" }));
  const order = { caseNumber, patientReference, prescription, scans };
  await store.query(
    `insert into lab_case (id, doctor_id, case_number, idempotency_key, order_digest, patient_reference,
       prescription, status, created_at, received_at, updated_at)
     select $1, id, $4, $5, $6, $7, $8, $9, $10, $11, $12 from doctor where lab_key = $2 and user_name = $3`,
    [
      made.labCaseId,
      made.connection.lab.key,
      made.connection.userName,
      caseNumber,
      made.idempotencyKey,
      digestOf(order),
      patientReference,
      JSON.stringify(prescription),
      labStatus(made),
      made.sentAt.toString(),
      made.receivedAt?.toString() ?? null,
      made.updatedAt.toString(),
    ],
  );
  for (const { scanId, arch, format, byteCount, sha256 } of scans) {
    await store.query(
      `insert into scan (case_id, scan_id, arch, format, byte_count, sha256, received_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        made.labCaseId,
        scanId,
        arch,
        format,
        byteCount,
        sha256,
        // Sent and not confirmed: all of it is there, and the lab has not said so.
        (made.receivedAt ?? made.sentAt).toString(),
      ],
    );
  }
  for (const [i, { id, status, at, reason, plan, tracking }] of made.reports.entries()) {
    await store.query(
      `insert into report (id, case_id, sequence, status, at, reason, plan, tracking)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        made.labCaseId,
        i + 1,
        status,
        at.toString(),
        reason,
        plan ? JSON.stringify(plan) : null,
        tracking,
      ],
    );
  }
}

/** As the lab knows it: its own last move, or the orthodontist's after it. */
function labStatus({ state, reports }: CaseMade): LabCaseStatus {
  if (state === "approved" || state === "cancelled") return state;
  return reports.at(-1)?.status ?? "awaiting_scans";
}
