import { identityOf } from "@/db/identity";
import { toInstant } from "@/db/time";
import type { SessionActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

export interface OwnFactor {
  readonly id: string;
  readonly kind: "totp" | "passkey";
  readonly label: string | null;
  readonly addedAt: Services["now"];
  readonly lastUsedAt: Services["now"] | null;
}

export interface OwnFactors {
  readonly factors: readonly OwnFactor[];
  readonly recoveryCodesLeft: number;
  /** The number codes may go to, or null; the practice's people have none that counts. */
  readonly mobile: string | null;
}

/** One's own authenticators and passkeys, oldest first, and how many recovery codes are left (R13, R17). */
export async function ownFactors({ db }: Services, actor: SessionActor): Promise<OwnFactors> {
  const identity = identityOf(db);
  const [rows, recoveryCodesLeft, login] = await Promise.all([
    identity.factor.findMany({
      where: {
        loginId: actor.loginId,
        kind: { in: ["totp", "passkey"] },
        confirmedAt: { not: null },
      },
      orderBy: { createdAt: "asc" },
      select: {
        id: true,
        kind: true,
        label: true,
        confirmedAt: true,
        createdAt: true,
        lastUsedAt: true,
      },
    }),
    identity.factor.count({
      where: { loginId: actor.loginId, kind: "recovery_code", usedUpAt: null },
    }),
    identity.login.findUniqueOrThrow({
      where: { id: actor.loginId },
      select: { mobile: true, mobileVerifiedAt: true },
    }),
  ]);
  return {
    factors: rows.map((row) => ({
      id: row.id,
      kind: row.kind === "passkey" ? "passkey" : "totp",
      label: row.label,
      addedAt: toInstant(row.confirmedAt ?? row.createdAt),
      lastUsedAt: row.lastUsedAt && toInstant(row.lastUsedAt),
    })),
    recoveryCodesLeft,
    mobile: login.mobileVerifiedAt ? login.mobile : null,
  };
}
