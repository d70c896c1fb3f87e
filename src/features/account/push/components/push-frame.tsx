import type { OpenSession } from "@/features/access/open-session";
import { offlineOwner } from "@/features/offline/owner";
import type { Services } from "@/server/services";
import { PushKeeper } from "./push-keeper";

/** What every page of somebody logged in has, so that notices on this browser stay theirs. */
export async function PushFrame({
  services,
  session,
}: {
  services: Services;
  session: OpenSession;
}) {
  const { loginName, role, practiceShortName: practice, sessionId } = session;
  const owner = await offlineOwner({ loginName, role, practice });
  return (
    <PushKeeper
      owner={owner}
      publicKey={services.env.vapid?.publicKey ?? null}
      session={sessionId}
    />
  );
}
