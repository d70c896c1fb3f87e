import { TOTP } from "otpauth";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smtpMail } from "@/adapters/mail/smtp";
import { twilioSms } from "@/adapters/sms/twilio";
import { demoDdl } from "@/simulators/front-door/demo-ddl";
import { startFrontDoor } from "@/simulators/front-door/start-front-door";
import { mailDdl } from "@/simulators/mailbox/mail-store";
import { startMailbox } from "@/simulators/mailbox/start-mailbox";
import { demoAccount, phoneDdl } from "@/simulators/phone-network/message-store";
import { startPhoneNetwork } from "@/simulators/phone-network/start-phone-network";
import type { RunningSimulator } from "@/simulators/process/simulator";
import { type OutsideWorld, outsideWorld } from "../support/outside-world";

const host = "127.0.0.1";
const worlds: OutsideWorld[] = [];
const running: RunningSimulator[] = [];
let door: OutsideWorld;
let origin: string;
let mailPort: number;
let phonePort: number;

beforeAll(async () => {
  door = await outsideWorld({ schema: "demo", ddl: demoDdl });
  const mail = await outsideWorld({ schema: "mail", ddl: mailDdl });
  const phone = await outsideWorld({ schema: "phone", ddl: phoneDdl });
  worlds.push(door, mail, phone);
  const mailbox = await startMailbox({ ...mail, port: 0, host });
  const network = await startPhoneNetwork({ ...phone, port: 0, host });
  const frontDoor = await startFrontDoor({ ...door, port: 0, host }, { lab: 1, pms: 1 });
  running.push(mailbox, network, frontDoor);
  mailPort = mailbox.port;
  phonePort = network.port;
  origin = `http://${host}:${frontDoor.port}`;
});

afterAll(async () => {
  for (const simulator of running) await simulator.close();
  for (const world of worlds) await world.close();
});

