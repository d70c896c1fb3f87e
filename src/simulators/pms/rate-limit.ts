/** Calls one token may make, in fixed windows of real time (about 3,600 an hour and 10 a second there). */
export interface RateLimits {
  readonly perHour: number;
  readonly perSecond: number;
}

export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  /** Epoch seconds. */
  readonly reset: number;
  /** Set when the call is refused. */
  readonly retryAfterSeconds: number | undefined;
}

interface Window {
  startedMs: number;
  count: number;
}

export function rateLimiter({ perHour, perSecond }: RateLimits) {
  const hours = new Map<string, Window>();
  const seconds = new Map<string, Window>();
  return {
    /** Counts a call; `isFree` calls (asking for the state itself) are only looked at. */
    take(token: string, isFree = false): RateState {
      const nowMs = Date.now();
      const hour = windowOf(hours, token, nowMs, 3_600_000);
      const second = windowOf(seconds, token, nowMs, 1_000);
      const isOverHour = !isFree && hour.count >= perHour;
      const isOver = isOverHour || (!isFree && second.count >= perSecond);
      if (!isFree && !isOver) {
        hour.count += 1;
        second.count += 1;
      }
      const endsMs = hour.startedMs + 3_600_000;
      return {
        limit: perHour,
        remaining: perHour - hour.count,
        reset: Math.ceil(endsMs / 1_000),
        retryAfterSeconds: isOver
          ? Math.max(1, isOverHour ? Math.ceil((endsMs - nowMs) / 1_000) : 1)
          : undefined,
      };
    },
  };
}

function windowOf(
  windows: Map<string, Window>,
  token: string,
  nowMs: number,
  lengthMs: number,
): Window {
  const known = windows.get(token);
  if (known !== undefined && nowMs - known.startedMs < lengthMs) return known;
  const fresh = { startedMs: nowMs, count: 0 };
  windows.set(token, fresh);
  return fresh;
}
