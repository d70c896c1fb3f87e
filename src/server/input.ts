import type { ZodError } from "zod";
import { ok, type Result, refused } from "@/domain/result";
import { readLimited } from "@/lib/read-limited";

/** Largest JSON body of an ordinary route, in bytes. A message of 10,000 characters fits. */
export const MAX_JSON_BYTES = 65_536;

/**
 * The JSON body of a request, read no further than the limit. Refusals: `too_large`, `wrong_content_type`, `malformed`
 * (no JSON, not an object, or a text that PostgreSQL cannot keep).
 */
export async function readJson(
  request: Request,
  maxBytes: number = MAX_JSON_BYTES,
): Promise<Result<Record<string, unknown>, "malformed" | "too_large" | "wrong_content_type">> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return refused("wrong_content_type");
  const text = await readLimited(request, maxBytes);
  if (text === null) return refused("too_large");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refused("malformed");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    return refused("malformed");
  return canBeKept(parsed) ? ok({ ...parsed }) : refused("malformed");
}

/** False for a NUL byte or half of a surrogate pair in any text: PostgreSQL's text or JSON knows neither. */
function canBeKept(read: unknown): boolean {
  // A list, not a call of itself: the nesting is as deep as the sender likes.
  const left: unknown[] = [read];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string" && /\0|\p{Surrogate}/u.test(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const [name, inner] of Object.entries(value)) left.push(name, inner);
  }
  return true;
}

/** The query of an address; a name that stands twice is `malformed`, as is a NUL byte. */
export function readQuery(url: URL): Result<Record<string, string>, "malformed"> {
  const found: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (name in found || value.includes("\0")) return refused("malformed");
    found[name] = value;
  }
  return ok(found);
}

/**
 * Which fields were wrong, as keys of `messages/refusals.json`, fields. A schema says more than "check this" by giving
 * its own key as the message (`z.string().min(1, "name_missing")`).
 */
export function fieldKeys(error: ZodError): ReadonlyMap<string, string> {
  // A map: a sender may call a field "constructor", which every plain object seems to have.
  const fields = new Map<string, string>();
  const note = (name: string, key: string) => {
    if (!fields.has(name)) fields.set(name, key);
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const name of issue.keys) note(name, "unknown");
      continue;
    }
    const named = /^[a-z]+(_[a-z]+)*$/.test(issue.message) ? issue.message : keyFor(issue.code);
    note(issue.path.map(String).join(".") || "form", named);
  }
  return fields;
}

function keyFor(code: string): string {
  if (code === "too_big") return "too_long";
  if (code === "too_small") return "required";
  if (code === "invalid_type") return "required";
  return "check";
}
