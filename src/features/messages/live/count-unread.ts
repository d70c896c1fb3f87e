import { ok, type Result } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { unreadCount } from "../queries";

/** The number on the entry "Messages" (R38), for pages that are open while it changes. Never refused. */
export async function countUnread(
  services: Services,
  actor: SessionActor,
): Promise<Result<{ unread: number }, never>> {
  return ok({ unread: await unreadCount(services, actor) });
}
