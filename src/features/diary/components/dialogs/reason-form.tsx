"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { Row, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useDiarySpeech } from "../diary-context";
import { TellPatient } from "./tell-patient";

type ReasonFormProps = {
  kind: "cancel" | "decline";
  pending: boolean;
  onGo: (reason: string, tellPatient: boolean) => void;
  onLeave: () => void;
};

/** The practice cancels or declines with a reason (R32). */
export function ReasonForm({ kind, pending, onGo, onLeave }: ReasonFormProps) {
  const { words } = useDiarySpeech();
  const [reason, setReason] = useState("");
  const [tell, setTell] = useState(true);
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="rounded-card bg-sunken p-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(reason.trim() === "");
        if (reason.trim() !== "" && !pending) onGo(reason.trim(), tell);
      }}
    >
      <Stack gap={3}>
        <TextField
          autoFocus
          error={missing ? words.reasonMissing : undefined}
          label={kind === "cancel" ? words.cancelReason : words.declineReason}
          maxLength={500}
          name="reason"
          onChange={(event) => setReason(event.target.value)}
          value={reason}
        />
        <TellPatient checked={tell} onCheck={setTell} />
        <Row>
          <Button kind="danger" pending={pending} small type="submit">
            {kind === "cancel" ? words.cancelVisit : words.decline}
          </Button>
          <Button kind="quiet" onClick={onLeave} small>
            {words.leaveIt}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
