"use client";

import { RadioCards } from "@/components/choices";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import type { UseForm } from "@/components/use-form";
import { fillIn } from "@/lib/fill-in";
import type { AdjustChoice, AdjustOptions } from "../adjust-options";
import type { AdjustWords } from "./adjust-words";

type AdjustFieldsProps = {
  choice: AdjustChoice;
  options: AdjustOptions;
  field: UseForm["field"];
  words: AdjustWords;
};

/** The fields of one kind of adjustment; their names are those of the route. */
export function AdjustFields({ choice, options, field, words }: AdjustFieldsProps) {
  const { today, worn, stops } = options;
  switch (choice) {
    case "pause":
    case "endOfPause":
      return (
        <>
          {choice === "pause" ? (
            <TextField
              {...field("wish.fromOn")}
              defaultValue={today}
              label={words.from}
              required
              type="date"
            />
          ) : (
            <input name="wish.fromOn" type="hidden" value={today} />
          )}
          <TextField
            {...field("wish.untilOn")}
            defaultValue={choice === "endOfPause" ? (options.pausedUntil ?? "") : ""}
            hint={words.untilHint}
            label={words.until}
            min={today}
            type="date"
          />
        </>
      );
    case "resume":
      return null;
    case "extension":
      return (
        <>
          <TextField
            {...field("wish.days")}
            defaultValue="3"
            hint={words.daysHint}
            inputMode="numeric"
            label={words.days}
            max={90}
            min={1}
            required
            type="number"
          />
          <ArchChoice field={field} stages={worn} words={words} />
        </>
      );
    case "backtrack":
      return <BackTo field={field} options={options} words={words} />;
    case "stop_release":
      return <ArchChoice field={field} stages={stops} words={words} />;
    case "replacement":
      return (
        <>
          <RadioCards
            {...field("wish.wear")}
            choices={[
              {
                value: "previous",
                label: words.wearPrevious,
                description: words.wearPreviousHint,
              },
              { value: "present", label: words.wearPresent, description: words.wearPresentHint },
            ]}
            defaultValue="previous"
            label={words.wear}
          />
          <TextField
            {...field("wish.arrivesOn")}
            defaultValue={options.expectedOn}
            hint={words.arrivesHint}
            label={words.arrives}
            min={today}
            required
            type="date"
          />
          <ArchChoice field={field} stages={worn} words={words} />
        </>
      );
  }
}

type ArchChoiceProps = {
  stages: AdjustOptions["worn"];
  field: UseForm["field"];
  words: AdjustWords;
};

/** Which arch; not asked where there is one alone. */
function ArchChoice({ stages, field, words }: ArchChoiceProps) {
  if (stages.length < 2) return null;
  const ofArch = { upper: words.archUpper, lower: words.archLower };
  return (
    <RadioCards
      {...field("wish.arch")}
      choices={[
        { value: "both", label: words.archBoth },
        ...stages.map(({ arch, name }) => ({
          value: arch,
          label: ofArch[arch],
          description: name,
        })),
      ]}
      columns={3}
      defaultValue="both"
      label={words.arch}
    />
  );
}

type BackToProps = Pick<AdjustFieldsProps, "options" | "field" | "words">;

/** One list per arch: stays, begins the present one again, or goes back to one before. */
function BackTo({ options: { backTo }, field, words }: BackToProps) {
  const label = { upper: words.toUpper, lower: words.toLower };
  return backTo.map(({ arch, stages: [present, ...before] }, index) => {
    const { id, error, name } = field("wish.toStageIds");
    return (
      <SelectField
        defaultValue={before[0]?.id ?? present?.id ?? ""}
        error={index === 0 ? error : undefined}
        id={index === 0 ? id : `${id}-${arch}`}
        key={arch}
        label={label[arch]}
        name={name}
        options={[
          ...(backTo.length > 1 ? [{ value: "", label: words.stay }] : []),
          ...(present
            ? [{ value: present.id, label: fillIn(words.again, { stage: present.name }) }]
            : []),
          ...before.map((stage) => ({ value: stage.id, label: stage.name })),
        ]}
      />
    );
  });
}
