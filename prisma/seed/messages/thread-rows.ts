import type { Temporal } from "temporal-polyfill";
import { at, type DemoRole, type Making } from "../making";

export interface Voice {
  readonly personId: string;
  readonly role: DemoRole;
  readonly name: string;
}

interface Said {
  readonly voice: Voice;
  readonly body: string;
  readonly sentAt: Temporal.Instant;
}

/** A thread's messages, numbered from 1. */
export function addMessages(making: Making, threadId: string, said: readonly Said[]): void {
  const { rows, practiceId, chance } = making;
  said.forEach(({ voice, body, sentAt }, i) => {
    rows.add("tenant.message", {
      practiceId,
      id: chance.id(sentAt),
      threadId,
      number: i + 1,
      authorPersonId: voice.personId,
      authorRole: voice.role,
      authorName: voice.name,
      body,
      sentAt: at(sentAt),
    });
  });
}
