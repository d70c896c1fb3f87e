"use client";

import { FormDialog } from "@/components/form-dialog";
import { Notice } from "@/components/notice";
import { SelectField, type SelectOption } from "@/components/select-field";

type RoleDialogProps = {
  membershipId: string;
  isSelf: boolean;
  roles: SelectOption[];
  /** Empty: nothing is to be taken over. */
  colleagues: SelectOption[];
  words: Record<
    "title" | "text" | "own" | "role" | "takesOver" | "takesOverHint" | "go" | "cancel",
    string
  >;
};

/** Gives somebody another role; who takes over is chosen where there is something to take over. */
export function RoleDialog({ membershipId, isSelf, roles, colleagues, words }: RoleDialogProps) {
  return (
    <FormDialog<{ membershipId: string }>
      body={(values) => ({
        role: values.text("role"),
        takesOverId: values.text("takesOverId") || null,
      })}
      fields={({ field }) => (
        <>
          <SelectField {...field("role")} label={words.role} options={roles} />
          {colleagues.length > 0 && (
            <SelectField
              {...field("takesOverId")}
              hint={words.takesOverHint}
              label={words.takesOver}
              options={colleagues}
            />
          )}
        </>
      )}
      lead={isSelf ? <Notice tone="notice">{words.own}</Notice> : <p>{words.text}</p>}
      nextHref={(answer) => (isSelf ? "/login" : `/desk/people/${answer.membershipId}`)}
      opener={{ kind: "secondary", children: words.title }}
      path={`/api/people/${membershipId}/role`}
      title={words.title}
      words={{ submit: words.go, cancel: words.cancel }}
    />
  );
}
