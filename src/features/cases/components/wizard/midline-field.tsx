"use client";

import { SelectField } from "@/components/select-field";
import { MIDLINE_MOVES, type MidlineShift } from "@/domain/cases/prescription";
import { NumberEntry } from "@/features/treatment/plan/components/number-entry";

type MidlineFieldProps = {
  name: string;
  label: string;
  millimetresLabel: string;
  moves: Readonly<Record<MidlineShift["move"], string>>;
  shift: MidlineShift;
  onChange: (shift: MidlineShift) => void;
};

const LEAST = 0.25;
const MOST = 5;

/** Where a midline goes, and by how much where it moves. */
export function MidlineField(props: MidlineFieldProps) {
  const { name, label, millimetresLabel, moves, shift, onChange } = props;
  const isMoved = shift.move !== "keep";
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-2">
      <SelectField
        label={label}
        name={name}
        onChange={({ target }) => {
          const move = MIDLINE_MOVES.find((one) => one === target.value) ?? "keep";
          onChange({ move, millimetres: move === "keep" ? 0 : shift.millimetres || 1 });
        }}
        options={MIDLINE_MOVES.map((value) => ({ value, label: moves[value] }))}
        value={shift.move}
      />
      {isMoved && (
        <NumberEntry
          id={`case-${name}-millimetres`}
          label={millimetresLabel}
          least={LEAST}
          most={MOST}
          onEnter={(millimetres) =>
            onChange({ ...shift, millimetres: quarters(millimetres ?? LEAST) })
          }
          step={LEAST}
          value={shift.millimetres}
        />
      )}
    </div>
  );
}

const quarters = (millimetres: number) => Math.max(LEAST, Math.round(millimetres / LEAST) * LEAST);
