import * as z from "zod";
import { uploadView } from "@/features/uploads/schema";
import { wishedInstant } from "@/lib/time-schema";
import { aboutBody } from "./about/schema";
import { INBOX_LISTS, INBOX_WHOSE } from "./inbox/inbox-names";

/** Longest message, in characters as a person counts them (code points); the database holds the same bound. */
export const MAX_BODY = 10_000;
const MAX_SUBJECT = 200;
export const MAX_ATTACHMENTS = 10;
/** A character may take 12 bytes of JSON when it is escaped. */
export const MAX_MESSAGE_BYTES = 160_000;

/** Trimmed and in one form of Unicode, so that equal texts are equal; counted in characters, not UTF-16 units. */
function written(most: number) {
  return z
    .string()
    .max(most * 2, "too_long")
    .transform((text) => text.normalize("NFC").trim())
    .refine((text) => [...text].length <= most, "too_long");
}

const body = written(MAX_BODY).default("");
const attachmentIds = z.array(z.uuid()).max(MAX_ATTACHMENTS, "too_long").default([]);
const patientId = z.uuid().optional();

export const threadParams = z.strictObject({ id: z.uuid() });

export const threadsQuery = z.strictObject({
  patientId,
  show: z.enum(INBOX_LISTS).optional(),
  whose: z.enum(INBOX_WHOSE).optional(),
  cursor: z.string().max(200).optional(),
});
export type ThreadsWish = z.infer<typeof threadsQuery>;

export const messagesQuery = z.strictObject({
  patientId,
  /** Only messages with a smaller number. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  /** Only messages with a greater number: the 50 that come next. */
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** Version of the kept draft it is sent from; left out or 0: none was kept. */
const draft = z.int().min(0).max(2_147_483_646).optional();

export const newThreadBody = z.strictObject({
  patientId,
  /** Left out: nothing of the portal's in particular. */
  about: aboutBody.optional(),
  subject: written(MAX_SUBJECT).refine((text) => text.length > 0, "required"),
  body,
  attachmentIds,
  draft,
});
export type NewThread = z.infer<typeof newThreadBody>;

export const newMessageBody = z.strictObject({
  patientId,
  body,
  attachmentIds,
  draft,
  /** Of the practice: up to which message the writer has seen the thread; what they have read counts as well. */
  seenUpTo: z.int().min(0).max(1_000_000_000).optional(),
  /** When it was written, by the device's clock, where it could be sent only later. */
  writtenAt: wishedInstant.optional(),
});
export type NewMessage = z.infer<typeof newMessageBody> & { id: string };

export const readBody = z.strictObject({
  patientId,
  /** Read up to this message's number; left out: all there is. */
  upTo: z.int().min(0).max(1_000_000_000).optional(),
});

export const draftBody = z.strictObject({
  patientId,
  /** Left out: the draft of a thread that is not begun yet. */
  threadId: z.uuid().optional(),
  subject: z
    .string()
    .max(MAX_SUBJECT * 2, "too_long")
    .optional(),
  /** Empty: the draft goes. */
  body: z.string().max(MAX_BODY * 2, "too_long"),
  /** Left out: none. Of what is not the writer's own, nothing is kept. */
  attachmentIds: z.array(z.uuid()).max(MAX_ATTACHMENTS, "too_long").optional(),
  /** Of the draft that was read; left out or 0: there was none. */
  version: z.int().min(0).max(2_147_483_646).optional(),
});
export type Draft = z.infer<typeof draftBody>;

export const THREAD_EVENT_KINDS = [
  "closed",
  "reopened",
  "assigned",
  "snoozed",
  "woken",
  "staff_in",
  "staff_out",
] as const;
export type ThreadEventKind = (typeof THREAD_EVENT_KINDS)[number];

const role = z.enum(["patient", "guardian", "orthodontist", "staff", "admin"]);
const state = z.enum(["open", "waiting", "closed"]);

export const messageView = z.object({
  id: z.uuid(),
  number: z.number(),
  authorPersonId: z.uuid(),
  authorName: z.string(),
  authorRole: role,
  mine: z.boolean(),
  /** Sent by itself while the author was away. */
  automatic: z.boolean(),
  body: z.string(),
  sentAt: z.iso.datetime({ offset: true }),
  /** By the writer's device, where the message could be sent only later. */
  writtenAt: z.iso.datetime({ offset: true }).nullable(),
  attachments: z.array(uploadView),
});
export type MessageView = z.infer<typeof messageView>;

/** Somebody of the other side. `at` is when they read the messages after `after` and up to `upTo`. */
export const receiptView = z.object({
  name: z.string().nullable(),
  role: role.nullable(),
  after: z.number(),
  upTo: z.number(),
  at: z.iso.datetime({ offset: true }),
});
export type ReceiptView = z.infer<typeof receiptView>;

export const threadView = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  subject: z.string(),
  state,
  withStaff: z.boolean(),
  messageCount: z.number(),
  /** Up to which message the reader has read. */
  readUpTo: z.number(),
  /** Up to which message somebody of the other side has read. */
  seenUpTo: z.number(),
  /** Who of the other side has read how far; who read last stands last. */
  receipts: z.array(receiptView),
  /** Whose it is and until when it is put away: for the practice alone, null for patients. */
  handling: z
    .object({
      assignedToPersonId: z.uuid().nullable(),
      snoozedUntil: z.iso.datetime({ offset: true }).nullable(),
    })
    .nullable(),
});
export type ThreadView = z.infer<typeof threadView>;

