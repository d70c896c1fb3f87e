import { withPatient } from "./patient-href";

const longest = 200;

/** Where a new message about something begins, with its subject filled in (R26). */
export function tellHref(subject: string, patientId: string | undefined): string {
  return withPatient(`/messages/new?${new URLSearchParams({ subject })}`, patientId);
}

/** The subject an address asks for: one line of at most 200 characters, empty for anything else. */
export function askedSubject(asked: string | string[] | undefined): string {
  if (typeof asked !== "string") return "";
  const line = asked
    .toWellFormed()
    .replace(/\p{C}+/gu, " ")
    .trim();
  return [...line].slice(0, longest).join("");
}
