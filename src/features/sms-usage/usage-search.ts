import type { Search } from "@/lib/page-search";
import { type TextsQuery, textsQuery } from "./schema";

/** What a page's address asks for; a part that cannot be read is as good as none. */
export function readUsageSearch(search: Search): TextsQuery {
  const read: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(textsQuery.shape)) {
    const one = part.safeParse(search[name]);
    if (one.success && one.data !== undefined) read[name] = one.data;
  }
  return textsQuery.parse(read);
}