async function get(path: string) {
  const response = await fetch(`${origin}${path}`);
  return { status: response.status, body: await response.json() };
}

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${origin}${path}`, { method: "POST", body, headers });
  return { status: response.status, body: await response.json() };
}

describe("the front door", () => {
  it("shows mails of one address as fixed in the interface, newest first", async () => {
    const address = `${crypto.randomUUID()}@patients.test`;
    const port = smtpMail({ url: `smtp://${host}:${mailPort}` });
    for (const subject of ["first", "second"]) {
      const sent = await port.send({
        messageId: `${subject}.${address}`,
        from: { address: "desk@elm.test" },
        to: { address },
        subject,
        text: "Words",
        html: "<p>Words</p>",
        attachments: [{ name: "a.txt", type: "text/plain", content: Buffer.from("four") }],
      });
      expect(sent.ok).toBe(true);
    }
    port.close();
    const { status, body } = await get(`/mail?to=${address.toUpperCase()}`);
    expect(status).toBe(200);
    expect(body.map(({ subject }: { subject: string }) => subject)).toEqual(["second", "first"]);
    expect(body[0]).toEqual({
      id: expect.any(String),
      to: address,
      from: "desk@elm.test",
      subject: "second",
      text: expect.stringContaining("Words"),
      html: expect.stringContaining("<p>Words</p>"),
      attachments: [{ name: "a.txt", type: "text/plain", size: 4 }],
      messageId: `<second.${address}>`,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    const file = await fetch(`${origin}/mail/${body[0].id}/attachments/0`);
    expect(await file.text()).toBe("four");
    expect(file.headers.get("content-disposition")).toContain("attachment");
  });

  it("shows texts of one number, with or without an escaped plus", async () => {
    const to = "+46701740611";
    const body = `Code ${crypto.randomUUID()}`;
    const apiUrl = `http://${host}:${phonePort}`;
    const sent = await twilioSms({ ...demoAccount, apiUrl, from: "+46701740699" }).send({
      to,
      body,
    });
    expect(sent.ok).toBe(true);
    for (const asked of ["%2B46701740611", "+46701740611"]) {
      const answer = await get(`/sms?to=${asked}&limit=1`);
      expect(answer.body).toEqual([
        {
          id: expect.any(String),
          to,
          body,
          segments: 1,
          status: expect.any(String),
          at: expect.any(String),
        },
      ]);
    }
  });

  it("shows the code of an authenticator, by the movable clock", async () => {
    const secret = "JBSWY3DPEHPK3PXP";
    const loginName = `desk.${crypto.randomUUID()}`;
    await door.store.query("insert into totp values ($1, $2)", [loginName, secret]);
    const at = "2031-05-06T07:08:15Z";
    expect((await post("/clock", JSON.stringify({ at }))).status).toBe(200);
    const { body } = await get(`/totp?loginName=${loginName.toUpperCase()}`);
    const timestamp = Temporal.Instant.from(at).epochMilliseconds;
    expect(body).toEqual({ code: new TOTP({ secret }).generate({ timestamp }) });
    expect((await get("/totp?loginName=nobody")).status).toBe(404);
    expect((await get("/totp")).status).toBe(400);
  });

  it("moves the clock by a duration or to an instant", async () => {
    await post("/clock", '{"at":"2031-05-06T07:08:09Z"}');
    const moved = await post("/clock", '{"advance":"P31DT1H"}');
    expect(moved.body.at).toMatch(/^2031-06-06T08:08:/);
    expect((await get("/clock")).body.at).toMatch(/^2031-06-06T08:08:/);
  });

  it("takes a fault and says what is broken", async () => {
    expect(await post("/faults", '{"target":"lab","mode":"down","seconds":60}')).toEqual({
      status: 200,
      body: { target: "lab", mode: "down", seconds: 60 },
    });
    expect((await get("/faults")).body).toEqual({ mail: "ok", sms: "ok", lab: "down", pms: "ok" });
    await post("/faults", '{"target":"lab","mode":"ok"}');
    expect((await get("/faults")).body).toMatchObject({ lab: "ok" });
  });

  it.each([
    ["/faults", "", "not JSON"],
    ["/faults", "[]", "expected object"],
    ["/faults", '{"target":"fax","mode":"down"}', "target"],
    ["/faults", '{"target":"mail","mode":"broken"}', "mode"],
    ["/faults", '{"target":"mail","mode":"down","seconds":"5"}', "seconds"],
    ["/faults", '{"target":"mail","mode":"down","seconds":-5}', "seconds"],
    ["/faults", '{"target":"mail","mode":"duplicate-webhook"}', "webhooks"],
    ["/clock", "{}", "advance"],
    ["/clock", '{"at":"tomorrow"}', "instant"],
    ["/clock", '{"at":"2031-05-06"}', "instant"],
    ["/clock", '{"at":"+090000-01-01T00:00Z"}', "2099"],
    ["/clock", '{"advance":"31 days"}', "duration"],
    ["/clock", '{"advance":"P900Y"}', "2099"],
    ["/clock", '{"at":"2031-05-06T07:08:09Z","advance":"P1D"}', "expected"],
  ])("answers %s %s with 400 and the reason", async (path, body, reason) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(reason);
  });

  it.each(["/mail?limit=0", "/sms?limit=x", "/mail?to=%00", `/mail?to=${"a".repeat(400)}`])(
    "answers %s with 400",
    async (path) => {
      expect((await get(path)).status).toBe(400);
    },
  );

  it("answers what is not there with 404, and other methods with 405", async () => {
    expect((await get("/nothing")).status).toBe(404);
    expect((await get(`/mail/${crypto.randomUUID()}/attachments/0`)).status).toBe(404);
    expect((await fetch(`${origin}/mail`, { method: "DELETE" })).status).toBe(405);
  });

  it("lets no other site move it", async () => {
    const foreign = { origin: "https://elsewhere.test" };
    expect((await post("/clock", '{"advance":"P1D"}', foreign)).status).toBe(403);
    expect((await post("/clock", '{"advance":"PT0S"}', { origin })).status).toBe(200);
  });

  it("says so while another simulator does not answer", async () => {
    expect((await get("/lab/cases")).status).toBe(502);
    expect((await get("/pms/patients?email=a@b.test")).status).toBe(502);
  });
});
