import type { SnoozeRefusal } from "@/domain/messages/snooze";
import type { RefusalTable } from "@/lib/refusal-table";
import { sendRefusals, threadRefusals } from "../refusals";

export type HandlingRefusal = "not_found" | "idempotency_key_reused";

const { idempotency_key_reused } = sendRefusals;
const base = { ...threadRefusals, idempotency_key_reused };
const words = (key: string) => `messages.refusals.${key}`;

export const closeRefusals: RefusalTable<HandlingRefusal | "already_closed" | "new_messages"> = {
  ...base,
  already_closed: { status: 409, words: words("already_closed") },
  new_messages: { status: 409, words: words("new_messages") },
};

export const reopenRefusals: RefusalTable<HandlingRefusal | "not_closed"> = {
  ...base,
  not_closed: { status: 409, words: words("not_closed") },
};

export const assignRefusals: RefusalTable<
  HandlingRefusal | "assigned_meanwhile" | "person_unknown"
> = {
  ...base,
  assigned_meanwhile: { status: 409, words: words("assigned_meanwhile") },
  person_unknown: { status: 422, words: words("person_unknown"), field: "personId" },
};

export const snoozeRefusals: RefusalTable<HandlingRefusal | SnoozeRefusal | "thread_closed"> = {
  ...base,
  thread_closed: { status: 409, words: words("thread_closed") },
  too_late_today: { status: 422, words: words("too_late_today"), field: "until" },
  day_not_ahead: { status: 422, words: words("day_not_ahead"), field: "on" },
  day_too_far: { status: 422, words: words("day_too_far"), field: "on" },
};

export const shareRefusals: RefusalTable<HandlingRefusal> = base;
