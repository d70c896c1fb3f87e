import { POST as confirmPasskey } from "@/app/api/account/factors/passkeys/[id]/confirm/route";
import { POST as addPasskey } from "@/app/api/account/factors/passkeys/route";
import { POST as makeRecoveryCodes } from "@/app/api/account/factors/recovery-codes/route";
import { callback } from "@/app/api/auth/[...nextauth]/doors";
import { POST as passkeyOptions } from "@/app/api/login/passkey-options/route";
import { inPractice } from "@/db/transaction";
import type { softwareAuthenticator } from "../../support/software-authenticator";
import type { World } from "../../support/world";
import { openBrowser, sentSecrets } from "./browser";
import { password, registeredPatient } from "./people";

export type Browser = ReturnType<typeof openBrowser>;
export type Authenticator = ReturnType<typeof softwareAuthenticator>;

/** A patient who has just logged in, so that nothing asks for step-up. */
export async function patientInside(world: World) {
  const robin = await registeredPatient(world);
  const browser = openBrowser(world);
  await browser.password(robin.loginName, password);
  await browser.code((await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "");
  return { robin, browser };
}

export async function registerPasskey(
  browser: Browser,
  authenticator: Authenticator,
  label = "Key",
) {
  const begun = await browser.send(addPasskey, { body: { label } });
  const { id, options } = begun.body;
  return browser.send(confirmPasskey, {
    params: { id },
    body: { attestation: authenticator.create(options) },
  });
}

/** The second step with a passkey, in a login under way. */
export async function passkeyLogin(
  browser: Browser,
  authenticator: Authenticator,
  atCount?: number,
) {
  const { body } = await browser.send(passkeyOptions, { body: {} });
  const assertion = authenticator.get(body, atCount);
  return browser.send(callback, {
    body: { csrfToken: await browser.csrfToken(), assertion },
  });
}

export async function recoveryCodes(browser: Browser): Promise<string[]> {
  return (await browser.send(makeRecoveryCodes)).body.codes;
}

/** What the audit log keeps of an action, oldest first. */
export function audited(world: World, practiceId: string, action: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.auditEntry.findMany({
      where: { practiceId, action },
      orderBy: { at: "asc" },
      select: { actorLoginId: true, detail: true, patientId: true },
    }),
  );
}

/** How many mails of a purpose were queued. */
export function mailsOf(world: World, practiceId: string, purpose: string): Promise<number> {
  return inPractice(world.db, practiceId, (tx) =>
    tx.delivery.count({ where: { practiceId, purpose, kind: "mail" } }),
  );
}
