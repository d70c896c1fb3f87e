"use client";

import { FormDialog } from "@/components/form-dialog";
import { TextField } from "@/components/text-field";
import type records from "../../../../../../messages/en/records.json";

type ManageWords = (typeof records)["manage"];

type ChangeRecordStateProps = {
  patientId: string;
  version: number;
  to: "restricted" | "allowed" | "archived" | "restored";
  words: ManageWords;
};

/** One button for one change of a record's state, with what follows from it said before. */
export function ChangeRecordState({ patientId, version, to, words }: ChangeRecordStateProps) {
  const said = sayings(words)[to];
  return (
    <FormDialog
      body={(values) =>
        to === "archived"
          ? { version, reason: values.text("reason").trim() }
          : { version, ...said.body }
      }
      danger={to === "archived"}
      fields={(form) =>
        to === "archived" && (
          <TextField
            {...form.field("reason")}
            autoComplete="off"
            hint={words.archiveReasonHint}
            label={words.archiveReason}
            maxLength={300}
          />
        )
      }
      lead={<p>{said.text}</p>}
      opener={{ kind: "secondary", children: said.open }}
      path={`/api/patients/${patientId}/${said.path}`}
      title={said.title}
      words={{ submit: said.go, cancel: words.cancel }}
    />
  );
}

function sayings(words: ManageWords) {
  return {
    restricted: {
      path: "booking-restriction",
      body: { restricted: true },
      open: words.restrict,
      title: words.restrictTitle,
      text: words.restrictText,
      go: words.restrictGo,
    },
    allowed: {
      path: "booking-restriction",
      body: { restricted: false },
      open: words.allow,
      title: words.allowTitle,
      text: words.allowText,
      go: words.allowGo,
    },
    archived: {
      path: "archive",
      body: {},
      open: words.archive,
      title: words.archiveTitle,
      text: words.archiveText,
      go: words.archiveGo,
    },
    restored: {
      path: "restore",
      body: {},
      open: words.restore,
      title: words.restoreTitle,
      text: words.restoreText,
      go: words.restoreGo,
    },
  };
}
