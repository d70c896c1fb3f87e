import { quietHoursRefusals } from "@/features/reminders/refusals";

export const changeTimesRefusals = { changed_meanwhile: quietHoursRefusals.changed_meanwhile };
