import type { ApiFailure } from "./api-client";

/** Whether a refused one-time code has no tries left (S3): the last one was wrong, or it came after the last. */
export function isSpent({ code, detail }: Pick<ApiFailure, "code" | "detail">): boolean {
  if (code === "code_spent" || code === "code_tries_spent") return true;
  return (code === "wrong_code" || code === "code_wrong") && detail.triesLeft === 0;
}
