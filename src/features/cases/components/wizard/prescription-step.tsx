"use client";

import { RadioCards } from "@/components/choices";
import { SelectField } from "@/components/select-field";
import { TextArea } from "@/components/text-field";
import {
  ARCHES_TREATED,
  AS_NEEDED,
  archesOf,
  BITE_AIMS,
  CROSSBITE_AIMS,
  SPACE_AIMS,
} from "@/domain/cases/prescription";
import { NumberEntry } from "@/features/treatment/plan/components/number-entry";
import { CrowdingWays } from "./crowding-ways";
import { MidlineField } from "./midline-field";
import { ToothWishes } from "./tooth-wishes";
import type { CaseDraft } from "./use-case-draft";
import { WizardPart } from "./wizard-part";
import type { PrescriptionWords, WizardWords } from "./wizard-words";

type PrescriptionStepProps = { draft: CaseDraft; words: WizardWords; names: PrescriptionWords };

/** What is prescribed; every change is kept as it is made. */
export function PrescriptionStep({ draft, words, names }: PrescriptionStepProps) {
  const { prescription: it, change } = draft;
  const pick = <Value extends string>(
    name: "ipr" | "attachments" | "overjet" | "overbite" | "crossbite" | "spaces",
    label: string,
    values: readonly Value[],
    said: Readonly<Record<Value, string>>,
  ) => (
    <SelectField
      label={label}
      name={name}
      onChange={({ target }) => change({ [name]: target.value })}
      options={values.map((value) => ({ value, label: said[value] }))}
      value={it[name]}
    />
  );
  return (
    <>
      <WizardPart title={words.basics}>
        <RadioCards
          choices={ARCHES_TREATED.map((value) => ({ value, label: names.archesOf[value] }))}
          columns={3}
          label={words.archesLabel}
          name="arches"
          onChoose={(value) =>
            change({ arches: ARCHES_TREATED.find((one) => one === value) ?? "both" })
          }
          value={it.arches}
        />
        <TextArea
          dir="auto"
          hint={words.goalHint}
          label={names.goal}
          maxLength={500}
          name="goal"
          onChange={({ target }) => change({ goal: target.value })}
          rows={2}
          value={it.goal}
        />
      </WizardPart>
      <WizardPart lead={words.teethLead} title={names.teeth}>
        <ToothWishes
          arches={archesOf(it.arches)}
          names={names.wishes}
          onChange={(teeth) => change({ teeth })}
          teeth={it.teeth}
          words={words}
        />
      </WizardPart>
      <WizardPart title={words.bite}>
        <div className="grid gap-4 sm:grid-cols-2">
          {pick("overjet", names.overjet, BITE_AIMS, names.bites)}
          {pick("overbite", names.overbite, BITE_AIMS, names.bites)}
          {pick("crossbite", names.crossbite, CROSSBITE_AIMS, names.crossbites)}
          {pick("spaces", names.spaces, SPACE_AIMS, names.spacesOf)}
          {(["upper", "lower"] as const).map((arch) => (
            <MidlineField
              key={arch}
              label={arch === "upper" ? names.midlineUpper : names.midlineLower}
              millimetresLabel={words.millimetres}
              moves={names.moves}
              name={`midline-${arch}`}
              onChange={(shift) => change({ midline: { ...it.midline, [arch]: shift } })}
              shift={it.midline[arch]}
            />
          ))}
        </div>
        <CrowdingWays
          chosen={it.crowding}
          label={names.crowding}
          onChange={(crowding) => change({ crowding })}
          ways={names.ways}
        />
      </WizardPart>
      <WizardPart title={words.means}>
        <div className="grid gap-4 sm:grid-cols-2">
          {pick("ipr", names.ipr, AS_NEEDED, names.asNeeded)}
          {pick("attachments", names.attachments, AS_NEEDED, names.asNeeded)}
          <NumberEntry
            id="case-interval-days"
            label={names.intervalDays}
            least={3}
            most={30}
            onEnter={(days) => change({ intervalDays: days ?? it.intervalDays })}
            value={it.intervalDays}
          />
          <NumberEntry
            id="case-passive-aligners"
            label={names.passiveAligners}
            least={0}
            most={5}
            onEnter={(count) => change({ passiveAligners: count ?? 0 })}
            value={it.passiveAligners}
          />
        </div>
        <TextArea
          dir="auto"
          hint={words.notesHint}
          label={names.notes}
          maxLength={4000}
          name="notes"
          onChange={({ target }) => change({ notes: target.value })}
          value={it.notes}
        />
      </WizardPart>
    </>
  );
}
