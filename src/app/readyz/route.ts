import { isReady } from "@/server/route";

export const dynamic = "force-dynamic";

/** The database answers (S21). */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return ready
    ? Response.json({ status: "ok" })
    : Response.json({ status: "unavailable" }, { status: 503, headers: { "retry-after": "5" } });
}
