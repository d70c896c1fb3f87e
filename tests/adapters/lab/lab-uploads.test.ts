import { request } from "node:http";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { receiveFile } from "@/simulators/lab/scan-files";
import { testDatabase } from "../../support/test-database";
import {
  caseOf,
  orderOf,
  photoOf,
  type Scan,
  type SimulatedLab,
  scanOf,
  simulatedLab,
} from "./simulated-lab";

const database = await testDatabase();
const scan = scanOf("upper-1", "0123456789abcdef".repeat(100_000));
const half = 800_000;
let lab: SimulatedLab;
let labCaseId: string;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
});
afterAll(() => lab.close());
beforeEach(async () => {
  await lab.reset();
  const order = orderOf("U-1", [scan]);
  labCaseId = caseOf(await lab.port.submitCase(lab.access(), order, "key")).labCaseId;
});
afterEach(() => lab.faults.set("lab", "ok"));

const address = () => `${lab.access().intakeUrl}/cases/${labCaseId}/scans/${scan.declared.scanId}`;
const bearer = () => ({ authorization: `Bearer ${lab.access().accessToken}` });
const upload = (from: Scan = scan) =>
  lab.port.uploadScan(lab.access(), labCaseId, scan.declared, from.content);

async function held(): Promise<number> {
  const answer = await fetch(address(), { method: "HEAD", headers: bearer() });
  return Number(answer.headers.get("upload-offset"));
}

const put = (from: number, to: number, headers: Record<string, string> = {}) =>
  fetch(address(), {
    method: "PUT",
    body: scan.bytes.subarray(from, to),
    headers: {
      ...bearer(),
      "content-range": `bytes ${from}-${to - 1}/${scan.bytes.length}`,
      ...headers,
    },
  });

/** Sends the first bytes of the scan and dies: no end, no goodbye. */
async function sendAndDie(bytes: number): Promise<void> {
  const sending = request(address(), { method: "PUT", headers: bearer() });
  sending.on("error", () => {});
  sending.write(scan.bytes.subarray(0, bytes));
  await expect.poll(held, { timeout: 10_000 }).toBe(bytes);
  sending.destroy();
}

/** What a port asks of a scan's content: from which byte on. */
function asked(): { readonly fromBytes: number[]; readonly scan: Scan } {
  const fromBytes: number[] = [];
  const content = (fromByte: number) => {
    fromBytes.push(fromByte);
    return scan.content(fromByte);
  };
  return { fromBytes, scan: { ...scan, content } };
}

it("R41: photos go beside scans, and the case is received with the last of both", async () => {
  const photo = photoOf("front-1", "a photo");
  const order = orderOf("U-2", [scan], [photo]);
  const access = lab.access();
  const { labCaseId: id } = caseOf(await lab.port.submitCase(access, order, "with photos"));
  const sent = await lab.port.uploadPhoto(access, id, photo.declared, photo.content);
  expect(caseOf(sent)).toMatchObject({
    status: "awaiting_scans",
    receivedPhotoIds: ["front-1"],
    receivedScanIds: [],
  });
  const whole = await lab.port.uploadScan(access, id, scan.declared, scan.content);
  expect(caseOf(whole)).toMatchObject({ status: "received", receivedScanIds: ["upper-1"] });
});

describe("R46: an upload that was killed", () => {
  it("goes on with the byte after the last one the lab has", async () => {
    await sendAndDie(half);
    const { fromBytes, scan: counted } = asked();
    expect(caseOf(await upload(counted))).toMatchObject({
      status: "received",
      receivedScanIds: ["upper-1"],
    });
    expect(fromBytes).toEqual([half]);
  });

  it("goes on after the lab itself was killed too", async () => {
    await sendAndDie(half);
    const again = await simulatedLab(database.owner);
    const { fromBytes, scan: counted } = asked();
    const access = again.access();
    const sent = await again.port.uploadScan(access, labCaseId, scan.declared, counted.content);
    await again.close();
    expect(caseOf(sent).status).toBe("received");
    expect(fromBytes).toEqual([half]);
  });

  it("is not ended by the connection that died unheard: the later upload takes over", async () => {
    const hanging = request(address(), { method: "PUT", headers: bearer() });
    const isCutOff = new Promise((resolve) => hanging.once("error", resolve));
    hanging.write(scan.bytes.subarray(0, half));
    await expect.poll(held, { timeout: 10_000 }).toBe(half);
    expect(caseOf(await upload()).status).toBe("received");
    await isCutOff;
  });

  it("begins anew when the bytes that came together are not the scan's", async () => {
    await fetch(address(), {
      method: "PUT",
      body: new Uint8Array(half),
      headers: {
        ...bearer(),
        "content-range": `bytes 0-${half - 1}/${scan.bytes.length}`,
      },
    });
    expect(await held()).toBe(half);
    expect(await upload()).toMatchObject({ reason: "refused", detail: { code: "scan_damaged" } });
    expect(await held()).toBe(0);
    expect(caseOf(await upload()).status).toBe("received");
  });
});

