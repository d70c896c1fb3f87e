import * as z from "zod";
import { isDatabaseAway } from "@/db/errors";
import { inPractice } from "@/db/transaction";
import { enqueue } from "@/jobs/queue";
import { jsonOf } from "@/lib/json-of";
import { readLimited } from "@/lib/read-limited";
import { verifyLabSignature } from "@/security/lab-signature";
import { jobServices, type Runtime, runtime } from "@/server/services";
import { reportSecret } from "./register-reports";

const longestBodyBytes = 16_000;
const addressed = z.object({
  labKey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  connectionId: z.uuid(),
  practice: z.uuid(),
});
const told = z.object({ caseId: z.string().min(1).max(200) });

/**
 * A lab's webhook: something happened to a case (R48). Outside of route(): it comes from another origin and proves itself
 * by its signature over the body (S13). Its word is not taken: a job reads the case at the lab, so a repeat or an old one
 * does nothing. 404 for another address, 403 unsigned, wrongly or too long ago, 400 unreadable, 204.
 */
export async function receiveLabReport(
  request: Request,
  params: Readonly<Record<string, unknown>>,
  app: Runtime = runtime(),
): Promise<Response> {
  const { db, log } = app;
  const practice = new URL(request.url).searchParams.get("practice");
  const address = addressed.safeParse({ ...params, practice });
  const body = await readLimited(request, longestBodyBytes);
  if (body === null) return answer(413);
  if (!address.success) return answer(404);
  const { labKey, connectionId, practice: practiceId } = address.data;
  try {
    const services = await jobServices(app, "lab report");
    return await inPractice(db, practiceId, async (tx) => {
      const row = await tx.labConnection.findFirst({
        where: { practiceId, id: connectionId },
        select: { id: true, labId: true, webhookSealedSecret: true },
      });
      const lab = row && (await tx.lab.findUnique({ where: { id: row.labId } }));
      const secret = row && reportSecret(services, row);
      if (!secret || lab?.key !== labKey) return answer(404);
      const signature = request.headers.get("lab-signature");
      const checked = verifyLabSignature(secret, signature, body, services.now);
      if (!checked.ok) return answer(403);
      const report = told.safeParse(jsonOf(body));
      if (!report.success) return answer(400);
      const labCaseId = report.data.caseId;
      await enqueue(tx, "read_lab_case", { practiceId, connectionId, labCaseId });
      return answer(204);
    });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    log.warn({ connection: connectionId }, "a lab's report found the database away");
    return answer(503);
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}
