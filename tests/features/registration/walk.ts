import { inPractice } from "@/db/transaction";
import type { VisitorActor } from "@/features/access/actors";
import { enterCode } from "@/features/registration/code/enter-code";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { startRegistration } from "@/features/registration/details/start-registration";
import { proveEmail } from "@/features/registration/email/prove-email";
import { createPassword } from "@/features/registration/password/create-password";
import { judgeCommonness } from "@/security/common-passwords";
import { openSealed } from "@/security/sealing";
import { makePatient } from "../../support/people";
import type { PracticeMade, World } from "../../support/world";

export const PASSWORD = "wandering cobalt teapots 42";
export const TERMS = { version: "2026-01", text: "Be kind." };

/** Reads the lists of common passwords (2 MB, once a process) before a test's time counts. */
export async function warmPasswords(): Promise<void> {
  await judgeCommonness("warm");
}

export const anna = {
  firstName: "Anna",
  lastName: "Lindqvist",
  dateOfBirth: "1990-04-02",
  email: "anna.lindqvist@example.com",
  mobile: "+4917640690001",
};

/** A browser: the cookies it holds. */
export function visitor(token?: string): VisitorActor {
  return {
    kind: "visitor",
    cookies: new Map(token === undefined ? [] : [["registration", token]]),
    session: null,
  };
}

export function makeAnna(world: World, practice: PracticeMade, wish: Partial<typeof anna> = {}) {
  const { mobile, ...rest } = { ...anna, ...wish };
  return makePatient(world, practice.id, { ...rest, mobilePhone: mobile });
}

export async function publishTerms(world: World, practice: PracticeMade, terms = TERMS) {
  const { now } = await world.services();
  await inPractice(world.db, practice.id, (tx) =>
    tx.terms.create({
      data: { practiceId: practice.id, ...terms, publishedAt: new Date(now.epochMilliseconds) },
    }),
  );
}

export async function shortNameOf(world: World, practice: PracticeMade): Promise<string> {
  const row = await world.db.prisma.practice.findUniqueOrThrow({ where: { id: practice.id } });
  return row.shortName;
}

/** The secrets of a practice's deliveries of one purpose, oldest first: codes and tokens as their owner would read them. */
export async function secretsOf(world: World, practice: PracticeMade, purpose: string) {
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.delivery.findMany({
      where: { practiceId: practice.id, purpose },
      orderBy: { id: "asc" },
      select: { id: true, kind: true, recipient: true, sealedSecret: true },
    }),
  );
  return rows.map((row) => {
    const opened = openSealed(
      world.runtime.env.sealingKeys,
      { table: "delivery", column: "sealed_secret", rowId: row.id },
      row.sealedSecret ?? new Uint8Array(),
    );
    return {
      kind: row.kind,
      to: row.recipient,
      secret: opened.ok ? opened.value : "",
    };
  });
}

export async function newestSecret(world: World, practice: PracticeMade, purpose: string) {
  return (await secretsOf(world, practice, purpose)).at(-1)?.secret ?? "";
}

/** Starts with the details and confirms them; answers the browser. */
export async function reachCode(
  world: World,
  practice: PracticeMade,
  details: Partial<typeof anna> = {},
) {
  const services = await world.services();
  const started = await startRegistration(services, visitor(), {
    ...anna,
    ...details,
    practice: await shortNameOf(world, practice),
  });
  if (!started.ok || started.value.token === null) throw new Error("did not start");
  const browser = visitor(started.value.token);
  const confirmed = await confirmDetails(services, browser);
  return { browser, confirmed };
}

export async function reachPassword(world: World, practice: PracticeMade, details = {}) {
  const { browser } = await reachCode(world, practice, details);
  const code = await newestSecret(world, practice, "registration_code");
  const entered = await enterCode(await world.services(), browser, { code });
  if (!entered.ok) throw new Error(`code: ${entered.reason}`);
  return browser;
}

export async function reachEmail(world: World, practice: PracticeMade, details = {}) {
  const browser = await reachPassword(world, practice, details);
  const created = await createPassword(await world.services(), browser, { password: PASSWORD });
  if (!created.ok) throw new Error(`password: ${created.reason}`);
  return { browser, token: await newestSecret(world, practice, "registration_email") };
}

export async function reachTerms(world: World, practice: PracticeMade, details = {}) {
  const { browser, token } = await reachEmail(world, practice, details);
  const proved = await proveEmail(await world.services(), browser, { token, password: PASSWORD });
  if (!proved.ok) throw new Error(`email: ${proved.reason}`);
  return browser;
}
