"use client";

import { SelectField, type SelectOption } from "@/components/select-field";
import {
  type RetentionKind,
  type RetentionSetting,
  retentionKinds,
} from "@/domain/retention/retention-rules";
import { CheckedSetting } from "@/features/settings/components/checked-setting";
import { CountList } from "@/features/settings/components/count-list";
import { fillIn } from "@/lib/fill-in";
import { formatDay } from "@/lib/format-time";
import type { RetentionPreview } from "../schema";

type RetentionFormProps = {
  setting: RetentionSetting;
  language: string;
  kinds: Record<RetentionKind, { label: string; hint: string; options: SelectOption[] }>;
  words: Record<
    | "check"
    | "dialogTitle"
    | "save"
    | "cancel"
    | "saved"
    | "willRemove"
    | "willRemoveNothing"
    | "forGood",
    string
  >;
};

/** S23: how long each kind is kept, with what the next night would remove by it. */
export function RetentionForm({ setting, language, kinds, words }: RetentionFormProps) {
  return (
    <CheckedSetting<RetentionSetting, RetentionPreview>
      bodyOf={(wish) => ({ setting: wish, seen: setting })}
      fields={(field) => (
        <div className="grid items-end gap-6 sm:grid-cols-2">
          {retentionKinds.map((kind) => (
            <SelectField
              {...field(kind)}
              defaultValue={String(setting[kind] ?? "")}
              hint={kinds[kind].hint}
              key={kind}
              label={kinds[kind].label}
              options={kinds[kind].options}
            />
          ))}
        </div>
      )}
      path="/api/settings/retention"
      queryOf={({ records, ...months }) => ({
        ...Object.fromEntries(Object.entries(months).map(([kind, value]) => [kind, String(value)])),
        ...(records !== null && { records: String(records) }),
      })}
      told={({ on, removes }) => (
        <Told kinds={kinds} on={formatDay(on, language)} removes={removes} words={words} />
      )}
      wishOf={(values) => ({
        drafts: Number(values.text("drafts")),
        deliveries: Number(values.text("deliveries")),
        failedRegistrations: Number(values.text("failedRegistrations")),
        records: values.text("records") === "" ? null : Number(values.text("records")),
      })}
      words={words}
    />
  );
}

type ToldProps = Pick<RetentionFormProps, "kinds" | "words"> & {
  on: string;
  removes: RetentionPreview["removes"];
};

function Told({ kinds, words, on, removes }: ToldProps) {
  if (retentionKinds.every((kind) => removes[kind] === 0))
    return <p>{fillIn(words.willRemoveNothing, { on })}</p>;
  return (
    <>
      <p>{fillIn(words.willRemove, { on })}</p>
      <CountList
        lines={retentionKinds.map((kind) => ({
          key: kind,
          label: kinds[kind].label,
          count: removes[kind],
        }))}
      />
      <p className="text-muted">{words.forGood}</p>
    </>
  );
}
