"use client";

import { useCallback, useRef, useState } from "react";
import { StatusChip } from "@/components/badge";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Disclosure } from "@/components/disclosure";
import { Row, Stack } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { useFocusSoon } from "@/components/use-focus-soon";
import { PatientSearch } from "@/features/records/components/patient-search";
import { type ApiFailure, newIdempotencyKey, postJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { PatientToBook } from "../../patient-to-book";
import type { Diary, DiaryVisit } from "../../schema";
import { dayTimeOf, timeOf, useDiarySpeech } from "../diary-context";
import { HeldFor } from "../held-for";
import type { Place } from "../moving-types";
import { isOutsideHours, RefusalNotice } from "./refusal-notice";
import { TellPatient } from "./tell-patient";
import { readPlace, TimeFields, typedPlace } from "./time-fields";
import { useDeskHold } from "./use-desk-hold";

type BookingDialogProps = {
  diary: Diary;
  place: Omit<Place, "minutes">;
  /** Chosen already on another page. */
  patient: PatientToBook | null;
  /** Begins with the fields open: no time was pointed at. */
  byFields: boolean;
  onClose: () => void;
  onBooked: (visit: DiaryVisit) => void;
};

/** Books for a patient in three steps: a time, a patient, go (R36). The time is held meanwhile. */
export function BookingDialog(props: BookingDialogProps) {
  const { diary, place, byFields, onClose, onBooked } = props;
  const speech = useDiarySpeech();
  const { words, names, zone } = speech;
  const types = diary.visitTypes;
  const usual = types.find((one) => one.practitionerIds.includes(place.practitionerId)) ?? types[0];
  const [patient, setPatient] = useState(props.patient);
  const [typeId, setTypeId] = useState(usual?.id ?? "");
  const [typed, setTyped] = useState(() =>
    typedPlace({ ...place, minutes: usual?.minutes ?? 30 }, zone),
  );
  const [note, setNote] = useState("");
  const [tell, setTell] = useState(true);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<{ text: string; failure: ApiFailure } | null>(null);
  const to = readPlace(typed, zone);
  const wish = to &&
    patient && {
      patientId: patient.id,
      visitTypeId: typeId,
      practitionerId: to.practitionerId,
      ...(to.chairId !== null && { chairId: to.chairId }),
      startsAt: new Date(to.startMs).toISOString(),
      minutes: to.minutes,
    };
  const text = JSON.stringify(wish);
  const { hold, failure: unheld, keep } = useDeskHold(wish);
  const failure = refused?.text === text ? refused.failure : unheld;
  const isOutside = isOutsideHours(failure);
  const go = useRef<HTMLButtonElement>(null);
  const choose = useCallback((chosen: PatientToBook) => setPatient(chosen), []);
  useFocusSoon(go, patient?.id);

  const chooseType = (id: string) => {
    setTypeId(id);
    const minutes = types.find((one) => one.id === id)?.minutes;
    if (minutes) setTyped({ ...typed, minutes: String(minutes) });
  };
  const key = useRef<{ text: string; key: string } | null>(null);
  const book = async () => {
    if (!wish) return;
    setPending(true);
    const body = {
      ...wish,
      outsideHours: isOutside,
      tellPatient: tell,
      ...(note.trim() && { note: note.trim() }),
    };
    const sent = JSON.stringify(body);
    if (key.current?.text !== sent) key.current = { text: sent, key: newIdempotencyKey() };
    const answer = await postJson<DiaryVisit>("/api/diary/appointments", body, {
      idempotencyKey: key.current.key,
    });
    setPending(false);
    if (!answer.ok) {
      if (answer.status > 0) key.current = null;
      setRefused({ text, failure: answer });
      return;
    }
    keep();
    onBooked(answer.value);
  };
  return (
    <Dialog
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {words.close}
          </Button>
          <Button disabled={!wish} onClick={book} pending={pending} ref={go}>
            {isOutside ? words.bookAllTheSame : words.book}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={words.bookTitle}
    >
      <Stack gap={4}>
        <p className="font-semibold text-lg">
          {to &&
            [
              `${dayTimeOf(speech, to.startMs)} – ${timeOf(speech, to.startMs + to.minutes * 60_000)}`,
              names.get(to.practitionerId),
              names.get(to.chairId ?? hold?.chairId ?? ""),
            ]
              .filter(Boolean)
              .join(", ")}
        </p>
        {patient ? (
          <Row between>
            <span className="flex min-w-0 flex-wrap items-center gap-2">
              <span className="wrap-anywhere font-semibold text-lg">{patient.name}</span>
              {patient.bookingRestricted && (
                <StatusChip tone="notice">{words.restricted}</StatusChip>
              )}
            </span>
            <Button kind="quiet" onClick={() => setPatient(null)} small>
              {words.otherPatient}
            </Button>
          </Row>
        ) : (
          <PatientSearch language={speech.language} onChoose={choose} words={words} />
        )}
        <SelectField
          label={words.visitType}
          name="visitTypeId"
          onChange={(event) => chooseType(event.target.value)}
          options={types.map(({ id, name, minutes }) => ({
            value: id,
            label: fillIn(words.typeLength, { name, minutes }),
          }))}
          value={typeId}
        />
        <RefusalNotice failure={failure} />
        {hold && !failure && (
          <p className="text-muted text-sm">
            <HeldFor at={diary.at} expiresAt={hold.expiresAt} text={words.heldHere} />
          </p>
        )}
        <Disclosure open={byFields} summary={words.otherPlace}>
          <Stack gap={4}>
            <TimeFields diary={diary} onType={setTyped} typed={typed} />
            <TextField
              label={words.note}
              maxLength={500}
              name="note"
              onChange={(event) => setNote(event.target.value)}
              value={note}
            />
          </Stack>
        </Disclosure>
        <TellPatient checked={tell} onCheck={setTell} />
      </Stack>
    </Dialog>
  );
}
