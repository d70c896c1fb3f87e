import type { RefusalTable } from "@/lib/refusal-table";
import { sendRefusals, threadRefusals } from "../refusals";

/** What the words of a template may be refused for. */
export type TemplateWordsRefusal = "name_taken" | "unknown_fields";
export type AddTemplateRefusal =
  | TemplateWordsRefusal
  | "admins_only"
  | "too_many"
  | "idempotency_key_reused";
export type ArchiveTemplateRefusal =
  | "not_found"
  | "admins_only"
  | "template_changed"
  | "idempotency_key_reused";
export type ChangeTemplateRefusal = TemplateWordsRefusal | ArchiveTemplateRefusal;

const words = (key: string) => `templates.refusals.${key}`;
const { idempotency_key_reused } = sendRefusals;
const adminsOnly = { status: 403, words: words("admins_only") } as const;

const wordsRefusals: RefusalTable<TemplateWordsRefusal> = {
  name_taken: { status: 422, words: words("name_taken"), field: "name" },
  unknown_fields: { status: 422, words: words("unknown_fields"), field: "body" },
};

export const addTemplateRefusals: RefusalTable<AddTemplateRefusal> = {
  ...wordsRefusals,
  idempotency_key_reused,
  admins_only: adminsOnly,
  too_many: { status: 409, words: words("too_many") },
};

export const archiveTemplateRefusals: RefusalTable<ArchiveTemplateRefusal> = {
  ...threadRefusals,
  idempotency_key_reused,
  admins_only: adminsOnly,
  template_changed: { status: 409, words: words("template_changed") },
};

export const changeTemplateRefusals: RefusalTable<ChangeTemplateRefusal> = {
  ...wordsRefusals,
  ...archiveTemplateRefusals,
};
