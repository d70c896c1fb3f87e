import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { fillArticles } from "@/features/care/fill-articles";
import { sentence } from "@/lib/sentence";
import type { Services } from "@/server/services";
import { type PracticeWish, type PracticeWishRefusal, readPracticeWish } from "./new-practice";

export type CreatePracticeRefusal =
  | PracticeWishRefusal
  | "zone_not_in_database"
  | "practice_closed";

export interface PracticeCreated {
  readonly shortName: string;
  /** False: it existed already and was left as it is. */
  readonly created: boolean;
}

/** The version of the terms that a new practice begins with (R4). */
const firstTerms = "1";

/**
 * S22: makes a practice from the command line, with its settings, first terms and care guidance, and says so in the installation's
 * audit chain. Asked again for the same short name it changes nothing.
 */
export async function createPractice(
  services: Services,
  wish: PracticeWish,
): Promise<Result<PracticeCreated, CreatePracticeRefusal>> {
  const read = readPracticeWish(wish);
  if (!read.ok) return read;
  const practice = read.value;
  const { shortName } = practice;
  const id = services.random.uuid();
  return inPractice<Result<PracticeCreated, CreatePracticeRefusal>>(services.db, id, async (tx) => {
    const identity = identityIn(tx);
    const zones = await tx.$queryRaw<unknown[]>`
      select from pg_timezone_names where name = ${practice.zone}`;
    if (zones.length === 0) return refused("zone_not_in_database", { zone: practice.zone });
    const createdAt = fromInstant(services.now);
    // Of two commands at once one finds the row and makes nothing.
    const made = await identity.practice.createMany({
      data: [{ ...practice, id, createdAt }],
      skipDuplicates: true,
    });
    if (made.count === 0) {
      const found = await identity.practice.findUniqueOrThrow({
        where: { shortName },
        select: { closedAt: true },
      });
      return found.closedAt ? refused("practice_closed") : ok({ shortName, created: false });
    }
    await tx.practiceSettings.create({
      data: { practiceId: id, updatedAt: createdAt },
      select: { practiceId: true },
    });
    await tx.terms.create({
      data: {
        practiceId: id,
        version: firstTerms,
        language: practice.language,
        text: sentence(practice.language, "setUp.firstTerms", { practice: practice.name }),
        publishedAt: createdAt,
      },
      select: { id: true },
    });
    await fillArticles(tx, services, id);
    await recordAudit(
      tx,
      services,
      { name: "command line" },
      {
        action: "practice.created",
        practiceId: null,
        objectKind: "practice",
        objectId: id,
        detail: { shortName },
      },
    );
    return ok({ shortName, created: true });
  });
}
