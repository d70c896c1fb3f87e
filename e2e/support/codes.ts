import type { Page } from "@playwright/test";
import { asOwner, memberOf } from "./database";

/** Another one may be asked for: the last code of a login was sent a minute earlier than it was. */
export async function codeSentEarlier(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { login_id: loginId } = await memberOf(client, loginName);
    await client.query(
      "update identity.one_time_code set sent_at = sent_at - interval '61 seconds' where login_id = $1 and replaced_at is null",
      [loginId],
    );
  });
}

/** The lock of a login ends now, as if its minutes had passed. */
export async function lockEnds(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { login_id: loginId } = await memberOf(client, loginName);
    await client.query(
      "update identity.lock_counter set locked_until_at = app_now() where login_id = $1",
      [loginId],
    );
  });
}

/** The login under way was begun so long ago that it has run out. */
export async function loginRunsOut(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { login_id: loginId } = await memberOf(client, loginName);
    await client.query(
      `update identity.login_challenge set created_at = created_at - interval '16 minutes',
         expires_at = app_now() where login_id = $1 and used_at is null`,
      [loginId],
    );
  });
}

/** Types codes that are wrong until no tries are left for this one (S3). */
export async function spendTheCode(page: Page, right: string): Promise<void> {
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, "0");
  for (let tries = 0; tries < 5; tries += 1) {
    const answered = page.waitForResponse((one) => one.url().includes("/callback/credentials"));
    await page.getByLabel("Code", { exact: true }).fill(wrong);
    await page.getByRole("button", { name: "Login", exact: true }).click();
    await answered;
  }
}
