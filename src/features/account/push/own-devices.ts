import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import type { SessionActor } from "@/features/access/actors";
import { browserName } from "@/features/account/browser-name";
import type { Services } from "@/server/services";

/** A browser that shows notices. */
export interface OwnDevice {
  readonly id: string;
  /** Digest of its address: by it a page finds the browser it is shown in. */
  readonly mark: string;
  readonly browser: string | null;
  /** ISO 8601. */
  readonly since: string;
}

type Owner = Pick<SessionActor, "practiceId" | "personId" | "loginId">;

interface Row {
  readonly id: string;
  readonly endpoint: string;
  readonly browser: string | null;
  readonly createdAt: Date;
}

/** One's own browsers with notices on, the oldest first (R17). */
export async function ownDevices(services: Services, actor: Owner): Promise<OwnDevice[]> {
  const rows = await inPractice(services.db, actor.practiceId, (tx) => livingDevices(tx, actor));
  return rows.map(({ id, endpoint, browser, createdAt }) => ({
    id,
    mark: createHash("sha256").update(endpoint).digest("hex").slice(0, 16),
    browser: browserName(browser),
    since: createdAt.toISOString(),
  }));
}

/** The subscriptions that count: those of a session that was logged out or ended for one are over. */
export function livingDevices(tx: Tx, { practiceId, personId, loginId }: Owner): Promise<Row[]> {
  return identityIn(tx).$queryRaw<Row[]>`
    select s.id, s.endpoint, s.browser, s.created_at as "createdAt" from tenant.push_subscription s
    where s.practice_id = ${practiceId}::uuid and s.person_id = ${personId}::uuid and s.login_id = ${loginId}::uuid
      and not exists (select from identity.session e where e.id = s.session_id
        and e.ended_by in ('logout', 'revoked', 'password_reset'))
    order by s.created_at, s.id`;
}
