import { POST as makeCalendarAddress } from "@/app/api/account/calendar-address/route";
import { POST as requestEmail } from "@/app/api/account/email/route";
import { POST as erase } from "@/app/api/account/erasure/route";
import { POST as chooseNotification } from "@/app/api/account/notifications/route";
import { PUT as saveDraft } from "@/app/api/drafts/route";
import { POST as resetPassword } from "@/app/api/password-resets/route";
import { POST as startThread } from "@/app/api/threads/route";
import { inPractice } from "@/db/transaction";
import type { World } from "../../support/world";
import { openBrowser } from "../access/browser";
import { addAuthenticator, password, type Registered } from "../access/people";
import { browserOf } from "../account/browser-of";

export type Patient = Registered & { readonly patientId: string };

/** Leaves a trace wherever the portal keeps one of somebody; answers the browser they are logged in with. */
export async function leaveTraces(world: World, person: Patient) {
  const { practiceId, patientId, loginId, loginName, email, mobile, personId } = person;
  const stranger = openBrowser(world);
  await stranger.password(loginName, password);
  await stranger.password(loginName, "not the right words");
  await stranger.send(resetPassword, { body: { email } });
  const here = await browserOf(world, person);
  await here.send(requestEmail, { body: { email: `new.${email}` } });
  await here.send(chooseNotification, { body: { topic: "new_message", mail: false, patientId } });
  await here.send(startThread, {
    body: { subject: "Tray", body: "It is loose.", patientId, attachmentIds: [] },
    headers: { "idempotency-key": crypto.randomUUID() },
  });
  await here.send(makeCalendarAddress, { body: {} });
  await here.send(saveDraft, { body: { patientId, subject: "Later", body: "And besides" } });
  await addAuthenticator(world, loginId);
  const services = await world.services();
  const at = new Date(services.now.epochMilliseconds);
  await world.db.prisma.knownBrowser.create({
    data: {
      loginId,
      digest: new Uint8Array(Buffer.from(loginName)),
      createdAt: at,
      lastUsedAt: at,
    },
  });
  const registrationId = services.random.uuid();
  const details = {
    firstName: "Alex",
    lastName: "Example",
    dateOfBirth: new Date("1990-04-02"),
    email,
    mobile,
  };
  await world.db.prisma.registration.create({
    data: {
      ...details,
      id: registrationId,
      practiceId,
      cookieDigest: new Uint8Array(Buffer.from(registrationId)),
      step: "code",
      outcome: "one",
      patientId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + 3_600_000),
    },
  });
  await world.db.prisma.oneTimeCode.create({
    data: {
      purpose: "registration",
      challengeId: registrationId,
      practiceId,
      mobile,
      codeHmac: new Uint8Array(32),
      sentAt: at,
      expiresAt: at,
    },
  });
  await inPractice(world.db, practiceId, async (tx) => {
    const key = services.random.uuid();
    const article = { practiceId, key, title: "Tray", body: "A tray.", topic: "life" };
    const { id: articleId } = await tx.careArticle.create({ data: { ...article, updatedAt: at } });
    await tx.careFeedback.create({
      data: { practiceId, articleId, personId, helpful: true, createdAt: at },
    });
    await tx.failedRegistration.create({
      data: { ...details, practiceId, patientId, cause: "text_undelivered", failedAt: at },
    });
    const sent = {
      practiceId,
      state: "sent",
      settledAt: at,
      nextTryAt: at,
      createdAt: at,
    } as const;
    await tx.delivery.createMany({
      data: [
        {
          ...sent,
          kind: "mail",
          purpose: "registration_done",
          personId,
          patientId,
          recipient: email,
          content: { values: { loginName } },
        },
        {
          ...sent,
          kind: "sms",
          purpose: "registration_code",
          patientId,
          recipient: mobile,
          segments: 1,
          content: { values: {} },
        },
        {
          ...sent,
          kind: "sms",
          purpose: "registration_code",
          recipient: mobile,
          content: { values: {} },
        },
        {
          ...sent,
          kind: "mail",
          state: "undelivered",
          purpose: "new_message",
          personId,
          recipient: email,
          content: { values: {} },
        },
      ],
    });
  });
  return here;
}

/** Deletes the login of whoever uses this browser, its name typed as the account page asks for it. */
export function eraseIn(browser: ReturnType<typeof openBrowser>, loginName: string) {
  return browser.send(erase, { body: { loginName } });
}

/** Every table of the portal whose rows say one of these words, in any column. */
export async function whereStands(
  world: World,
  practiceIds: readonly string[],
  words: readonly string[],
): Promise<string[]> {
  const found = new Set<string>();
  for (const practiceId of practiceIds) {
    const client = await world.owner.pool.connect();
    try {
      await client.query("begin");
      await client.query(
        "select set_config('app.practice_id', $1, true), set_config('app.installation', 'on', true)",
        [practiceId],
      );
      const { rows: tables } = await client.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
         where table_schema in ('identity', 'tenant', 'reference') and table_type = 'BASE TABLE'`,
      );
      for (const { name } of tables) {
        const { rows } = await client.query(
          `select from ${name} as t where exists (select from unnest($1::text[]) as w (word)
             where position(lower(w.word) in lower(t::text)) > 0) limit 1`,
          [words],
        );
        if (rows.length > 0) found.add(name);
      }
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
  return [...found].sort();
}
