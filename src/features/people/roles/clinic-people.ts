import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

export interface ClinicPerson {
  readonly membershipId: string;
  readonly loginId: string;
  readonly personId: string;
  readonly name: string;
  readonly loginName: string;
  readonly role: ClinicActor["role"];
  readonly status: "issued" | "active" | "disabled";
  /** Of a lock that runs now. */
  readonly lockedUntilAt: Date | null;
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
  /** At this practice. */
  readonly lastLoginAt: Date | null;
  /** At this practice, open now. */
  readonly sessions: number;
  readonly sinceAt: Date;
  /** Their login is administered here, and not by its owner. */
  readonly mayReset: boolean;
}

/** Everybody who works at the actor's practice, by name (R52); `membershipId`: that one alone. */
export async function peopleOf(
  tx: Tx,
  services: Pick<Services, "now">,
  { practiceId, loginId }: ClinicActor,
  membershipId: string | null = null,
): Promise<ClinicPerson[]> {
  const now = fromInstant(services.now);
  return identityIn(tx).$queryRaw<ClinicPerson[]>`
    select m.id as "membershipId", m.login_id as "loginId", m.person_id as "personId", m.role::text as role,
      p.first_name || ' ' || p.last_name as name, l.login_name as "loginName", l.status::text as status,
      m.created_at as "sinceAt",
      (select max(c.locked_until_at) from identity.lock_counter c
        where c.login_id = l.id and c.locked_until_at > ${now}) as "lockedUntilAt",
      exists (select from identity.factor f
        where f.login_id = l.id and f.kind = 'totp' and f.confirmed_at is not null) as "hasApp",
      exists (select from identity.factor f
        where f.login_id = l.id and f.kind = 'passkey' and f.confirmed_at is not null) as "hasPasskey",
      (select a.at from tenant.audit_entry a where a.practice_id = m.practice_id and a.actor_person_id = m.person_id
        and a.action = 'login.succeeded' order by a.at desc limit 1) as "lastLoginAt",
      (select count(*)::int from identity.session s where s.login_id = l.id and s.practice_id = m.practice_id
        and s.membership_id = m.id and s.ended_at is null and s.expires_at > ${now}
        and s.last_seen_at + make_interval(mins => s.idle_minutes) > ${now}) as sessions,
      l.status = 'active' and l.id <> ${loginId}::uuid and l.home_practice_id = m.practice_id as "mayReset"
    from tenant.membership m
    join identity.login l on l.id = m.login_id
    join identity.person p on p.id = m.person_id
    where m.practice_id = ${practiceId}::uuid and m.ended_at is null and m.role in ('orthodontist', 'staff', 'admin')
      and (${membershipId}::uuid is null or m.id = ${membershipId}::uuid)
    order by lower(p.last_name), lower(p.first_name), m.role, m.id`;
}

export interface FormerPerson {
  readonly membershipId: string;
  readonly name: string;
  readonly role: ClinicActor["role"];
  readonly endedAt: Date;
}

/** Who worked here and has no role any more, the last one first. */
function formerPeopleOf(tx: Tx, { practiceId }: ClinicActor): Promise<FormerPerson[]> {
  return identityIn(tx).$queryRaw<FormerPerson[]>`
    select * from (
      select distinct on (m.login_id) m.id as "membershipId", m.role::text as role, m.ended_at as "endedAt",
        p.first_name || ' ' || p.last_name as name
      from tenant.membership m
      join identity.person p on p.id = m.person_id
      where m.practice_id = ${practiceId}::uuid and m.role in ('orthodontist', 'staff', 'admin')
        and not exists (select from tenant.membership o where o.practice_id = m.practice_id and o.login_id = m.login_id
          and o.ended_at is null and o.role in ('orthodontist', 'staff', 'admin'))
      order by m.login_id, m.ended_at desc
    ) f order by f."endedAt" desc, f."membershipId"`;
}

export interface WaitingPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: ClinicActor["role"];
  readonly version: number;
  readonly expiresAt: Date;
}

async function waitingAt(tx: Tx, { practiceId }: ClinicActor): Promise<WaitingPerson[]> {
  return tx.$queryRaw<WaitingPerson[]>`
    select id, first_name || ' ' || last_name as name, email, role::text as role, version, expires_at as "expiresAt"
    from tenant.invitation where practice_id = ${practiceId}::uuid order by created_at desc, id`;
}

export interface ClinicPeople {
  readonly people: readonly ClinicPerson[];
  readonly waiting: readonly WaitingPerson[];
  readonly former: readonly FormerPerson[];
}

/** The page of people: those here, those invited, those removed; `query` is part of a name or login name. */
export async function clinicPeople(
  services: Services,
  actor: ClinicActor,
  query: string,
): Promise<ClinicPeople> {
  const wanted = query.normalize("NFC").toLowerCase();
  const fits = (...texts: string[]) =>
    texts.some((text) => text.normalize("NFC").toLowerCase().includes(wanted));
  return inPractice(services.db, actor.practiceId, async (tx) => ({
    people: (await peopleOf(tx, services, actor)).filter((one) => fits(one.name, one.loginName)),
    waiting: (await waitingAt(tx, actor)).filter((one) => fits(one.name, one.email)),
    former: (await formerPeopleOf(tx, actor)).filter((one) => fits(one.name)),
  }));
}
