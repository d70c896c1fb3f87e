import { createHash } from "node:crypto";

/** An id that says what it is of, in the shape of a UUIDv7; SQL makes the same one (seed-sql.ts). */
export function benchId(...parts: (string | number)[]): string {
  const hex = createHash("md5").update(parts.join("/")).digest("hex");
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return groups.join("-");
}
