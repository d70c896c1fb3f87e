"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { describedBy, FieldFrame, type FieldProps } from "./field-frame";
import { useUiWords } from "./ui-words";

type PasswordFieldProps = FieldProps &
  Omit<ComponentProps<"input">, keyof FieldProps | "type" | "autoComplete"> & {
    /** What a password manager should offer. */
    autoComplete: "current-password" | "new-password";
  };

/** A password that can be pasted, filled by a manager, and shown. */
export function PasswordField({ label, hint, error, id, ...input }: PasswordFieldProps) {
  const words = useUiWords();
  const [shown, setShown] = useState(false);
  const controlId = id ?? input.name;
  const Icon = shown ? EyeOff : Eye;
  return (
    <FieldFrame error={error} hint={hint} id={controlId} label={label}>
      <div className="relative">
        <input
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...input}
          {...describedBy(controlId, hint, error)}
          className="control pe-12"
          id={controlId}
          type={shown ? "text" : "password"}
        />
        <button
          aria-controls={controlId}
          aria-label={shown ? words.hidePassword : words.showPassword}
          className="absolute inset-e-0 top-0 grid size-11 place-items-center rounded-control text-muted hover:text-ink"
          onClick={() => setShown(!shown)}
          type="button"
        >
          <Icon aria-hidden="true" className="size-5" />
        </button>
      </div>
    </FieldFrame>
  );
}
