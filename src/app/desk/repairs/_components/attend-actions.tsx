"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { useForm } from "@/components/use-form";

type AttendActionsProps = {
  deliveryId: string;
  /** What is sent, for those who hear the buttons out of their line. */
  what: string;
  /** Null where it cannot be sent again. */
  resend: string | null;
  dismiss: string;
};

/** Sends once more, or takes it off the list (S17). */
export function AttendActions({ deliveryId, what, resend, dismiss }: AttendActionsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {resend && (
        <AttendButton
          action="resend"
          deliveryId={deliveryId}
          kind="secondary"
          label={resend}
          what={what}
        />
      )}
      <AttendButton
        action="dismiss"
        deliveryId={deliveryId}
        kind="quiet"
        label={dismiss}
        what={what}
      />
    </div>
  );
}

type AttendButtonProps = {
  deliveryId: string;
  action: "resend" | "dismiss";
  kind: "secondary" | "quiet";
  label: string;
  what: string;
};

function AttendButton({ deliveryId, action, kind, label, what }: AttendButtonProps) {
  const router = useRouter();
  const form = useForm({
    path: `/api/deliveries/${deliveryId}/attend`,
    body: () => ({ action }),
    onDone: () => {
      router.refresh();
      return "leaving";
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-2">
      <FormErrorSummary form={form} />
      <Button
        aria-label={`${label}: ${what}`}
        kind={kind}
        pending={form.pending}
        small
        type="submit"
      >
        {label}
      </Button>
    </form>
  );
}