describe("S15: byte count and SHA-256", () => {
  it("refuses too little, too much, and the right number of other bytes", async () => {
    for (const bytes of [
      scan.bytes.subarray(0, half),
      new Uint8Array(scan.bytes.length + 1),
      new Uint8Array(scan.bytes.length),
    ]) {
      const answer = await fetch(address(), { method: "PUT", body: bytes, headers: bearer() });
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ error: { code: "scan_damaged" } });
    }
    expect(await lab.cases()).toMatchObject([{ status: "awaiting_scans", receivedScans: 0 }]);
  });

  it("takes a scan in parts, each where the former ended, and refuses a gap", async () => {
    const first = await put(0, half);
    expect([first.status, first.headers.get("upload-offset")]).toEqual([202, String(half)]);
    const gap = await put(half + 1, scan.bytes.length);
    expect([gap.status, gap.headers.get("upload-offset")]).toEqual([409, String(half)]);
    expect((await put(half, scan.bytes.length)).status).toBe(200);
    expect(await held()).toBe(scan.bytes.length);
  });

  it("refuses a range that cannot be", async () => {
    for (const range of ["bytes 5-4/1600000", "bytes 0-9/10", "bytes 0-1600000/1600000", "all"]) {
      expect((await put(0, 10, { "content-range": range })).status).toBe(400);
    }
  });
});

describe("S17: the answer to an upload is lost", () => {
  it("is unclear, and the next try finds the scan there without sending a byte", async () => {
    await lab.faults.set("lab", "accept-then-drop");
    expect(await upload()).toMatchObject({ ok: false, reason: "unclear" });
    await lab.faults.set("lab", "ok");
    const { fromBytes, scan: counted } = asked();
    expect(caseOf(await upload(counted)).status).toBe("received");
    expect(fromBytes).toEqual([]);
    expect((await lab.log()).filter(({ event }) => event === "scan")).toHaveLength(1);
  });

  it.each([
    ["down", "transient"],
    ["error", "transient"],
    ["unauthorized", "unauthorized"],
  ] as const)("%s: %s, and nothing was sent", async (mode, reason) => {
    await lab.faults.set("lab", mode);
    const { fromBytes, scan: counted } = asked();
    expect(await upload(counted)).toMatchObject({ ok: false, reason });
    expect(fromBytes).toEqual([]);
  });

  it("takes one of three uploads at once; the others are to be tried again", async () => {
    const all = await Promise.all([upload(), upload(), upload()]);
    expect(all.some((one) => one.ok)).toBe(true);
    expect(all.every((one) => one.ok || ["unclear", "transient"].includes(one.reason))).toBe(true);
    expect((await lab.log()).filter(({ event }) => event === "scan")).toHaveLength(1);
    expect(caseOf(await upload()).receivedScanIds).toEqual(["upper-1"]);
  });

  it("sends a scan once more whose last byte came before the lab died, and which it never took in", async () => {
    const { scanId, byteCount } = scan.declared;
    const stream = Readable.from([Buffer.from(scan.bytes)]);
    await receiveFile({ caseId: labCaseId, scanId, fromByte: 0, toByte: byteCount, stream });
    expect(await held()).toBe(byteCount);
    expect(caseOf(await upload()).receivedScanIds).toEqual(["upper-1"]);
  });

  it("takes no scan of a cancelled case", async () => {
    const order = orderOf("U-2", [scan]);
    const other = caseOf(await lab.port.submitCase(lab.access(), order, "key-2")).labCaseId;
    caseOf(await lab.port.cancelCase(lab.access(), other, "Entered twice"));
    const late = await lab.port.uploadScan(lab.access(), other, scan.declared, scan.content);
    expect(late).toMatchObject({ reason: "refused", detail: { code: "case_cancelled" } });
  });
});
