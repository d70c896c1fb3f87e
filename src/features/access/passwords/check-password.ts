import type { Temporal } from "temporal-polyfill";
import { toDay } from "@/db/time";
import {
  decidePassword,
  type PasswordOwner,
  type PasswordRefusal,
} from "@/domain/access/password-rules";
import { type Result, refused } from "@/domain/result";
import { judgeCommonness } from "@/security/common-passwords";

export type CheckPasswordRefusal = PasswordRefusal | "password_common";

/** Words of each refusal, for the tables of whoever takes new passwords: `access.password.…`, at the field `password`. */
export const passwordRefusals = {
  password_too_short: { status: 422, words: "access.password.too_short", field: "password" },
  password_too_long: { status: 422, words: "access.password.too_long", field: "password" },
  password_common: { status: 422, words: "access.password.common", field: "password" },
  password_personal: { status: 422, words: "access.password.personal", field: "password" },
} as const;

/** A new password by R16 and S1: long enough, not personal, not common. Answers it normalised, ready to be hashed. */
export async function checkPassword(
  password: string,
  owner: PasswordOwner,
): Promise<Result<string, CheckPasswordRefusal>> {
  const decided = decidePassword(password, owner);
  if (!decided.ok) return decided;
  const { isCommon } = await judgeCommonness(decided.value);
  return isCommon ? refused("password_common") : decided;
}

/** The owner's facts as identity rows hold them. */
export function passwordOwner(facts: {
  readonly loginName?: string | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName?: string | null;
  readonly email?: string | null;
  readonly dateOfBirth?: Temporal.PlainDate | null;
  readonly practiceName: string;
  readonly practiceShortName: string;
}): PasswordOwner {
  return {
    ...(facts.loginName && { loginName: facts.loginName }),
    names: [facts.firstName, facts.lastName, facts.preferredName ?? ""].filter(Boolean),
    ...(facts.email && { email: facts.email }),
    ...(facts.dateOfBirth && { dateOfBirth: facts.dateOfBirth }),
    practiceNames: [facts.practiceName, facts.practiceShortName],
  };
}

/** What `loginOwner` reads of a login's row. */
export const selectLoginOwner = {
  loginName: true,
  email: true,
  person: {
    select: { firstName: true, lastName: true, preferredName: true, dateOfBirth: true },
  },
  homePractice: { select: { name: true, shortName: true } },
} as const;

/** The owner of a login that exists, whatever its status. */
export function loginOwner({ loginName, email, person, homePractice }: LoginOwner): PasswordOwner {
  return passwordOwner({
    loginName,
    email,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    dateOfBirth: person.dateOfBirth && toDay(person.dateOfBirth),
    practiceName: homePractice.name,
    practiceShortName: homePractice.shortName,
  });
}

interface LoginOwner {
  readonly loginName: string;
  readonly email: string | null;
  readonly person: {
    readonly firstName: string;
    readonly lastName: string;
    readonly preferredName: string | null;
    readonly dateOfBirth: Date | null;
  };
  readonly homePractice: { readonly name: string; readonly shortName: string };
}
