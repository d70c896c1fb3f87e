import { afterAll, afterEach } from "vitest";
import { smtpMail } from "@/adapters/mail/smtp";
import { openPmsWith } from "@/adapters/pms/open-pms";
import { twilioSms } from "@/adapters/sms/twilio";
import { inPractice } from "@/db/transaction";
import { deliver } from "@/features/notifications/deliver";
import type { LabPort } from "@/ports/lab";
import type { JobServices, Outside } from "@/server/services";
import { mailDdl } from "@/simulators/mailbox/mail-store";
import { startMailbox } from "@/simulators/mailbox/start-mailbox";
import { demoAccount, phoneDdl } from "@/simulators/phone-network/message-store";
import { startPhoneNetwork } from "@/simulators/phone-network/start-phone-network";
import { outsideWorld } from "../../support/outside-world";
import type { World } from "../../support/world";

const from = "+46701740699";
const host = "127.0.0.1";

/** The real adapters for mail and texts, speaking to simulators of their own. */
export async function openDeliveryWorld(world: World) {
  const mails = await outsideWorld({ ddl: mailDdl });
  const phones = await outsideWorld({ ddl: phoneDdl });
  const followClock = async () => {
    await phones.clock.moveTo((await world.services()).now);
  };
  await followClock();
  const mailbox = await startMailbox({ port: 0, host, ...mails });
  const network = await startPhoneNetwork({ port: 0, host, ...phones });
  const smtpUrl = `smtp://${host}:${mailbox.port}`;
  const phoneUrl = `http://${host}:${network.port}`;
  const mail = smtpMail({ url: smtpUrl, silenceMs: 2_000 });
  const outside: Outside = {
    mail,
    sms: twilioSms({ ...demoAccount, apiUrl: phoneUrl, from, timeoutMs: 2_000 }),
    openPms: openPmsWith({ userAgent: "Archway tests", timeoutMs: 2_000 }),
    lab: noLab,
    push: null,
  };
  afterEach(async () => {
    await mails.faults.set("mail", "ok");
    await phones.faults.set("sms", "ok");
  });
  afterAll(async () => {
    mail.close();
    await Promise.all([mailbox.close(), network.close()]);
    await Promise.all([mails.close(), phones.close()]);
  });
  const jobServices = async (other: Partial<Outside> = {}): Promise<JobServices> => ({
    ...(await world.services()),
    outside: { ...outside, ...other },
  });
  return {
    outside,
    smtpUrl,
    phoneUrl,
    mailFaults: mails.faults,
    phoneFaults: phones.faults,
    jobServices,
    /** Moves the application's clock and the phone network's. */
    advance: async (duration: string) => {
      await world.advance(duration);
      await followClock();
    },
    /** One job of one delivery, as the worker runs it. */
    deliver: async (practiceId: string, deliveryId: string, other: Partial<Outside> = {}) =>
      deliver(await jobServices(other), { practiceId, deliveryId }),
    row: (practiceId: string, id: string) =>
      inPractice(world.db, practiceId, (tx) =>
        tx.delivery.findUniqueOrThrow({ where: { practiceId_id: { practiceId, id } } }),
      ),
    mailsTo: (address: string) =>
      mails.store.query<{
        message_id: string;
        sender: string;
        subject: string;
        text_body: string;
        html_body: string;
      }>("select * from mail where recipient = $1 order by position", [address]),
    /** The attached parts of the mails to an address, oldest first, as text. */
    partsTo: async (address: string) => {
      const rows = await mails.store.query<{
        mail_id: string;
        name: string;
        type: string;
        content: Buffer;
      }>(
        `select a.mail_id, a.name, a.type, a.content from attachment a join mail m on m.id = a.mail_id
          where m.recipient = $1 order by m.position, a.type`,
        [address],
      );
      return rows.map(({ content, ...part }) => ({ ...part, content: content.toString("utf8") }));
    },
    textsTo: (number: string) =>
      phones.store.query<{ sid: string; body: string; status_callback: string; status: string }>(
        "select * from message where recipient = $1 order by position",
        [number],
      ),
  };
}

const never = () => {
  throw new Error("no lab takes part here");
};
const noLab: LabPort = {
  discover: never,
  submitCase: never,
  uploadScan: never,
  uploadPhoto: never,
  readCase: never,
  listCases: never,
  addToCase: never,
  reviewPlan: never,
  cancelCase: never,
  registerWebhook: never,
};
