import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followLab } from "@/features/cases/delivery/follow-lab";
import { readLabCase } from "@/features/cases/delivery/read-lab-case";
import { receiveLabReport } from "@/features/cases/delivery/receive-lab-report";
import { openWorld } from "../../../support/world";
import { openCaseWorld, type Scene } from "./case-world";

const world = await openWorld();
const cases = openCaseWorld(world);

/** Archway's own address for reports: takes each as the web process does, and reads the case as the worker then does. */
const answers: number[] = [];
const archway = createServer(async (incoming, response) => {
  let body = "";
  for await (const part of incoming) body += part;
  const url = new URL(incoming.url ?? "/", "http://localhost:3000");
  const [, , , labKey, , connectionId = ""] = url.pathname.split("/");
  const headers = { "lab-signature": String(incoming.headers["lab-signature"]) };
  const request = new Request(url, { method: "POST", body, headers });
  const { status } = await receiveLabReport(request, { labKey, connectionId }, world.runtime);
  if (status === 204) {
    const practiceId = url.searchParams.get("practice") ?? "";
    const labCaseId = JSON.parse(body).caseId;
    await readLabCase(await cases.jobs(), { practiceId, connectionId, labCaseId });
  }
  answers.push(status);
  response.writeHead(status).end();
});
let appUrl = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => archway.listen(0, "127.0.0.1", resolve));
  const address = archway.address();
  appUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  archway.close();
  archway.closeAllConnections();
});

/** A received case whose reports come to that address. */
async function listening(scene: Scene) {
  const subject = await cases.received(scene);
  const services = await cases.jobs();
  const { practiceId } = subject;
  const { connectionId } = scene;
  await followLab({ ...services, env: { ...services.env, appUrl } }, { practiceId, connectionId });
  answers.length = 0;
  return subject;
}

const until = { timeout: 15_000 };

describe("R48: a lab that tells twice, or the later first", () => {
  it.each(["ok", "duplicate-webhook", "out-of-order-webhook"] as const)(
    "%s: every report is taken once, in the lab's order",
    async (mode) => {
      const scene = await cases.scene();
      const subject = await listening(scene);
      await cases.lab().faults.set("lab", mode);
      await subject.moves({ status: "in_review" }, { status: "planning" });
      await subject.moves({ status: "plan_ready" });
      const told = mode === "duplicate-webhook" ? 6 : 3;
      await expect.poll(() => answers.length, until).toBe(told);
      expect(new Set(answers)).toEqual(new Set([204]));
      const { state, caseEvents, labPlanReviews } = await cases.case(subject);
      expect(state).toBe("plan_ready");
      expect(caseEvents.map(({ event }) => event).slice(3)).toEqual([
        "start_review",
        "start_planning",
        "present_plan",
      ]);
      expect(labPlanReviews).toMatchObject([{ number: 1 }]);
      expect(await cases.mails(subject)).toEqual(["case_reported"]);
    },
  );
});
