import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { feedContent } from "@/features/calendar/feed-content";
import type { FeedRequest } from "@/features/calendar/schema";
import { addressBucket } from "@/security/client-address";
import { consumeLimits, limitKey } from "@/security/rate-limits";
import { isSameSecret, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";
import { feedScope } from "./feed-scope";

/** Programs ask every few minutes at most; an address nobody made says something about who asks for it. */
const limits = {
  known: { points: 120, windowSeconds: 3_600 },
  unknown: { points: 60, windowSeconds: 60 },
} as const;

export interface FeedRead {
  readonly content: string;
  /** Strong: a digest of the content. */
  readonly etag: string;
  /** Since when the content is as it is, in whole seconds, as HTTP counts. */
  readonly lastModified: Temporal.Instant;
  readonly isKnown: boolean;
}

interface Row {
  readonly id: string;
  readonly practiceId: string;
  readonly loginId: string;
  readonly personId: string;
  readonly kind: "visits" | "diary";
  readonly language: string;
}

/**
 * The calendar behind an address (R34), for whoever has it: no cookie, no session. Unknown, replaced and removed addresses,
 * and those of logins and rights that have ended, are `not_found` alike.
 */
export async function readFeed(
  services: Services,
  _visitor: VisitorActor,
  { token }: FeedRequest,
  request: Request,
): Promise<Result<FeedRead, "not_found" | "too_many_requests">> {
  const digest = tokenDigest(token);
  const row = await feedOf(services, digest);
  const counted = await count(services, row);
  if (!counted.ok) return counted;
  if (!row) return refused("not_found");
  const { env, now } = services;
  return inPractice(services.db, row.practiceId, async (tx) => {
    const scope = await feedScope(tx, row);
    if (scope === null) return refused("not_found");
    const seen = { appUrl: env.appUrl, now };
    const content = await feedContent(tx, seen, row.practiceId, scope, row.language);
    const contentDigest = new Uint8Array(createHash("sha256").update(content).digest());
    // A second at least between two contents, or "since" could not tell them apart.
    const [fetched] = await identityIn(tx).$queryRaw<{ since: Date }[]>`
      update identity.calendar_feed f set last_fetched_at = ${fromInstant(now)}, content_digest = ${contentDigest},
        content_since_at = case when f.content_digest = ${contentDigest} then f.content_since_at
          else date_trunc('second', greatest(${fromInstant(now)}::timestamptz, f.content_since_at + interval '1 second')) end
      where f.id = ${row.id}::uuid and f.digest = ${digest}
      returning f.content_since_at as since`;
    if (!fetched) return refused("not_found");
    const etag = `"${Buffer.from(contentDigest).toString("base64url")}"`;
    const lastModified = toInstant(fetched.since);
    return ok({ content, etag, lastModified, isKnown: isKnown(request, { etag, lastModified }) });
  });
}

async function feedOf({ db }: Services, digest: Uint8Array<ArrayBuffer>): Promise<Row | null> {
  const rows = await identityOf(db).$queryRaw<(Row & { digest: Uint8Array })[]>`
    select f.id, f.digest, f.practice_id as "practiceId", f.login_id as "loginId", f.kind::text as kind,
      l.person_id as "personId", p.language
    from identity.calendar_feed f
    join identity.login l on l.id = f.login_id and l.status = 'active'
    join identity.person p on p.id = l.person_id
    join identity.practice r on r.id = f.practice_id and r.closed_at is null
    where f.digest = ${digest}`;
  const [row] = rows;
  return row && isSameSecret(row.digest, digest) ? row : null;
}

/** Counted by address of the calendar, or by who asks for one that is none. */
function count(services: Services, row: Row | null) {
  const { env, db, now, request } = services;
  const { points, windowSeconds } = row ? limits.known : limits.unknown;
  const key = row
    ? limitKey(env.hmacKey, "calendar-feed", row.id)
    : limitKey(env.hmacKey, "calendar-guess", addressBucket(request.address ?? null));
  const raised = points * (env.limits === "raised" ? 1000 : 1);
  return consumeLimits(db.pool, [{ key, points: raised, windowSeconds }], now);
}

/** RFC 9110: If-None-Match decides where it is sent, else If-Modified-Since. */
function isKnown(
  { headers }: Request,
  { etag, lastModified }: Pick<FeedRead, "etag" | "lastModified">,
): boolean {
  const known = headers.get("if-none-match");
  if (known !== null)
    return known.split(",").some((one) => ["*", etag, `W/${etag}`].includes(one.trim()));
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return Number.isFinite(since) && lastModified.epochMilliseconds <= since;
}

/** Private, looked at again each time, and nothing for search engines. */
export function feedResponse({ content, etag, lastModified, isKnown: is304 }: FeedRead): Response {
  const headers = {
    etag,
    "last-modified": httpDate(lastModified),
    "cache-control": "private, no-cache",
    "x-robots-tag": "noindex, nofollow",
  };
  if (is304) return new Response(null, { status: 304, headers });
  return new Response(content, {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="visits.ics"',
    },
  });
}

/** RFC 9110, 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT". */
function httpDate(at: Temporal.Instant): string {
  return fromInstant(at).toUTCString();
}
