import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { foldEmail } from "@/domain/registration/matching";
import { ok, type Result, refused } from "@/domain/result";
import { freeLoginName } from "@/features/registration/logins/issue-login";
import { isMailAddress } from "@/lib/mail-address";
import { parseMobile } from "@/lib/phone";
import type { Services } from "@/server/services";

export interface ColleagueWish {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly mobile: string;
}
export type ColleagueWishRefusal = "name_length" | "email_wrong" | "mobile_wrong";

const longestName = 100;

/** What was typed of somebody who is to work at a practice, as it is kept. */
export function readColleague(
  { defaultCountry }: { readonly defaultCountry: string },
  wish: ColleagueWish,
): Result<ColleagueWish, ColleagueWishRefusal> {
  const [firstName, lastName] = [wish.firstName, wish.lastName].map((name) =>
    name.normalize("NFC").trim(),
  );
  if (!firstName || !lastName || Math.max(firstName.length, lastName.length) > longestName)
    return refused("name_length");
  const email = wish.email.trim();
  if (!isMailAddress(email)) return refused("email_wrong");
  const mobile = parseMobile(wish.mobile, defaultCountry, []);
  if (!mobile.ok) return refused("mobile_wrong");
  return ok({ firstName, lastName, email, mobile: mobile.value.e164 });
}

/** A person and their login, which works once it is set up. The caller holds the lock of login names (R12). */
export async function makeLogin(
  tx: Tx,
  services: Services,
  practice: { readonly id: string; readonly language: string },
  wanted: ColleagueWish & { readonly loginName: string | null },
): Promise<{ readonly personId: string; readonly loginId: string; readonly loginName: string }> {
  const identity = identityIn(tx);
  const createdAt = fromInstant(services.now);
  const [personId, loginId] = [services.random.uuid(), services.random.uuid()];
  const { firstName, lastName, email, mobile } = wanted;
  const loginName = wanted.loginName ?? (await freeLoginName(tx, services, wanted));
  await identity.person.create({
    data: { id: personId, firstName, lastName, language: practice.language, createdAt },
    select: { id: true },
  });
  await identity.login.create({
    data: {
      id: loginId,
      personId,
      homePracticeId: practice.id,
      loginName,
      email,
      emailFolded: foldEmail(email),
      mobile,
      createdAt,
    },
    select: { id: true },
  });
  return { personId, loginId, loginName };
}