/** What somebody of the practice did with the thread, after the message with this number. */
export const threadEventView = z.object({
  id: z.uuid(),
  kind: z.enum(THREAD_EVENT_KINDS),
  afterNumber: z.number(),
  byName: z.string(),
  toName: z.string().nullable(),
  untilAt: z.iso.datetime({ offset: true }).nullable(),
  reason: z.string().nullable(),
  at: z.iso.datetime({ offset: true }),
});
export type ThreadEventView = z.infer<typeof threadEventView>;

/** Newest first; `next` leads to older ones, `newer` to newer ones. */
export const conversationView = z.object({
  thread: threadView,
  items: z.array(messageView),
  /** Between these messages, in their order; empty for patients. */
  events: z.array(threadEventView),
  next: z.string().nullable(),
  newer: z.string().nullable(),
});
export type ConversationView = z.infer<typeof conversationView>;

export const threadLine = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  subject: z.string(),
  state,
  withStaff: z.boolean(),
  lastMessageAt: z.iso.datetime({ offset: true }),
  /** The beginning of the last message; empty when it is a file alone. */
  preview: z.string(),
  lastAuthorName: z.string().nullable(),
  lastAuthorMine: z.boolean(),
  unread: z.number(),
  /** This and what follows are the practice's own: for patients nothing. */
  assignedTo: z.object({ personId: z.uuid(), name: z.string().nullable() }).nullable(),
  snoozedUntil: z.iso.datetime({ offset: true }).nullable(),
  /** Of an open thread: since when the patient's side waits for an answer. */
  unansweredSince: z.iso.datetime({ offset: true }).nullable(),
  /** Longer than the practice's number of working hours. */
  overdue: z.boolean(),
});
export type ThreadLine = z.infer<typeof threadLine>;

const inboxCounts = z.object({ needsAnswer: z.number(), snoozed: z.number() });
export type InboxCounts = z.infer<typeof inboxCounts>;

export const threadLines = z.object({
  items: z.array(threadLine),
  next: z.string().nullable(),
  /** The practice's lists, counted to 100; null for patients. */
  counts: inboxCounts.nullable(),
});
export type ThreadLines = z.infer<typeof threadLines>;

export const startedView = z.object({ id: z.uuid(), subject: z.string(), message: messageView });
export const readView = z.object({ readUpTo: z.number(), unread: z.number() });
export const unreadView = z.object({ unread: z.number() });
export const draftView = z.object({ kept: z.boolean(), version: z.number() });
export type DraftView = z.infer<typeof draftView>;
