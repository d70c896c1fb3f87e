import { asOwner, memberOf } from "./database";

/** Takes back a lock that a former run left. */
export async function forgetFailedLogins(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { login_id: loginId } = await memberOf(client, loginName);
    await client.query("delete from identity.lock_counter where login_id = $1", [loginId]);
  });
}

/** Gives somebody the demo's password again, whatever a former run made of it; the demo has one for all patients. */
export async function passwordAsOf(loginName: string, likeLoginName: string): Promise<void> {
  await asOwner(async (client) => {
    const [login, like] = [
      await memberOf(client, loginName),
      await memberOf(client, likeLoginName),
    ];
    await client.query(
      `update identity.credential set password_hash = other.password_hash
         from identity.credential other where credential.login_id = $1 and other.login_id = $2`,
      [login.login_id, like.login_id],
    );
  });
}
