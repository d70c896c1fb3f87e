"use client";

import { Checkbox } from "@/components/choices";
import { useDiarySpeech } from "../diary-context";

type TellPatientProps = { checked: boolean; onCheck: (checked: boolean) => void };

/** Whether the portal tells the patient, or the desk does. */
export function TellPatient({ checked, onCheck }: TellPatientProps) {
  const { words } = useDiarySpeech();
  return (
    <Checkbox
      checked={checked}
      label={words.tellPatient}
      name="tellPatient"
      onChange={(event) => onCheck(event.target.checked)}
    />
  );
}
