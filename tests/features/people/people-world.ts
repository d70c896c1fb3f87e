import { POST as inviteRoute } from "@/app/api/people/invitations/route";
import { inPractice } from "@/db/transaction";
import { makePerson, makeSession } from "../../support/people";
import { makePractice, type World } from "../../support/world";
import { type Answer, openBrowser, sentSecrets } from "../access/browser";

let numbers = 0;

/** A practice with one admin at work in a browser. */
export async function peopleScene(world: World) {
  const practice = await makePractice(world);
  const practiceId = practice.id;
  const member = async (role: "admin" | "staff" | "orthodontist", firstName = "Alex") => {
    const person = await makePerson(world, practiceId, { role, firstName });
    const token = await makeSession(world, practiceId, person, role);
    return { ...person, browser: openBrowser(world, new Map([["archway-session", token]])) };
  };
  const admin = await member("admin", "Ada");
  const invite = (wish: object = {}, headers?: Record<string, string>): Promise<Answer> => {
    numbers += 1;
    return admin.browser.send(inviteRoute, {
      body: {
        firstName: "Nova",
        lastName: "Aster",
        email: `nova${numbers}@mail.example.com`,
        mobile: "+46701740605",
        role: "staff",
        ...wish,
      },
      ...(headers && { headers }),
    });
  };
  const links = () => sentSecrets(world, practiceId, "colleague_invitation");
  const roles = (loginId: string) =>
    inPractice(world.db, practiceId, async (tx) => {
      const live = await tx.membership.findMany({
        where: { practiceId, loginId, endedAt: null },
        orderBy: { role: "asc" },
      });
      return live.map(({ role }) => role);
    });
  const audited = (action: string) =>
    inPractice(world.db, practiceId, (tx) =>
      tx.auditEntry.findMany({ where: { practiceId, action }, orderBy: { at: "asc" } }),
    );
  return { practice, practiceId, admin, member, invite, links, roles, audited };
}
