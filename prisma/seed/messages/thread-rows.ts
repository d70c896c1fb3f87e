import type { Temporal } from "temporal-polyfill";
import { addUpload } from "../files/demo-files";
import { at, type DemoRole, type Making } from "../making";

export interface Voice {
  readonly personId: string;
  readonly role: DemoRole;
  readonly name: string;
}

interface Said {
  readonly voice: Voice;
  readonly body: string;
  readonly hasPhoto: boolean;
  readonly sentAt: Temporal.Instant;
}

/** A thread's messages, numbered from 1. */
export function addMessages(
  making: Making,
  threadId: string,
  patientId: string,
  said: readonly Said[],
): void {
  const { rows, practiceId, chance } = making;
  said.forEach(({ voice, body, hasPhoto, sentAt }, i) => {
    const id = chance.id(sentAt);
    rows.add("tenant.message", {
      practiceId,
      id,
      threadId,
      number: i + 1,
      authorPersonId: voice.personId,
      authorRole: voice.role,
      authorName: voice.name,
      body,
      sentAt: at(sentAt),
    });
    const [photo] = making.shared.files.photos;
    if (!hasPhoto || !photo) return;
    const createdAt = sentAt.subtract({ minutes: 2 });
    const upload = { patientId, byPersonId: voice.personId, createdAt };
    const uploadId = addUpload(making, photo, { ...upload, fileName: "photo.jpg", kind: "photo" });
    rows.add("tenant.message_attachment", {
      practiceId,
      id: chance.id(sentAt),
      messageId: id,
      uploadId,
    });
  });
}
