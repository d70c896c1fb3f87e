import type { BrowserContext, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { asOwner, memberOf } from "./database";

const frontDoor = process.env.SIMULATORS_URL ?? "http://127.0.0.1:3900";

/** The second factor of every session of a login was given so many minutes ago. */
export async function factorGivenAgo(loginName: string, minutes: number): Promise<void> {
  await asOwner(async (client) => {
    const { login_id: loginId } = await memberOf(client, loginName);
    await client.query(
      `update identity.session set factor_at = app_now() - make_interval(mins => $2)
         where login_id = $1 and ended_at is null`,
      [loginId, minutes],
    );
  });
}

/** A phone with a fingerprint that always fits (WebAuthn's virtual authenticator); it stays with the page. */
export async function withFingerprint(context: BrowserContext, page: Page): Promise<void> {
  const chrome = await context.newCDPSession(page);
  await chrome.send("WebAuthn.enable");
  await chrome.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What an app with this secret shows, by the portal's clock. */
export async function shownBy(secret: string): Promise<string> {
  const answer = await fetch(`${frontDoor}/clock`);
  const { at } = (await answer.json()) as { at: string };
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  return totp.generate({ timestamp: Date.parse(at) });
}
