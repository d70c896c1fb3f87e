import { serveWorker } from "@/features/offline/serve-worker";

/** The worker that shows notices; it keeps nothing and answers for no page. */
export function GET(): Promise<Response> {
  return serveWorker("push-worker");
}
