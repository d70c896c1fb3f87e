import { describe, expect, it } from "vitest";
import {
  firstShown,
  type Shown,
  withNewer,
  withOlder,
  withSent,
} from "@/features/messages/conversation/conversation-state";
import { linkParts } from "@/features/messages/conversation/link-parts";
import { receiptsUnder } from "@/features/messages/conversation/receipts";
import type { ConversationView, MessageView, ReceiptView } from "@/features/messages/schema";
import messages from "../../../messages/en/messages.json";

const total = 10_000;

const message = (number: number, mine = number % 2 === 0): MessageView => ({
  id: `018bcfe5-0000-7000-8000-${String(number).padStart(12, "0")}`,
  number,
  authorPersonId: mine ? "me" : "them",
  authorName: "Robin",
  authorRole: "patient",
  mine,
  automatic: false,
  body: `Message ${number}`,
  sentAt: "2026-11-23T09:00:00Z",
  writtenAt: null,
  attachments: [],
});

/** A page as the route gives it: the messages from `from` to `to`, newest first. */
function page(from: number, to: number, count = total): ConversationView {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => to - step);
  return {
    thread: {
      id: "thread",
      patientId: "patient",
      patientName: "Robin",
      subject: "Tray 7",
      state: "open",
      withStaff: true,
      messageCount: count,
      readUpTo: 0,
      seenUpTo: 0,
      receipts: [],
      handling: null,
    },
    items: numbers.map((number) => message(number)),
    events: [],
    next: from > 1 ? String(from) : null,
    newer: to < count ? String(to) : null,
  };
}

const numbers = (shown: Shown) => shown.messages.map(({ number }) => number);
const isUnbroken = (shown: Shown) =>
  numbers(shown).every((number, place) => number === (numbers(shown)[0] ?? 0) + place);

describe("10,000 messages in a thread", () => {
  it("are read to the beginning and back to the newest, without gaps or doubles, holding 300", () => {
    let shown = firstShown(page(total - 49, total));
    while (shown.older !== null) {
      const before = Number(shown.older);
      shown = withOlder(shown, page(Math.max(1, before - 50), before - 1));
      expect(isUnbroken(shown) && shown.messages.length <= 300).toBe(true);
    }
    expect([numbers(shown)[0], shown.newer]).toEqual([1, "300"]);
    while (shown.newer !== null) {
      const after = Number(shown.newer);
      shown = withNewer(shown, page(after + 1, Math.min(total, after + 50)));
      expect(isUnbroken(shown) && shown.messages.length <= 300).toBe(true);
    }
    expect([numbers(shown).at(-1), shown.older]).toEqual([total, String(total - 299)]);
  });

  it("a page that was asked for twice is shown once, and one that leaves a gap is not", () => {
    const shown = firstShown(page(51, 100, 100));
    const more = page(101, 102, 102);
    expect(numbers(withNewer(withNewer(shown, more), more)).slice(-3)).toEqual([100, 101, 102]);
    expect(numbers(withNewer(shown, page(104, 110, 110))).at(-1)).toBe(100);
    const older = page(1, 50, 100);
    expect(numbers(withOlder(withOlder(shown, older), older))).toHaveLength(100);
  });

  it("one's own message joins on, or waits for those written in between", () => {
    const shown = firstShown(page(1, 4, 4));
    expect(numbers(withSent(shown, message(5)))).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(withSent(shown, message(6)))).toEqual([1, 2, 3, 4]);
  });
});

describe("links in text", () => {
  it.each([
    ["See https://a.example/x.", ["See ", "https://a.example/x", "."]],
    ["(https://a.example/x)", ["(", "https://a.example/x", ")"]],
    ["https://a.example/x_(y)", ["https://a.example/x_(y)"]],
    ["HTTP://A.example and more", ["HTTP://A.example", " and more"]],
    ["javascript:alert(1)", ["javascript:alert(1)"]],
    ["data:text/html,x ftp://a.example", ["data:text/html,x ftp://a.example"]],
    ["https://bank.example@evil.example", ["https://bank.example@evil.example"]],
    ["https://localhost/x", ["https://localhost/x"]],
    ["https://a.example/\u202egpj.exe", ["https://a.example/", "\u202egpj.exe"]],
    ["مرحبا https://a.example نعم", ["مرحبا ", "https://a.example", " نعم"]],
  ])("%s", (text, parts) => {
    expect(linkParts(text).map((part) => part.text)).toEqual(parts);
  });

  it("lead to web addresses alone", () => {
    const links = linkParts("https://a.example/x javascript:x http://b.example").filter(
      (part) => part.kind === "link",
    );
    expect(links.map(({ href }) => href)).toEqual(["https://a.example/x", "http://b.example/"]);
  });
});

describe("R38: what stands under one's own messages", () => {
  const here = {
    zone: "Europe/Stockholm",
    today: "2026-11-23",
    language: "en",
    at: "2026-11-23T15:10:00Z",
  };
  const says = messages.conversation;
  const reader = (name: string, upTo: number, more: Partial<ReceiptView> = {}): ReceiptView => ({
    name,
    role: "orthodontist",
    after: 0,
    upTo,
    at: "2026-11-23T13:02:00Z",
    ...more,
  });
  const under = (receipts: ReceiptView[]) =>
    Object.fromEntries(
      receiptsUnder(
        [1, 2, 3, 4, 5, 6].map((n) => message(n)),
        receipts,
        here,
        says,
      ),
    );

  it("who read, when, under the last one they read; and that the rest is sent", () => {
    expect(under([])).toEqual({ 6: "Sent" });
    expect(under([reader("Dr Lind", 5)])).toEqual({ 4: "Read by Dr Lind at 14:02", 6: "Sent" });
    expect(under([reader("Dr Lind", 6), reader("Mia", 6), reader("Ola", 2)])).toEqual({
      2: "Read by Ola at 14:02",
      6: "Read by Dr Lind at 14:02 · Read by Mia at 14:02",
    });
  });

  it("names the day when it was another one, in the practice's zone", () => {
    expect(under([reader("Dr Lind", 6, { at: "2026-11-22T22:59:00Z" })])[6]).toBe(
      "Read by Dr Lind at 23:59, Yesterday",
    );
    expect(under([reader("Dr Lind", 6, { at: "2026-11-22T23:01:00Z" })])[6]).toBe(
      "Read by Dr Lind at 00:01",
    );
  });

  it("says no time for a message that was read before the moment known", () => {
    expect(under([reader("Dr Lind", 7, { after: 6 })])[6]).toBe("Read by Dr Lind");
  });
});
