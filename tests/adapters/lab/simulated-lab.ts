import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { httpLab } from "@/adapters/lab/http/http-lab";
import type { Result } from "@/domain/result";
import type {
  CaseOrder,
  DeclaredPhoto,
  DeclaredScan,
  FileContent,
  LabAccess,
  LabCase,
  LabPort,
  LabRefusal,
} from "@/ports/lab";
import { type SimulatorClock, simulatorClock } from "@/simulators/clock/simulator-clock";
import { type Faults, openFaults } from "@/simulators/faults/open-faults";
import { labDdl } from "@/simulators/lab/lab-store";
import { startLab } from "@/simulators/lab/start-lab";
import { openStore } from "@/simulators/store/open-store";

export interface SimulatedLab {
  readonly baseUrl: string;
  readonly faults: Faults;
  readonly clock: SimulatorClock;
  readonly port: LabPort;
  /** Waits less long than the fault mode `slow` takes. */
  readonly impatient: LabPort;
  access(accessToken?: string, lab?: string): LabAccess;
  /** Empties the labs and adds one doctor, signed in at the clock's time, at each of the two. */
  reset(): Promise<void>;
  /** The simulator's own door. */
  load(path: string, body: object): Promise<void>;
  /** What the lab's people do with a case. */
  move(labCaseId: string, move: object): Promise<{ readonly status: number; readonly body: Said }>;
  cases(): Promise<readonly Record<string, unknown>[]>;
  log(): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

interface Said {
  readonly plan?: { readonly id: string; readonly number: number };
  readonly error?: { readonly code: string; readonly message: string };
}

export const doctorToken = "token-of-eva";

export async function simulatedLab(databaseUrl: string): Promise<SimulatedLab> {
  const store = await openStore({ url: databaseUrl, schema: "lab", ddl: labDdl });
  const faults = await openFaults({ url: databaseUrl, slowMs: 1_500 });
  const clock = simulatorClock({});
  const running = await startLab({ port: 0, host: "127.0.0.1", store, clock, faults });
  const baseUrl = `http://127.0.0.1:${running.port}`;
  const load = async (path: string, body: object) => {
    const url = `${baseUrl}/simulator/${path}`;
    const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
  const read = async (path: string) => (await fetch(`${baseUrl}${path}`)).json();
  return {
    baseUrl,
    faults,
    clock,
    port: httpLab({ timeoutMs: 10_000, uploadTimeoutMs: 15_000 }),
    impatient: httpLab({ timeoutMs: 400, uploadTimeoutMs: 400 }),
    access: (accessToken = doctorToken, lab = "alder") => ({
      intakeUrl: `${baseUrl}/labs/${lab}/v1`,
      accessToken,
    }),
    reset: async () => {
      await load("reset", {});
      const signedInAt = (await clock.now()).toString({ smallestUnit: "millisecond" });
      await load("doctors", {
        doctors: ["alder", "birch"].map((lab) => ({
          lab,
          userName: "eva",
          password: "a password of the lab",
          displayName: "Dr Eva Lind",
          lastAuthenticatedAt: signedInAt,
          lastScanAt: null,
          accessToken: lab === "alder" ? doctorToken : `${doctorToken}-${lab}`,
        })),
      });
    },
    load,
    move: async (labCaseId, move) => {
      const url = `${baseUrl}/simulator/cases/${labCaseId}/move`;
      const answer = await fetch(url, { method: "POST", body: JSON.stringify(move) });
      return { status: answer.status, body: await answer.json() };
    },
    cases: () => read("/lab/cases"),
    log: () => read("/lab/log"),
    close: async () => {
      await running.close();
      await store.close();
      await faults.close();
      await clock.close();
    },
  };
}

export interface Scan {
  readonly declared: DeclaredScan;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: FileContent;
}

export function scanOf(scanId: string, content: string): Scan {
  const bytes = new TextEncoder().encode(content);
  return {
    declared: {
      scanId,
      arch: "upper",
      format: "stl",
      byteCount: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
    bytes,
    content: (fromByte) => new Blob([bytes.subarray(fromByte)]).stream(),
  };
}

export interface Photo {
  readonly declared: DeclaredPhoto;
  readonly content: FileContent;
}

export function photoOf(photoId: string, content: string): Photo {
  const { declared, content: read } = scanOf(photoId, content);
  const { byteCount, sha256 } = declared;
  return { declared: { photoId, format: "jpeg", byteCount, sha256 }, content: read };
}

export function orderOf(
  caseNumber: string,
  scans: readonly Scan[] = [],
  photos: readonly Photo[] = [],
): CaseOrder {
  return {
    caseNumber,
    patientReference: "P-17",
    prescription: { arches: ["upper"], ipr: "if needed" },
    scans: scans.map((scan) => scan.declared),
    photos: photos.map((photo) => photo.declared),
  };
}

export function caseOf(result: Result<LabCase, LabRefusal>): LabCase {
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.detail)}`);
  return result.value;
}

export const days = (count: number) => Temporal.Duration.from({ hours: 24 * count });
