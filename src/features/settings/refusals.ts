export const settingRefusals = {
  changed_meanwhile: { status: 409, words: "settings.refusals.changed_meanwhile" },
} as const;
