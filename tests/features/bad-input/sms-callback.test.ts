import { expect, it } from "vitest";
import { receiveSmsStatus } from "@/features/sms-usage/receive-sms-status";
import { openWorld } from "../../support/world";

const { runtime } = await openWorld();
const address = `${runtime.env.appUrl}/api/webhooks/sms`;

function send(
  body: BodyInit,
  search = "",
  headers: Record<string, string> = {},
): Promise<Response> {
  const init = { method: "POST", body, headers, duplex: "half" };
  return receiveSmsStatus(new Request(`${address}${search}`, init), runtime);
}

it.each([
  "",
  "MessageSid=SM1",
  "%ff=%00",
  "__proto__=1&constructor=2",
  "=&=&=",
  "{}",
  "a".repeat(15_000),
])("S13: what Twilio has not signed is refused (%#)", async (body) => {
  for (const signature of ["", "AAAA", "\u00ff", "x".repeat(4_000)])
    expect((await send(body, "?practice=1", { "x-twilio-signature": signature })).status).toBe(403);
  expect((await send(body)).status).toBe(403);
});

it("S20: reads no more of a body than a report can be, and says 413", async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1;
      if (given > 1_000) controller.close();
      else controller.enqueue(new Uint8Array(4_096).fill(97));
    },
  });
  expect((await send(endless)).status).toBe(413);
  expect(given).toBeLessThan(20);
});
