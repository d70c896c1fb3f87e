/** A practice's copy of an article, as far as renewing it goes. */
export interface KeptArticle {
  /** Digest of the shipped text that the copy was made from; null: the practice's own article. */
  readonly shippedDigest: string | null;
  readonly isEdited: boolean;
}

export type Renewal = "add" | "renew" | "keep" | "remove";

/**
 * What becomes of a practice's copy when the portal ships `shippedDigest` under its key, or nothing (null) any more
 * (docs/decisions/0029-care-texts-are-copies.md). What a practice wrote is never touched.
 */
export function decideRenewal(kept: KeptArticle | null, shippedDigest: string | null): Renewal {
  if (kept === null) return shippedDigest === null ? "keep" : "add";
  if (kept.shippedDigest === null || kept.isEdited) return "keep";
  if (shippedDigest === null) return "remove";
  return kept.shippedDigest === shippedDigest ? "keep" : "renew";
}
