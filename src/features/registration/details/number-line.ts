import { identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { LineType } from "@/ports/phone-lookup";
import { keyedName } from "@/security/keyed-digest";
import type { Services } from "@/server/services";
import { countLookup } from "../text-limits";

/** Numbers move between lines and networks; after this long one is asked about again. */
export const LINE_KEPT_DAYS = 90;
/** A question that died with its process is asked again after this long. */
const askedSeconds = 30;

/**
 * S4: what the provider says of a number, asked once and kept; `unknown` when nobody can say now: the code decides. Asked
 * before anything is compared, so that it tells nothing (S6), and outside of any transaction.
 */
export async function lineOf(
  services: Services,
  practiceId: string,
  e164: string,
): Promise<LineType> {
  const numberKey = keyedName(services.env.hmacKey, "phone-line", e164);
  const claimed = await claim(services, numberKey);
  const { phoneLine } = identityOf(services.db);
  if (!claimed) {
    const known = await phoneLine.findUnique({ where: { numberKey }, select: { line: true } });
    return (known?.line ?? "unknown") as LineType;
  }
  const within = await countLookup(services, practiceId);
  const answer = within.ok ? await services.phoneLookup.lineType(e164) : within;
  if (!answer.ok) {
    if (within.ok) services.log.warn({ reason: answer.reason }, "a number could not be looked up");
    await phoneLine.deleteMany({ where: { numberKey, line: null } });
    return "unknown";
  }
  await phoneLine.updateMany({ where: { numberKey }, data: { line: answer.value } });
  return answer.value;
}

/** Of several requests about one new number, one asks; the others do not wait for it. */
async function claim(services: Services, numberKey: string): Promise<boolean> {
  const { now } = services;
  const stale = fromInstant(now.subtract({ seconds: askedSeconds }));
  const old = fromInstant(now.subtract({ hours: 24 * LINE_KEPT_DAYS }));
  const count = await identityOf(services.db).$executeRaw`
    insert into identity.phone_line as kept (number_key, asked_at) values (${numberKey}, ${fromInstant(now)})
    on conflict (number_key) do update set asked_at = excluded.asked_at, line = null
      where (kept.line is null and kept.asked_at <= ${stale}) or kept.asked_at <= ${old}`;
  return count === 1;
}

/** Removes what is too old to be believed; the clean-up calls it. Answers how many went. */
export async function purgeLines({ db, now }: Pick<Services, "db" | "now">): Promise<number> {
  const before = fromInstant(now.subtract({ hours: 24 * LINE_KEPT_DAYS }));
  const { count } = await identityOf(db).phoneLine.deleteMany({
    where: { askedAt: { lte: before } },
  });
  return count;
}
