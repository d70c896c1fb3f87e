"use client";

import { FormDialog } from "@/components/form-dialog";

type LeaveListProps = {
  path: string;
  /** Names what is left, where several stand on one page. */
  label: string;
  /** Left out at the desk. */
  patientId?: string;
  words: Record<"leave" | "leaveTitle" | "leaveText" | "leaveConfirm" | "stay", string>;
};

/** Off the list, after one question. */
export function LeaveList({ path, label, patientId, words }: LeaveListProps) {
  return (
    <FormDialog
      body={() => (patientId === undefined ? {} : { patientId })}
      fields={() => null}
      lead={<p>{words.leaveText}</p>}
      opener={{ "aria-label": label, kind: "quiet", children: words.leave }}
      path={path}
      title={words.leaveTitle}
      words={{ submit: words.leaveConfirm, cancel: words.stay }}
    />
  );
}
