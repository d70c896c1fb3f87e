import { expect, it } from "vitest";
import { APPOINTMENT_MOVES } from "@/domain/appointments/appointment-state";
import { eventText } from "@/features/diary/components/dialogs/visit-history";
import { type DiaryWords, diaryWordKeys } from "@/features/diary/components/diary-words";
import { wordsOf } from "@/lib/words";

const { diary } = wordsOf("en");
const view = typeof diary === "object" ? diary.view : "";
const words = Object.fromEntries(
  diaryWordKeys.map((key) => [key, typeof view === "object" ? view[key] : undefined]),
) as DiaryWords;
const speech = {
  words,
  language: "en",
  zone: "Europe/Berlin",
  names: new Map(),
  colours: new Map(),
};

const events = [
  ...new Set(Object.values(APPOINTMENT_MOVES).flatMap((moves) => Object.keys(moves))),
];
const said = (event: string) =>
  eventText(speech, {
    id: "1",
    at: "2026-12-01T09:00:00Z",
    event,
    startsAt: "2026-12-04T09:40:00Z",
    byRole: null,
    byName: null,
    reason: null,
  });

it.each(events)("R36: the history says `%s` in words of its own", (event) => {
  expect(said(event)).not.toMatch(/^Changed,|undefined|[{}]/);
});

it("R31, R36: a wish taken back, by the patient or by the portal, names its time", () => {
  expect(said("withdraw")).toBe("Wish for Fri 4 Dec, 10:40 taken back, the portal");
});
