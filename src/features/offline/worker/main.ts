import { isRefused, type KeptSubmission } from "@/domain/offline/kept-submission";
import type { Asked, Said } from "../protocol";
import { answer } from "./answer";
import { clearCopies, clearOutdated, clearPages, resumeCopies, stopCopies } from "./copies";
import { keepBeside, keepChanged } from "./keep-pages";
import type { WorkerScope } from "./scope";
import { inTurn, type Sent, sendKept } from "./send-kept";
import { allKept, putKept, removeAllKept, removeKept } from "./submissions";
import { tellPages } from "./tell-pages";

declare const self: WorkerScope;

const syncTag = "archway-submissions";
/** The only clock of the worker: read as an event arrives, handed on as a value. */
const clockMs = () => Date.now();

// A new worker takes over at once. Nothing breaks: pages and their scripts are kept together, whichever build made them.
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) =>
  event.waitUntil(clearOutdated(clockMs()).then(() => self.clients.claim())),
);
self.addEventListener("fetch", (event) => answer(event, clockMs()));
self.addEventListener("sync", (event) => {
  if (event.tag === syncTag) event.waitUntil(sendAll(clockMs()));
});
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  event.waitUntil(
    asked(event.data, clockMs()).then(
      (said) => port?.postMessage(said),
      () => port?.postMessage(null),
    ),
  );
  if (event.data.kind !== "here") return;
  resumeCopies();
  event.waitUntil(keepBeside(event.data.address, clockMs()));
});

async function asked(question: Asked, nowMs: number): Promise<Said | null> {
  switch (question.kind) {
    case "here":
      return said(question.owner, (await allKept()).length > 0 ? await send(nowMs) : {});
    case "send":
      return said(question.owner, await send(nowMs));
    case "keep":
      return keep(question.submissions);
    case "drop":
      await inTurn(() => removeOwn(question.key, question.owner));
      await tellPages(0);
      return said(question.owner);
    case "stop":
      stopCopies();
      await clearCopies();
      return said(question.owner);
    case "wipe":
      await clearCopies();
      await inTurn(removeAllKept);
      return { submissions: [], waiting: 0, online: null, sent: 0 };
    default:
      return null;
  }
}

async function said(owner: string, now: Partial<Said> = {}): Promise<Said> {
  const every = await allKept();
  return {
    submissions: every.filter((each) => each.owner === owner),
    waiting: every.filter((each) => !isRefused(each)).length,
    online: now.online ?? null,
    sent: now.sent ?? 0,
  };
}

async function keep(submissions: readonly KeptSubmission[]): Promise<Said> {
  await inTurn(() => putKept(submissions));
  // Where the browser has it, sending goes on after the page is closed.
  await self.registration.sync?.register(syncTag).catch(() => undefined);
  await tellPages(0);
  return said(submissions[0]?.owner ?? "");
}

async function removeOwn(key: string, owner: string): Promise<void> {
  const found = (await allKept()).find((each) => each.key === key);
  if (found?.owner === owner) await removeKept(key);
}

/** Fails where something could not be sent yet: the browser then tries again by itself. */
async function sendAll(nowMs: number): Promise<void> {
  const { online, isHeld } = await send(nowMs);
  if (online === false || isHeld) throw new Error("Not everything could be sent.");
}

async function send(nowMs: number): Promise<Sent> {
  const before = await allKept();
  const done = await sendKept(clearPages);
  const after = await allKept();
  if (JSON.stringify(before) !== JSON.stringify(after)) await tellPages(done.sent);
  if (done.sent > 0)
    await keepChanged(
      before.map(({ patientId }) => patientId),
      nowMs,
    );
  return done;
}
