import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { foldEmail } from "@/domain/registration/matching";
import type { Services } from "@/server/services";
import type { Registration } from "../own-registration";

/** R4: an issued login works from now on, with the proven address and number, the password, and texts as second factor. */
export async function activateLogin(
  tx: Tx,
  services: Services,
  { email, mobile }: Pick<Registration, "email" | "mobile">,
  loginId: string,
  passwordHash: string,
): Promise<void> {
  const at = fromInstant(services.now);
  const identity = identityIn(tx);
  await identity.login.update({
    where: { id: loginId },
    data: {
      status: "active",
      email,
      emailFolded: foldEmail(email),
      emailVerifiedAt: at,
      mobile,
      mobileVerifiedAt: at,
      registeredAt: at,
    },
    select: { id: true },
  });
  await identity.credential.create({
    data: { loginId, passwordHash, changedAt: at },
    select: { loginId: true },
  });
  await identity.factor.create({
    data: { id: services.random.uuid(), loginId, kind: "sms", confirmedAt: at, createdAt: at },
    select: { id: true },
  });
}
