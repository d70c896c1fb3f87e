import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { foldEmail } from "@/domain/registration/matching";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { SET_UP_HOURS } from "../issue-set-up-link";
import { type ColleagueWish, type ColleagueWishRefusal, readColleague } from "../make-login";
import { lockPeople } from "../roles/lock-people";
import { findInvitedLogin } from "./find-invited-login";
import { sendInvitation } from "./send-invitation";

interface Wish extends ColleagueWish {
  readonly role: "orthodontist" | "staff" | "admin";
}
export type InviteColleagueRefusal =
  | ColleagueWishRefusal
  | "works_here"
  | "invited_already"
  | "idempotency_key_reused";

/**
 * R52: asks somebody by mail to work at the practice; the link works for 24 hours. Who has a login elsewhere keeps it and
 * accepts, everybody else sets one up; the practice is answered the same. Refusals: `works_here` (with that role),
 * `invited_already`, and those of the fields.
 */
export function inviteColleague(
  services: Services,
  actor: ClinicActor,
  wish: Wish,
): Promise<Result<{ id: string }, InviteColleagueRefusal>> {
  return submitOnce<ClinicActor, Wish, { id: string }, InviteColleagueRefusal>(
    services,
    actor,
    "POST /api/people/invitations",
    wish,
    async (tx) => {
      const { practiceId, personId } = actor;
      await lockPeople(tx, practiceId);
      const practice = await identityIn(tx).practice.findUniqueOrThrow({
        where: { id: practiceId },
        select: { language: true, defaultCountry: true },
      });
      const read = readColleague(practice, wish);
      if (!read.ok) return read;
      const { role } = wish;
      const emailFolded = foldEmail(read.value.email);
      if ((await tx.invitation.count({ where: { practiceId, emailFolded } })) > 0)
        return refused("invited_already");
      const known = await findInvitedLogin(tx, practiceId, emailFolded);
      const here =
        known &&
        (await tx.membership.count({
          where: { practiceId, loginId: known.loginId, role, endedAt: null },
        }));
      if (here) return refused("works_here");
      const id = services.random.uuid();
      const waiting = { ...read.value, id, emailFolded, role };
      await tx.invitation.create({
        data: {
          ...waiting,
          practiceId,
          invitedByPersonId: personId,
          createdAt: fromInstant(services.now),
          expiresAt: fromInstant(services.now.add({ hours: SET_UP_HOURS })),
        },
        select: { id: true },
      });
      await sendInvitation(tx, services, actor, waiting, practice);
      await recordAudit(tx, services, auditActor(actor), {
        action: "invitation.sent",
        practiceId,
        objectKind: "invitation",
        objectId: id,
        detail: { name: `${waiting.firstName} ${waiting.lastName}`, before: null, after: role },
      });
      return ok({ id });
    },
  );
}
