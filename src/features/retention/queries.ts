import { toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import { nightToCome } from "@/domain/retention/night";
import type { RetentionSetting } from "@/domain/retention/retention-rules";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { countDue, type Removed } from "./due";
import { retentionSetting } from "./retention-setting";

/** A night that was, as the settings page shows it. */
export interface NightLine extends Removed {
  /** YYYY-MM-DD. */
  readonly on: string;
  /** ISO 8601; null while it goes on, or when it was cut off. */
  readonly finishedAt: string | null;
}

const NIGHTS_SHOWN = 14;

/** The setting, and what the last nights removed, newest first (S23). */
export function retentionView(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<{ setting: RetentionSetting; nights: NightLine[] }> {
  return inPractice(services.db, practiceId, async (tx) => {
    const nights = await tx.retentionNight.findMany({
      where: { practiceId },
      orderBy: { nightOn: "desc" },
      take: NIGHTS_SHOWN,
    });
    return {
      setting: await retentionSetting(tx, practiceId),
      nights: nights.map(({ drafts, deliveries, failedRegistrations, records, ...night }) => ({
        drafts,
        deliveries,
        failedRegistrations,
        records,
        on: toDay(night.nightOn).toString(),
        finishedAt: night.finishedAt && toInstant(night.finishedAt).toString(),
      })),
    };
  });
}

/** What the next night would remove with a setting, by the night's own query. */
export async function previewRetention(
  services: Services,
  { practiceId, zone }: ClinicActor,
  query: Omit<RetentionSetting, "records"> & { readonly records?: number | undefined },
): Promise<Result<{ on: string; removes: Removed }, never>> {
  return inPractice(services.db, practiceId, async (tx) => {
    const done = await tx.retentionNight.findFirst({
      where: { practiceId, finishedAt: { not: null } },
      orderBy: { nightOn: "desc" },
      select: { nightOn: true },
    });
    const on = nightToCome(services.now, zone, done && toDay(done.nightOn));
    const setting = { ...query, records: query.records ?? null };
    const removes = await countDue(tx, { practiceId, zone, on }, setting);
    return ok({ on: on.toString(), removes });
  });
}
