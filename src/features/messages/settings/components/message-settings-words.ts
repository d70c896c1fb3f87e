export const messageSettingsWordKeys = [
  "answerHours",
  "answerHoursHint",
  "answerWords",
  "answerWordsHint",
  "emergencyWords",
  "emergencyWordsHint",
  "alarmHours",
  "alarmHoursHint",
  "save",
  "saved",
] as const;
