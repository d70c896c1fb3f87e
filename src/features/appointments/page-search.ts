import type { Search } from "@/lib/page-search";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One value of an address; undefined where it is missing or stands twice. */
export function oneOf(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** An id out of an address; undefined for what is none. */
export function idOf(search: Search, name: string): string | undefined {
  const value = oneOf(search, name);
  return value !== undefined && uuid.test(value) ? value.toLowerCase() : undefined;
}

/** The same for a part of the path. */
export function pathId(value: string): string | null {
  return uuid.test(value) ? value.toLowerCase() : null;
}

/** An address with some of its parameters, in this order; those without a value are left out. */
export function addressOf(
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
