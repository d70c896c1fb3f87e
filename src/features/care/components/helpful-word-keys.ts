export const helpfulWordKeys = ["question", "yes", "no", "thanks", "sorry", "failed"] as const;
