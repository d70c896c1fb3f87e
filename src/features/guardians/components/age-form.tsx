"use client";

import { SelectField, type SelectOption } from "@/components/select-field";
import { CheckedSetting } from "@/features/settings/components/checked-setting";
import { CountList } from "@/features/settings/components/count-list";
import type { AgePreview } from "../age-schema";

const counted = ["endings", "youngPeople", "withoutLogin", "soon"] as const;

type AgeFormProps = {
  age: number;
  options: SelectOption[];
  words: Record<
    | "label"
    | "hint"
    | "check"
    | "dialogTitle"
    | "save"
    | "cancel"
    | "saved"
    | "endsNothing"
    | "ends"
    | "staysEnded"
    | (typeof counted)[number],
    string
  >;
};

/** R10: the age of a login of one's own, with whose access it would end. */
export function AgeForm({ age, options, words }: AgeFormProps) {
  return (
    <CheckedSetting<number, AgePreview>
      bodyOf={(wish) => ({ age: wish, seen: age })}
      fields={(field) => (
        <div className="max-w-md">
          <SelectField
            {...field("age")}
            defaultValue={String(age)}
            hint={words.hint}
            label={words.label}
            options={options}
          />
        </div>
      )}
      path="/api/settings/guardian-age"
      queryOf={(wish) => ({ age: String(wish) })}
      told={(preview) => (
        <>
          <p>{preview.endings === 0 ? words.endsNothing : words.ends}</p>
          <CountList
            lines={counted.map((key) => ({ key, label: words[key], count: preview[key] }))}
          />
          {preview.endings > 0 && <p className="text-muted">{words.staysEnded}</p>}
        </>
      )}
      wishOf={(values) => Number(values.text("age"))}
      words={words}
    />
  );
}
