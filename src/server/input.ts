import type { ZodError } from "zod";
import { ok, type Result, refused } from "@/domain/result";

/** Largest JSON body of an ordinary route, in bytes. A message of 10,000 characters fits. */
export const MAX_JSON_BYTES = 65_536;

/**
 * The JSON body of a request, read no further than the limit. Refusals: `too_large`, `wrong_content_type`, `malformed`
 * (no JSON, not an object, or a NUL byte in a text, which PostgreSQL cannot keep).
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
  return text.includes("\\u0000") || text.includes("\0") ? refused("malformed") : ok({ ...parsed });
}

async function readLimited(request: Request, maxBytes: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  const reader = request.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString("utf8");
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
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
export function fieldKeys(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) fields[key] ??= "unknown";
      continue;
    }
    const name = issue.path.map(String).join(".") || "form";
    fields[name] ??= /^[a-z]+(_[a-z]+)*$/.test(issue.message) ? issue.message : keyFor(issue.code);
  }
  return fields;
}

function keyFor(code: string): string {
  if (code === "too_big") return "too_long";
  if (code === "too_small") return "required";
  if (code === "invalid_type") return "required";
  return "check";
}
