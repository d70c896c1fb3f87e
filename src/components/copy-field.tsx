"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";
import { useUiWords } from "./ui-words";

type CopyFieldProps = { id: string; label: string; value: string };

/** Shows something once and copies it at a press; selecting by hand works too. */
export function CopyField({ id, label, value }: CopyFieldProps) {
  const words = useUiWords();
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-1.5">
      <label className="font-semibold" htmlFor={id}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          className="control bg-canvas"
          id={id}
          onFocus={(event) => event.currentTarget.select()}
          readOnly
          value={value}
        />
        <Button
          icon={copied ? <Check className="size-4.5" /> : <Copy className="size-4.5" />}
          kind="secondary"
          onClick={() => navigator.clipboard?.writeText(value).then(() => setCopied(true))}
          small
        >
          {copied ? words.copied : words.copy}
        </Button>
      </div>
      <p className="sr-only" role="status">
        {copied && words.copied}
      </p>
    </div>
  );
}
