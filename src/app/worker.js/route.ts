import { serveWorker } from "@/features/offline/serve-worker";

/** The worker of patients' pages. */
export function GET(): Promise<Response> {
  return serveWorker("worker");
}
