"use client";

import { useEffect, useState } from "react";
import { Checkbox } from "@/components/choices";
import { askWorker } from "../ask-worker";
import { chooseHere, dropCopies, keepsHere, stopKeeping } from "../keeps-here";

type KeepSwitchProps = {
  owner: string;
  words: Record<"label" | "hint" | "waits", string>;
};

/** Whether this browser keeps home, treatment and guidance, as its owner asked. A change that waits is sent first. */
export function KeepSwitch({ owner, words }: KeepSwitchProps) {
  const [keeps, setKeeps] = useState<boolean | null>(null);
  const [waits, setWaits] = useState(false);
  useEffect(() => setKeeps(keepsHere()), []);

  async function choose(isWanted: boolean) {
    setKeeps(isWanted);
    chooseHere(isWanted);
    setWaits(false);
    if (isWanted) return;
    // What is kept goes before anything is asked of the worker or the network.
    await dropCopies();
    let said = await askWorker({ kind: "stop", owner });
    if (said && said.waiting > 0) said = await askWorker({ kind: "send", owner });
    if ((said?.waiting ?? 0) === 0) return stopKeeping();
    setWaits(true);
    setKeeps(true);
    chooseHere(true);
  }
  return (
    <>
      <Checkbox
        checked={keeps ?? false}
        disabled={keeps === null}
        hint={words.hint}
        label={words.label}
        name="keep-offline"
        onChange={(event) => void choose(event.target.checked)}
      />
      <p className="text-notice" role="status">
        {waits && words.waits}
      </p>
    </>
  );
}
