import { describe, expect, it } from "vitest";
import { POST as completeReset } from "@/app/api/password-resets/complete/route";
import { POST as requestReset } from "@/app/api/password-resets/route";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { inChain } from "@/features/audit/in-chain";
import { searchRecords } from "@/features/records/search-records";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { makeClinic, timeAhead } from "../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld, type PracticeMade } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "../access/browser";
import { password, registeredPatient } from "../access/people";
import { livelyPatient } from "../own-data/own-data-world";
import {
  makeAnna,
  PASSWORD,
  publishTerms,
  reachTerms,
  secretsOf,
  TERMS,
} from "../registration/walk";

const world = await openWorld();

/** Every row of the log as one text: of this practice and of the installation. */
async function everythingSaid(practiceId: string): Promise<string> {
  const read = (chain: string | null) =>
    inChain(
      world.db,
      chain,
      (tx) => tx.$queryRaw<{ row: string }[]>`
      select to_jsonb(e)::text as row from tenant.audit_entry e
      where e.practice_id is not distinct from ${chain}::uuid`,
    );
  return [...(await read(practiceId)), ...(await read(null))].map(({ row }) => row).join("\n");
}

describe("S19: what no row of the log says", () => {
  it("S19: logging in, failing, and resetting leave no password, code or token in it", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, "a password mistyped 99");
    await browser.password("somebody.unknown", "a password mistyped 99");
    await browser.password(robin.loginName, password);
    const [code = ""] = await sentSecrets(world, robin.practiceId, "login_code");
    await browser.code(otherCode(code));
    await browser.code(code);
    await openBrowser(world).send(requestReset, { body: { email: robin.email } });
    const [token = ""] = await sentSecrets(world, robin.practiceId, "password_reset");
    const fresh = "seven quiet harbours glow";
    await openBrowser(world).send(completeReset, {
      body: { token, password: fresh, passwordAgain: fresh },
    });
    const said = await everythingSaid(robin.practiceId);
    for (const action of [
      "login.password_failed",
      "login.code_failed",
      "login.succeeded",
      "password_reset.completed",
    ])
      expect(said).toContain(action);
    // The language is no secret.
    const cookies = [...browser.jar].flatMap(([name, value]) =>
      name.endsWith("language") ? [] : [value],
    );
    expect(cookies.length).toBeGreaterThan(1);
    const secrets = [
      code,
      otherCode(code),
      token,
      fresh,
      password,
      "a password mistyped 99",
      "somebody.unknown",
      ...cookies,
    ];
    for (const secret of secrets) {
      expect(secret).not.toBe("");
      expect(said).not.toContain(secret);
    }
  });

  it("S19: a whole registration leaves none in it either", async () => {
    const { practice } = await makeClinic(world);
    await makeAnna(world, practice);
    await publishTerms(world, practice);
    const browser = await reachTerms(world, practice);
    const secrets = [
      ...(await secretsOf(world, practice, "registration_code")),
      ...(await secretsOf(world, practice, "registration_email")),
    ].map(({ secret }) => secret);
    const done = await acceptTerms(await world.services(), browser, { version: TERMS.version });
    expect(done).toMatchObject({ ok: true });
    const said = await everythingSaid(practice.id);
    expect(said).toContain("registration.completed");
    expect(secrets).toHaveLength(2);
    for (const secret of [...secrets, PASSWORD, "1990-04-02", "Be kind."])
      expect(said).not.toContain(secret);
  });

  it("S19: messages, drafts and searches leave no word of theirs in it", async () => {
    const clinic = await makeClinic(world);
    await livelyPatient(world, clinic, "Mina");
    const staff = await makeClinicActor(world, clinic.practice.id, "staff");
    await searchRecords(await world.services(), staff, { query: "secretlysought" });
    const said = await everythingSaid(clinic.practice.id);
    for (const action of ["message.sent", "upload.stored", "record.searched"])
      expect(said).toContain(action);
    for (const words of ["alert(", "Mina says", "question", "draft", "Mina.jpg", "secretlysought"])
      expect(said).not.toContain(words);
  });
});

describe("S19: no audit, no action", () => {
  const withoutAudit = (practice: PracticeMade) =>
    world.owner.pool.query(
      `alter table tenant.audit_entry add constraint nothing_said check (practice_id <> '${practice.id}') not valid`,
    );
  const withAudit = () =>
    world.owner.pool.query("alter table tenant.audit_entry drop constraint nothing_said");

  it("S19: a visit is not booked, and no mail of it is queued, when its row cannot be written", async () => {
    const { practice, practitionerId, visitTypeId } = await makeClinic(world);
    const actor = await makePatientActor(world, practice.id);
    const services = await world.services();
    const startsAt = timeAhead(services, practice, 7, "10:00");
    const book = () => bookAppointment(services, actor, { visitTypeId, practitionerId, startsAt });
    await withoutAudit(practice);
    await expect(book()).rejects.toThrow();
    await withAudit();
    const left = await inPractice(world.db, practice.id, async (tx) => [
      await tx.appointment.count(),
      await tx.delivery.count(),
    ]);
    expect(left).toEqual([0, 0]);
    expect(await book()).toMatchObject({ ok: true });
  });

  it("S19: nobody is logged in when the login's row cannot be written", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const [code = ""] = await sentSecrets(world, robin.practiceId, "login_code");
    await world.owner.pool.query(
      `alter table tenant.audit_entry add constraint nothing_said check (action <> 'login.succeeded') not valid`,
    );
    expect((await browser.code(code)).status).not.toBe(200);
    await withAudit();
    expect(await browser.whoAmI()).toEqual({});
    expect(await world.db.prisma.session.count({ where: { loginId: robin.loginId } })).toBe(0);
  });
});
