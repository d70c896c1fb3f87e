import { Button } from "@/components/button";
import { SelectField } from "@/components/select-field";
import { fillIn } from "@/lib/fill-in";

type CompareWithProps = {
  others: readonly number[];
  against: number | null;
  words: Record<"label" | "go" | "version", string>;
};

/** Chooses the version to compare with; the address keeps the choice. */
export function CompareWith({ others, against, words }: CompareWithProps) {
  if (others.length === 0) return null;
  return (
    <form className="flex flex-wrap items-end gap-3" method="get">
      <SelectField
        className="max-w-44"
        defaultValue={String(against ?? others[0])}
        label={words.label}
        name="against"
        options={others.map((version) => ({
          value: String(version),
          label: fillIn(words.version, { version }),
        }))}
      />
      <Button kind="secondary" small type="submit">
        {words.go}
      </Button>
    </form>
  );
}
