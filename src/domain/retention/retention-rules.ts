/** What is kept for a time of its own, in the order in which a night removes it. */
export const retentionKinds = ["drafts", "deliveries", "failedRegistrations", "records"] as const;

export type RetentionKind = (typeof retentionKinds)[number];

/** Months, and years for records; null: records stay for good (S23). */
export interface RetentionSetting {
  readonly drafts: number;
  readonly deliveries: number;
  readonly failedRegistrations: number;
  readonly records: number | null;
}

/** What a practice may choose. A record stays ten years at least. */
export const retentionBounds = {
  drafts: { from: 1, until: 60 },
  deliveries: { from: 3, until: 120 },
  failedRegistrations: { from: 1, until: 60 },
  records: { from: 10, until: 50 },
} as const satisfies Record<RetentionKind, { from: number; until: number }>;
