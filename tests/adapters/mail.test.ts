import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { smtpMail } from "@/adapters/mail/smtp";
import type { Mail, MailPort } from "@/ports/mail";
import { mailDdl } from "@/simulators/mailbox/mail-store";
import { startMailbox } from "@/simulators/mailbox/start-mailbox";
import type { RunningSimulator } from "@/simulators/process/simulator";
import { type OutsideWorld, outsideWorld } from "../support/outside-world";

let world: OutsideWorld;
let mailbox: RunningSimulator;
let port: MailPort;

beforeAll(async () => {
  world = await outsideWorld({ ddl: mailDdl });
  mailbox = await startMailbox({ port: 0, host: "127.0.0.1", ...world });
  port = smtpMail({ url: `smtp://127.0.0.1:${mailbox.port}`, silenceMs: 2_000 });
});

afterEach(() => world.faults.set("mail", "ok"));

afterAll(async () => {
  port.close();
  await mailbox.close();
  await world.close();
});

function mailTo(address: string, more: Partial<Mail> = {}): Mail {
  return {
    messageId: `${crypto.randomUUID()}@archway.test`,
    from: { name: "Elm Street Orthodontics", address: "desk@elm.test" },
    to: { address },
    subject: "Grüße, your visit",
    text: "Your visit is on Monday.\n",
    html: "<p>Your visit is on <b>Monday</b>.</p>",
    ...more,
  };
}

function received(address: string) {
  return world.store.query<{
    message_id: string;
    sender: string;
    subject: string;
    text_body: string;
    html_body: string;
  }>("select * from mail where recipient = $1 order by position", [address]);
}

describe("mail over SMTP", () => {
  it("arrives with its words, its parts and its own Message-ID", async () => {
    const mail = mailTo("anna@patients.test", {
      attachments: [
        { name: "plan.pdf", type: "application/pdf", content: Buffer.from("%PDF-1.7") },
      ],
      calendar: {
        method: "REQUEST",
        content: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
      },
    });
    expect(await port.send(mail)).toMatchObject({ ok: true });
    const [row] = await received("anna@patients.test");
    expect(row).toMatchObject({
      message_id: `<${mail.messageId}>`,
      sender: "Elm Street Orthodontics <desk@elm.test>",
      subject: "Grüße, your visit",
      html_body: expect.stringContaining("<b>Monday</b>"),
      text_body: expect.stringContaining("on Monday"),
    });
    const attachments = await world.store.query(
      "select a.name, a.type, length(a.content) as size from attachment a join mail m on m.id = a.mail_id where m.recipient = $1",
      ["anna@patients.test"],
    );
    expect(attachments).toContainEqual({ name: "plan.pdf", type: "application/pdf", size: 8 });
    expect(attachments).toContainEqual(
      expect.objectContaining({ type: "text/calendar; method=REQUEST" }),
    );
  });

  it.each([
    ["error", "unreachable"],
    ["unauthorized", "unauthorized"],
    ["down", "unclear"],
  ] as const)(
    "S21: in mode %s it answers %s, nothing arrives, and it works again after",
    async (mode, reason) => {
      const address = `${mode}@patients.test`;
      await world.faults.set("mail", mode);
      expect(await port.send(mailTo(address))).toMatchObject({ ok: false, reason });
      expect(await received(address)).toHaveLength(0);
      await world.faults.set("mail", "ok");
      expect(await port.send(mailTo(address))).toMatchObject({ ok: true });
      expect(await received(address)).toHaveLength(1);
    },
  );

  it("says unreachable when nobody listens", async () => {
    const nobody = smtpMail({ url: "smtp://127.0.0.1:1" });
    expect(await nobody.send(mailTo("a@b.test"))).toMatchObject({
      ok: false,
      reason: "unreachable",
    });
    nobody.close();
  });

  it("waits for a slow server", async () => {
    await world.faults.set("mail", "slow");
    expect(await port.send(mailTo("slow@patients.test"))).toMatchObject({ ok: true });
  });

  it("S17: acceptance that was never heard is unclear; the repeat carries the same Message-ID", async () => {
    const mail = mailTo("dropped@patients.test");
    await world.faults.set("mail", "accept-then-drop");
    expect(await port.send(mail)).toMatchObject({ ok: false, reason: "unclear" });
    await world.faults.set("mail", "ok");
    expect(await port.send(mail)).toMatchObject({ ok: true });
    const ids = (await received("dropped@patients.test")).map((row) => row.message_id);
    expect(ids).toEqual([`<${mail.messageId}>`, `<${mail.messageId}>`]);
  });

  it("refuses a recipient that is no address", async () => {
    expect(await port.send(mailTo("nobody"))).toMatchObject({ ok: false, reason: "refused" });
  });

  it("does not let a line break in a name or subject add a header", async () => {
    const mail = mailTo("safe@patients.test", {
      to: { name: "Eve\r\nBcc: other@patients.test", address: "safe@patients.test" },
      subject: "Hello\r\nBcc: other@patients.test",
    });
    expect(await port.send(mail)).toMatchObject({ ok: true });
    expect(await received("other@patients.test")).toHaveLength(0);
    expect(await received("safe@patients.test")).toHaveLength(1);
  });

  it("refuses to send in clear text to another machine that offers no TLS", async () => {
    // A name of this machine that does not look like one, before a mailbox without STARTTLS.
    const clear = smtpMail({ url: `smtp://127.1:${mailbox.port}` });
    expect(await clear.send(mailTo("clear@patients.test"))).toMatchObject({
      ok: false,
      reason: "unreachable",
      detail: { code: "ETLS" },
    });
    expect(await received("clear@patients.test")).toHaveLength(0);
    clear.close();
  });

  it("forgets a client that hangs up in the middle of a mail", async () => {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(mailbox.port, "127.0.0.1", () => {
        socket.write(
          "EHLO me\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<half@patients.test>\r\nDATA\r\nSubject: half",
        );
        socket.end();
      });
      socket.on("close", () => resolve());
      socket.on("error", reject);
      socket.resume();
    });
    expect(await port.send(mailTo("whole@patients.test"))).toMatchObject({ ok: true });
    expect(await received("half@patients.test")).toHaveLength(0);
  });
});
