"use client";

import { useEffect, useState } from "react";
import { Checkbox } from "@/components/choices";
import { askWorker } from "../ask-worker";
import { keepHere, keepsHere } from "../keeps-here";

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
    // What is kept goes before anything is asked of the network.
    let said = isWanted ? null : await askWorker({ kind: "stop", owner });
    if (said && said.waiting > 0) said = await askWorker({ kind: "send", owner });
    const isWaiting = (said?.waiting ?? 0) > 0;
    setWaits(isWaiting);
    if (isWaiting) return setKeeps(true);
    await keepHere(isWanted);
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
