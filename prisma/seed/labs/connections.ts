import { Temporal } from "temporal-polyfill";
import { canSendCases, labConnectionStatus } from "@/domain/lab-connection/status";
import { systemRandom } from "@/security/random";
import { seal } from "@/security/sealing";
import type { ClinicMade, OrthodontistMade } from "../clinic/clinic-people";
import { ago, at, type Making } from "../making";
import type { DemoLab } from "./demo-labs";

/** Facts of a connection, in days before now; the state follows from them and the lab's rule (R43, R44). */
interface ConnectionWish {
  readonly lab: string;
  readonly signedInDaysAgo: number | "before shipped cut-over";
  readonly scanDaysAgo: number | null;
  readonly refused?: true;
  readonly disabled?: true;
}

/** Per orthodontist in their order; who has no entry for a lab was never connected to it. */
const wishes: Readonly<Record<string, readonly (readonly ConnectionWish[])[]>> = {
  northgate: [
    [
      { lab: "alder", signedInDaysAgo: 40, scanDaysAgo: 6 },
      // Works until the second lab's cut-over: expiring.
      { lab: "birch", signedInDaysAgo: 70, scanDaysAgo: 5 },
    ],
    [{ lab: "alder", signedInDaysAgo: 81, scanDaysAgo: 10 }],
    [
      { lab: "alder", signedInDaysAgo: 50, scanDaysAgo: 34 },
      { lab: "birch", signedInDaysAgo: 21, scanDaysAgo: 9, refused: true },
    ],
  ],
  riverbend: [
    [
      { lab: "alder", signedInDaysAgo: "before shipped cut-over", scanDaysAgo: 8 },
      { lab: "birch", signedInDaysAgo: 20, scanDaysAgo: 12, disabled: true },
    ],
    [
      { lab: "alder", signedInDaysAgo: 95, scanDaysAgo: 12 },
      { lab: "birch", signedInDaysAgo: 12, scanDaysAgo: 3 },
    ],
  ],
};

export interface ConnectionMade {
  readonly id: string;
  readonly lab: DemoLab;
  readonly orthodontist: OrthodontistMade;
  readonly userName: string;
  readonly lastAuthenticatedAt: Temporal.Instant | null;
  readonly lastAcceptedScanAt: Temporal.Instant | null;
  readonly accessToken: string;
  /** Whether cases may leave now, by Archway's own rule. */
  readonly isReady: boolean;
  /** Why they are held, as the reason of the event. */
  readonly heldBecause: string;
  /** The lab does not know the token any more. */
  readonly isRefused: boolean;
}

/** Both labs enabled, and every orthodontist's connections: among them each state there is. */
export function addLabConnections(
  making: Making,
  clinic: ClinicMade,
  labs: readonly DemoLab[],
): ConnectionMade[] {
  const { rows, practiceId, words } = making;
  for (const lab of labs) {
    rows.add("tenant.practice_lab", {
      practiceId,
      labId: lab.id,
      enabledAt: at(ago(making, { days: 480 })),
    });
  }
  return clinic.orthodontists.flatMap((orthodontist, i) =>
    (wishes[words.shortName]?.[i] ?? []).flatMap((wish) => {
      const lab = labs.find(({ key }) => key === wish.lab);
      return lab ? [addConnection(making, orthodontist, lab, wish)] : [];
    }),
  );
}

function addConnection(
  making: Making,
  orthodontist: OrthodontistMade,
  lab: DemoLab,
  wish: ConnectionWish,
): ConnectionMade {
  const { rows, practiceId, chance, shared } = making;
  const createdAt = ago(making, { days: 470 });
  const id = chance.id(createdAt);
  const signedInAt =
    wish.signedInDaysAgo === "before shipped cut-over"
      ? Temporal.Instant.from("2024-10-03T14:20:00Z")
      : ago(making, { days: wish.signedInDaysAgo, hours: 3 });
  const scanAt =
    wish.scanDaysAgo === null ? null : ago(making, { days: wish.scanDaysAgo, hours: 2 });
  const accessToken = `demo-${orthodontist.loginName}-${lab.key}`;
  // The simulated lab knows the access token for good; what would renew it, it refuses like a sign-in that is over.
  const tokens = {
    accessToken,
    refreshToken: `${accessToken}-renewal`,
    accessUntilAt: making.now.add({ hours: 10 * 365 * 24 }).toString(),
  };
  const binding = { table: "lab_connection", column: "sealed_tokens", rowId: id };
  rows.add("tenant.lab_connection", {
    practiceId,
    id,
    practitionerId: orthodontist.practitionerId,
    labId: lab.id,
    labUserName: orthodontist.loginName,
    sealedTokens: seal(shared.sealingKeys, systemRandom, binding, JSON.stringify(tokens)),
    tokensKeyId: shared.sealingKeys.current.id,
    lastAuthenticatedAt: at(signedInAt),
    lastAcceptedScanAt: scanAt ? at(scanAt) : null,
    refusedByLabAt: wish.refused ? at(ago(making, { days: 2 })) : null,
    disabledAt: wish.disabled ? at(ago(making, { days: 15 })) : null,
    lastSuccessAt: scanAt ? at(scanAt) : null,
    createdAt: at(createdAt),
  });
  const event = { practiceId, connectionId: id };
  const signedIn = { event: "authenticated", actorPersonId: orthodontist.personId };
  rows.add("tenant.lab_connection_event", {
    ...event,
    ...signedIn,
    id: chance.id(signedInAt),
    at: at(signedInAt),
  });
  if (wish.refused || wish.disabled) {
    const since = ago(making, { days: wish.refused ? 2 : 15 });
    rows.add("tenant.lab_connection_event", {
      ...event,
      id: chance.id(since),
      event: wish.refused ? "refused_by_lab" : "disabled",
      actorPersonId: wish.refused ? null : orthodontist.personId,
      at: at(since),
    });
  }
  const { periodicDays, inactiveDays } = lab;
  const cutOver = { at: lab.cutOverAt, countsFrom: lab.cutOverCountsFrom };
  const facts = {
    lastAuthenticatedAt: signedInAt,
    lastAcceptedScanAt: scanAt,
    disabledAt: wish.disabled ? ago(making, { days: 15 }) : null,
    refusedByLabAt: wish.refused ? ago(making, { days: 2 }) : null,
    policy: { periodicDays, inactiveDays, cutOver },
  };
  const status = labConnectionStatus(facts, making.now);
  return {
    id,
    lab,
    orthodontist,
    userName: orthodontist.loginName,
    lastAuthenticatedAt: signedInAt,
    lastAcceptedScanAt: scanAt,
    accessToken,
    isReady: canSendCases(status),
    heldBecause: status.state === "reauthentication_required" ? status.reason : status.state,
    isRefused: wish.refused ?? false,
  };
}
