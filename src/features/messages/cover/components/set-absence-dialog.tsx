"use client";

import { CalendarPlus } from "lucide-react";
import { DateField } from "@/components/date-field";
import { FormDialog } from "@/components/form-dialog";
import { SelectField } from "@/components/select-field";
import { TextArea } from "@/components/text-field";
import type { AbsencePlan } from "../absence-plan";
import type { AbsenceWords } from "./absence-words";

type SetAbsenceDialogProps = AbsencePlan & {
  /** YYYY-MM-DD, in the practice's zone. */
  today: string;
  words: AbsenceWords;
};

/** The days somebody is away, who looks after their patients' conversations, and what is answered by itself (R40). */
export function SetAbsenceDialog(props: SetAbsenceDialogProps) {
  const { practitioner, covers, today, words } = props;
  return (
    <FormDialog
      body={(values) => ({
        practitionerId: practitioner.id,
        fromOn: values.text("fromOn"),
        untilOn: values.text("untilOn"),
        coveredByPersonId: values.text("coveredByPersonId") || null,
        // Without a login nobody's words can be sent in their name.
        replyWords: practitioner.personId === null ? "" : values.text("replyWords"),
      })}
      fields={(form) => (
        <>
          <DateField {...form.field("fromOn")} defaultValue={today} label={words.from} />
          <DateField {...form.field("untilOn")} hint={words.untilHint} label={words.until} />
          <SelectField
            {...form.field("coveredByPersonId")}
            hint={words.coverHint}
            label={words.cover}
            options={[
              { value: "", label: words.nobody },
              ...covers.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
          />
          {practitioner.personId !== null && (
            <TextArea
              {...form.field("replyWords")}
              defaultValue={words.replySuggested}
              dir="auto"
              hint={words.replyHint}
              label={words.reply}
              rows={5}
            />
          )}
        </>
      )}
      lead={null}
      opener={{
        icon: <CalendarPlus aria-hidden="true" className="size-4.5" />,
        children: words.add,
      }}
      path="/api/absences"
      title={words.add}
      words={{ submit: words.save, cancel: words.cancel }}
    />
  );
}
