import type { Tx } from "@/db/client";
import { unknownFields } from "@/domain/messages/template-fields";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { seenOf } from "@/features/settings/seen";
import type { TemplateWordsRefusal } from "./refusals";

export interface TemplateWords {
  readonly name: string;
  readonly body: string;
}

/** What a page showed of a template, in short. */
export function templateSeen({ name, body }: TemplateWords): string {
  return seenOf({ name, body });
}

/** Those with these names, one after the other until the end: one's own, or everybody's (null). */
export async function lockTemplates(
  tx: Tx,
  practiceId: string,
  ownerPersonId: string | null,
): Promise<void> {
  const lock = `templates ${practiceId} ${ownerPersonId}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
}

/**
 * A template that somebody may change, held until the end. Refusals: `not_found` for another person's or practice's and
 * for what is archived, `admins_only` where it is everybody's (R52).
 */
export async function lockTemplate(
  tx: Tx,
  { practiceId, personId, role }: ClinicActor,
  id: string,
): Promise<Result<TemplateWords & { ownerPersonId: string | null }, "not_found" | "admins_only">> {
  const rows = await tx.$queryRaw<(TemplateWords & { ownerPersonId: string | null })[]>`
    select name, body, owner_person_id as "ownerPersonId" from tenant.message_template
    where practice_id = ${practiceId}::uuid and id = ${id}::uuid and archived_at is null
      and (owner_person_id is null or owner_person_id = ${personId}::uuid)
    for update`;
  const [row] = rows;
  if (!row) return refused("not_found");
  return row.ownerPersonId === null && role !== "admin" ? refused("admins_only") : ok(row);
}

interface Wish extends TemplateWords {
  readonly ownerPersonId: string | null;
  /** The template that gets these words; null: a further one. */
  readonly id: string | null;
}

/** Whether words can stand: nothing between braces that means nothing, and no name twice, whatever its capitals. */
export async function judgeWords(
  tx: Tx,
  practiceId: string,
  { id, ownerPersonId, name, body }: Wish,
): Promise<Result<void, TemplateWordsRefusal>> {
  const unknown = unknownFields(body);
  if (unknown.length > 0) return refused("unknown_fields", { fields: unknown.join(", ") });
  const alike = await tx.$queryRaw<unknown[]>`
    select from tenant.message_template
    where practice_id = ${practiceId}::uuid and archived_at is null and lower(name) = lower(${name}::text)
      and owner_person_id is not distinct from ${ownerPersonId}::uuid and id is distinct from ${id}::uuid
    limit 1`;
  return alike.length > 0 ? refused("name_taken") : ok(undefined);
}
