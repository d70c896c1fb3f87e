import type { Services } from "@/server/services";
import type { OpenSession } from "./open-session";

/** Unread messages for the navigation's badge. */
export async function unreadOf(_services: Services, _session: OpenSession): Promise<number> {
  return 0;
}
