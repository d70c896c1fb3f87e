"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { FormDialog } from "@/components/form-dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Row, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { GuardiansChange, type GuardianTerms } from "./guardians-change";
import { GuardiansLinkAgain } from "./guardians-link-again";
import type { ItemWords, MadeWords } from "./guardians-words";

type GuardiansActionsProps = {
  guardianshipId: string;
  canLink: boolean;
  canRenew: boolean;
  terms: GuardianTerms;
  zone: string;
  words: ItemWords;
  made: MadeWords;
  /** Further steps, for admins. */
  children: ReactNode;
};

/** What staff can do about one guardian: a new link, more tries, other rights, an end. */
export function GuardiansActions(props: GuardiansActionsProps) {
  const { guardianshipId, canLink, canRenew, terms, zone, words, made, children } = props;
  const router = useRouter();
  const [isRenewed, setRenewed] = useState(false);
  const path = `/api/guardianships/${guardianshipId}`;
  const renew = useForm({
    path: `${path}/tries`,
    body: () => ({}),
    onDone: () => {
      setRenewed(true);
      router.refresh();
    },
  });
  return (
    <Stack gap={2}>
      {isRenewed && (
        <Notice live tone="success">
          {words.renewed}
        </Notice>
      )}
      <FormErrorSummary form={renew} />
      <Row gap={2}>
        {canLink && <GuardiansLinkAgain made={made} path={path} words={words} zone={zone} />}
        {canRenew && (
          <form {...renew.props}>
            <Button kind="secondary" pending={renew.pending} small type="submit">
              {words.renew}
            </Button>
          </form>
        )}
        <GuardiansChange path={path} terms={terms} words={words} />
        <EndAccess path={path} words={words} />
        {children}
      </Row>
    </Stack>
  );
}

type EndAccessProps = { path: string; words: ItemWords };

function EndAccess({ path, words }: EndAccessProps) {
  return (
    <FormDialog
      danger
      fields={(form) => (
        <TextField
          {...form.field("reason")}
          hint={words.reasonHint}
          label={words.reason}
          maxLength={200}
          required
        />
      )}
      lead={<p>{words.endLead}</p>}
      opener={{ kind: "quiet", children: words.end }}
      path={`${path}/end`}
      title={words.endTitle}
      words={{ submit: words.endGo, cancel: words.cancel }}
    />
  );
}
