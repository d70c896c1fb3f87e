"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { type Choice, RadioCards } from "@/components/choices";
import { DateField } from "@/components/date-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { TextArea } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { PickerWords } from "@/features/messages/components/words";
import { AttachmentTray } from "@/features/uploads/components/attachment-tray";
import { PickFiles } from "@/features/uploads/components/pick-files";
import { useUploads } from "@/features/uploads/components/use-uploads";
import type { Reported } from "../schema";
import type { problemFormWordKeys } from "./problem-form-words";

type ProblemFormProps = {
  patientId: string;
  kinds: Choice[];
  stages: Choice[];
  /** Where there is only one worn now, it is meant until another is chosen. */
  worn: string | undefined;
  /** `YYYY-MM-DD` in the practice's zone. */
  today: string;
  yesterday: string;
  /** Where the thread is read; `{id}` stands for it. */
  href: string;
  words: Record<(typeof problemFormWordKeys)[number], string>;
  pickerWords: PickerWords;
};

const mostPhotos = 3;

/** Asks what is wrong, with which aligner, since when, and takes words and photos along (R25). */
export function ProblemForm(props: ProblemFormProps) {
  const { patientId, kinds, stages, worn, today, yesterday, href, words, pickerWords } = props;
  const router = useRouter();
  const uploads = useUploads(patientId, mostPhotos, pickerWords);
  const [hint, setHint] = useState<string | null>(null);
  const [when, setWhen] = useState(today);
  const threadHref = (id: string) => href.replace("{id}", id);
  const form = useForm<Reported>({
    path: "/api/treatment/problems",
    body: (values) => ({
      patientId,
      kind: values.text("kind"),
      stageId: values.text("stageId"),
      noticedOn: when === "" ? values.text("noticedOn") : when,
      words: values.text("words"),
      uploadIds: uploads.items.flatMap(({ upload }) => (upload ? [upload.id] : [])),
    }),
    onDone: ({ threadId }) => {
      router.push(threadHref(threadId));
      return "leaving";
    },
  });
  const { failure } = form;
  const before = failure?.code === "already_reported" ? failure.detail.threadId : undefined;
  const photos = form.field("uploadIds");
  return (
    <form
      {...form.props}
      onSubmit={(event) => {
        event.preventDefault();
        if (uploads.isBusy) return setHint(words.waitForFiles);
        if (uploads.failure !== null) return setHint(words.photoRefused);
        setHint(null);
        void form.submit(event.currentTarget);
      }}
    >
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {typeof before === "string" && (
          <a className="link flex min-h-11 w-fit items-center" href={threadHref(before)}>
            {words.toThread}
          </a>
        )}
        <RadioCards {...form.field("kind")} choices={kinds} columns={2} label={words.kind} />
        <RadioCards
          {...form.field("stageId")}
          choices={stages}
          columns={2}
          label={words.stage}
          {...(worn !== undefined && { defaultValue: worn })}
        />
        <RadioCards
          choices={[
            { value: today, label: words.today },
            { value: yesterday, label: words.yesterday },
            { value: "", label: words.earlier },
          ]}
          columns={3}
          label={words.noticed}
          name="when"
          onChoose={setWhen}
          value={when}
          {...(when !== "" && { error: form.field("noticedOn").error })}
        />
        {when === "" && <DateField {...form.field("noticedOn")} label={words.earlierDay} />}
        <TextArea
          {...form.field("words")}
          dir="auto"
          hint={words.wordsHint}
          label={words.words}
          maxLength={2000}
          rows={4}
        />
        <fieldset className="flex min-w-0 flex-col gap-3" id={photos.id} tabIndex={-1}>
          <legend className="mb-1.5 font-semibold">{words.photos}</legend>
          <AttachmentTray
            items={uploads.items}
            onRemove={(key) => {
              setHint(null);
              uploads.remove(key);
            }}
            onRetry={(key) => {
              setHint(null);
              uploads.retry(key);
            }}
            patientId={patientId}
            words={pickerWords}
          />
          {uploads.items.length < mostPhotos && (
            <PickFiles
              accept="image/jpeg,image/png,image/webp"
              onPick={(files) => setHint(uploads.add(files) ? words.tooMany : null)}
              words={{ attach: words.addPhoto, hint: words.photosHint }}
            />
          )}
          <p className="text-notice" role="status">
            {hint ?? photos.error}
          </p>
        </fieldset>
        <div>
          <Button pending={form.pending} type="submit">
            {words.send}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
