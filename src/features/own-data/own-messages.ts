import type { Tx } from "@/db/client";
import { sqlText } from "@/db/sql";
import { threadAboutSql } from "@/features/messages/about/about-sql";
import type { AboutView } from "@/features/messages/about/schema";
import { instantText as at } from "./texts";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
  readonly personId: string;
}

/** Where a file of one's own can be fetched, logged in. */
export function fileLink(appUrl: string, uploadId: string, patientId: string): string {
  return `${appUrl}/api/uploads/${uploadId}?patientId=${patientId}`;
}

const file = { id: true, kind: true, fileName: true, contentType: true, bytes: true } as const;

/** Every conversation with the practice, word for word. */
export async function ownConversations(tx: Tx, whose: Whose, appUrl: string) {
  const { practiceId, patientId } = whose;
  const threads = await tx.thread.findMany({
    where: { practiceId, patientId },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      subject: true,
      state: true,
      createdAt: true,
      closedAt: true,
      messages: {
        orderBy: { number: "asc" },
        select: {
          number: true,
          sentAt: true,
          authorName: true,
          authorRole: true,
          body: true,
          automaticFor: true,
          messageAttachments: {
            orderBy: { position: "asc" },
            select: { upload: { select: file } },
          },
        },
      },
    },
  });
  const abouts = await tx.$queryRaw<{ id: string; about: AboutView | null }[]>`
    select t.id, ${sqlText(threadAboutSql)} as about from tenant.thread t
    where t.practice_id = ${practiceId}::uuid and t.patient_id = ${patientId}::uuid and t.about_id is not null`;
  const aboutOf = new Map(abouts.map(({ id, about }) => [id, about]));
  return threads.map(({ id, createdAt, closedAt, messages, ...thread }) => ({
    ...thread,
    about: aboutText(aboutOf.get(id)),
    startedAt: at(createdAt),
    closedAt: at(closedAt),
    messages: messages.map(({ sentAt, automaticFor, messageAttachments, ...message }) => ({
      ...message,
      automatic: automaticFor !== null,
      sentAt: at(sentAt),
      attachments: messageAttachments.map(({ upload }) => linked(upload, appUrl, patientId)),
    })),
  }));
}

/** The visit, the stage or the case a conversation is about, while it is there. */
function aboutText(about: AboutView | null | undefined) {
  if (!about) return null;
  if (about.kind === "stage") return { arch: about.arch, number: about.number };
  if (about.kind === "case") return { caseNumber: about.caseNumber };
  return { visitType: about.name, startsAt: at(new Date(about.startsAt)) };
}

/** What one began to write and did not send; another person's drafts are theirs. */
export async function ownDrafts(tx: Tx, { practiceId, patientId, personId }: Whose) {
  const drafts = await tx.messageDraft.findMany({
    where: { practiceId, patientId, personId },
    select: { subject: true, body: true, updatedAt: true },
  });
  return drafts.map(({ updatedAt, ...draft }) => ({ ...draft, updatedAt: at(updatedAt) }));
}

/** Photos and files that one may open: those of conversations, and what one uploaded oneself. */
export async function ownFiles(tx: Tx, whose: Whose, appUrl: string) {
  const { practiceId, patientId, personId } = whose;
  const files = await tx.upload.findMany({
    where: {
      practiceId,
      patientId,
      state: "stored",
      OR: [
        { uploadedByPersonId: personId },
        { messageAttachments: { some: {} } },
        { checkInPhotos: { some: {} } },
      ],
    },
    orderBy: { createdAt: "asc" },
    select: { ...file, createdAt: true },
  });
  return files.map(({ createdAt, ...one }) => ({
    ...linked(one, appUrl, patientId),
    addedAt: at(createdAt),
  }));
}

interface StoredFile {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: bigint;
}

function linked({ id, bytes, ...rest }: StoredFile, appUrl: string, patientId: string) {
  return { ...rest, bytes: Number(bytes), link: fileLink(appUrl, id, patientId) };
}
