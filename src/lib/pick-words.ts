/** Picks strings on the server, to be handed to a client component as its `words`. */
export function pickWords<const Key extends string>(
  translate: (key: Key) => string,
  keys: readonly Key[],
): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, translate(key)])) as Record<Key, string>;
}
