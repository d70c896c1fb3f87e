"use client";

import { DateField } from "@/components/date-field";
import { FormDialog } from "@/components/form-dialog";
import { TextArea } from "@/components/text-field";

type DialogWords = Record<"open" | "title" | "lead" | "submit" | "cancel", string>;

type AskForPhotosProps = {
  patientId: string;
  usualDueOn: string;
  words: DialogWords & Record<"note" | "noteHint" | "due", string>;
};

/** Asks a patient for photos by a day, with a note. */
export function AskForPhotos({ patientId, usualDueOn, words }: AskForPhotosProps) {
  return (
    <FormDialog
      fields={(form) => (
        <>
          <TextArea {...form.field("note")} hint={words.noteHint} label={words.note} />
          <DateField {...form.field("dueOn")} defaultValue={usualDueOn} label={words.due} />
        </>
      )}
      lead={<p className="text-muted">{words.lead}</p>}
      opener={{ children: words.open, kind: "secondary" }}
      path={`/api/patients/${patientId}/check-ins`}
      title={words.title}
      words={words}
    />
  );
}

/** Takes a request back before photos came. */
export function TakeBackRequest({ checkInId, words }: { checkInId: string; words: DialogWords }) {
  return (
    <FormDialog
      body={() => ({})}
      fields={() => null}
      lead={<p className="text-muted">{words.lead}</p>}
      opener={{ children: words.open, kind: "quiet" }}
      path={`/api/check-ins/${checkInId}/cancel`}
      title={words.title}
      words={words}
    />
  );
}
