import { inPractice } from "@/db/transaction";
import { canSendCases, labConnectionStatus } from "@/domain/lab-connection/status";
import { type Result, refused } from "@/domain/result";
import type { LabAccess, LabRefusal } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import { connectionWith } from "./connection-of-case";
import { type ConnectionTokens, openTokens } from "./connection-tokens";
import { discoveryUrl } from "./lab-client";
import { noteLabRefusal } from "./note-lab-refusal";
import { isOver, renewTokens } from "./renew-tokens";

interface Whose {
  readonly practiceId: string;
  readonly connectionId: string;
}

/** not_ready: by our own rule; nothing was asked. busy: its tokens are being renewed. Otherwise as the port says. */
export type AtLabRefusal = "not_ready" | "busy" | LabRefusal;

/**
 * Does `work` at the lab in an orthodontist's name: readiness checked now, tokens renewed when they are over or the lab
 * no longer takes them (S18). `unauthorized` is written down as the lab's refusal before it is answered; a lab that is
 * down changes nothing.
 */
export async function atLab<T>(
  services: JobServices,
  whose: Whose,
  work: (access: LabAccess) => Promise<Result<T, LabRefusal>>,
): Promise<Result<T, AtLabRefusal>> {
  const found = await readConnection(services, whose);
  if (!found) return refused("not_ready");
  const { practiceId, connectionId } = whose;
  const { lab, sealed } = found;
  const connection = { practiceId, id: connectionId, lab };
  let tokens = openTokens(services, { id: connectionId, sealedTokens: sealed });
  if (!tokens) return turnedDown(services, whose, sealed);
  const described = await services.outside.lab.discover(discoveryUrl(lab.baseUrl));
  if (!described.ok) return refused("transient", described.detail);
  const { intakeUrl } = described.value;
  for (let turn = 1; ; turn += 1) {
    if (turn > 1 || isOver(tokens, services.now)) {
      const renewed = await renewTokens(services, connection, tokens.accessToken);
      if (!renewed.ok)
        return renewed.reason === "unauthorized"
          ? turnedDown(services, whose, await sealedNow(services, whose, tokens))
          : renewed;
      tokens = renewed.value;
    }
    const done = await work({ intakeUrl, accessToken: tokens.accessToken });
    if (done.ok || done.reason !== "unauthorized") return done;
    // A token may end before its time; one that is new is refused for another reason.
    if (turn > 1) return turnedDown(services, whose, await sealedNow(services, whose, tokens));
  }
}

async function readConnection({ db, now }: JobServices, { practiceId, connectionId }: Whose) {
  return inPractice(db, practiceId, async (tx) => {
    const row = await tx.labConnection.findFirst({
      where: { practiceId, id: connectionId },
      select: { labId: true, practitionerId: true, sealedTokens: true },
    });
    if (!row) return null;
    const { labId, practitionerId, sealedTokens: sealed } = row;
    const connection = await connectionWith(tx, { practiceId, practitionerId, labId });
    if (!connection || !canSendCases(labConnectionStatus(connection.facts, now))) return null;
    const lab = await tx.lab.findUniqueOrThrow({
      where: { id: labId },
      select: { key: true, baseUrl: true },
    });
    return { lab, sealed };
  });
}

/** The sealed form of just these tokens; `undefined` when somebody signed in or renewed meanwhile. */
async function sealedNow(
  services: JobServices,
  { practiceId, connectionId }: Whose,
  { accessToken }: ConnectionTokens,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await inPractice(services.db, practiceId, (tx) =>
    tx.labConnection.findFirst({
      where: { practiceId, id: connectionId },
      select: { sealedTokens: true },
    }),
  );
  const sealed = row?.sealedTokens ?? null;
  const opened = openTokens(services, { id: connectionId, sealedTokens: sealed });
  return sealed && opened?.accessToken === accessToken ? sealed : undefined;
}

async function turnedDown(
  services: JobServices,
  { practiceId, connectionId }: Whose,
  sealed: Uint8Array<ArrayBuffer> | null | undefined,
): Promise<Result<never, AtLabRefusal>> {
  if (sealed === undefined) return refused("busy");
  const isSo = await inPractice(services.db, practiceId, (tx) =>
    noteLabRefusal(tx, services, { practiceId, connectionId, refused: sealed }),
  );
  return refused(isSo ? "unauthorized" : "busy");
}
