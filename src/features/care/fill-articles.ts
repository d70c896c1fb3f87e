import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { decideRenewal } from "@/domain/care/renewal";
import type { Services } from "@/server/services";
import { type ShippedArticle, shippedArticles } from "./shipped/shipped-texts";

interface Kept {
  readonly id: string;
  readonly key: string;
  readonly language: string;
  readonly shippedDigest: string | null;
  readonly editedAt: Date | null;
}

type Filling = Pick<Services, "now" | "random">;

/**
 * Gives a practice the shipped texts it does not have, renews copies it did not edit, and removes those that are shipped
 * no more. What the practice wrote, and what it keeps from patients, stays as it is. Answers how many copies changed.
 */
export async function fillArticles(tx: Tx, services: Filling, practiceId: string): Promise<number> {
  const copies = await tx.careArticle.findMany({
    where: { practiceId },
    select: { id: true, key: true, language: true, shippedDigest: true, editedAt: true },
  });
  const left = new Map(copies.map((copy) => [nameOf(copy), copy]));
  const missing: ShippedArticle[] = [];
  let changed = 0;
  for (const shipped of shippedArticles()) {
    const copy = left.get(nameOf(shipped)) ?? null;
    left.delete(nameOf(shipped));
    const renewal = decideRenewal(copy && asKept(copy), shipped.digest);
    if (renewal === "add") missing.push(shipped);
    if (renewal === "renew" && copy)
      changed += await renew(tx, services, practiceId, copy, shipped);
  }
  for (const copy of left.values())
    if (decideRenewal(asKept(copy), null) === "remove")
      changed += await remove(tx, practiceId, copy);
  return changed + (await add(tx, services, practiceId, missing));
}

const nameOf = ({ key, language }: Pick<Kept, "key" | "language">) => `${language} ${key}`;

function asKept({ shippedDigest, editedAt }: Kept) {
  return { shippedDigest, isEdited: editedAt !== null };
}

/** The columns a copy has from what is shipped. */
export function columnsOf({ digest, key: _key, language: _language, ...text }: ShippedArticle) {
  return { ...text, shippedDigest: digest };
}

/** Of two workers at once one adds an article. */
async function add(
  tx: Tx,
  { now, random }: Filling,
  practiceId: string,
  missing: readonly ShippedArticle[],
): Promise<number> {
  const updatedAt = fromInstant(now);
  const added = await tx.careArticle.createMany({
    data: missing.map((shipped) => ({
      ...columnsOf(shipped),
      practiceId,
      id: random.uuid(),
      key: shipped.key,
      language: shipped.language,
      updatedAt,
    })),
    skipDuplicates: true,
  });
  return added.count;
}

async function renew(
  tx: Tx,
  { now }: Filling,
  practiceId: string,
  copy: Kept,
  shipped: ShippedArticle,
): Promise<number> {
  const renewed = await tx.careArticle.updateMany({
    // Not what somebody edits in this very moment.
    where: { practiceId, id: copy.id, editedAt: null, shippedDigest: copy.shippedDigest },
    data: { ...columnsOf(shipped), updatedAt: fromInstant(now) },
  });
  return renewed.count;
}

async function remove(tx: Tx, practiceId: string, { id }: Kept): Promise<number> {
  await tx.$queryRaw`
    select from tenant.care_article where practice_id = ${practiceId}::uuid and id = ${id}::uuid for update`;
  const still = await tx.careArticle.count({ where: { practiceId, id, editedAt: null } });
  if (still === 0) return 0;
  await tx.careFeedback.deleteMany({ where: { practiceId, articleId: id } });
  const removed = await tx.careArticle.deleteMany({ where: { practiceId, id } });
  return removed.count;
}
