import Link from "next/link";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Row, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import { addressOf } from "../../page-search";
import type { AppointmentView } from "../../schema";
import { ChangesUntil } from "./changes-until";

type VisitActionsProps = {
  visit: AppointmentView;
  zone: string;
  phone: string;
  patientId: string | undefined;
  /** Below the visit that comes first. */
  small?: boolean;
  /** On the waiting list for this type of visit already. */
  waits: boolean;
};

/** Move and Cancel, or the telephone once it is too late for them (R32). */
export async function VisitActions(props: VisitActionsProps) {
  const { visit, zone, phone, patientId, small = false, waits } = props;
  const [words, language] = await Promise.all([getTranslations("appointments"), getLocale()]);
  const { rescheduling, cancelling, startsAt, id } = visit;
  const byPhone = [rescheduling, cancelling].filter((change) => change === "call_practice").length;
  const which = {
    day: formatInstantDay(startsAt, zone, language),
    time: formatInstantTime(startsAt, zone, language),
  };
  const open = (
    <Row>
      {rescheduling === "possible" && (
        <ButtonLink
          aria-label={words("moveLabel", which)}
          href={withPatient(`/appointments/${id}/reschedule`, patientId)}
          kind="secondary"
          small={small}
        >
          {words("move")}
        </ButtonLink>
      )}
      {cancelling === "possible" && (
        <ButtonLink
          aria-label={words("cancelLabel", which)}
          href={withPatient(`/appointments/${id}/cancel`, patientId)}
          kind={rescheduling === "possible" ? "quiet" : "secondary"}
          small={small}
        >
          {words("cancel")}
        </ButtonLink>
      )}
      {rescheduling === "possible" && !waits && (
        <Link
          aria-label={words("waitLabel", which)}
          className="link inline-flex min-h-11 items-center"
          href={addressOf("/appointments/waiting-list", { visit: id, patient: patientId })}
        >
          {words("wait")}
        </Link>
      )}
    </Row>
  );
  if (rescheduling === "closed" && cancelling === "closed") return null;
  const limits = (
    <p className="text-muted text-sm">
      {visit.state === "requested" ? (
        words("changes.whenAgreed")
      ) : (
        <ChangesUntil limits={visit} zone={zone} />
      )}
    </p>
  );
  if (byPhone === 0) {
    return (
      <Stack gap={2}>
        {open}
        {limits}
      </Stack>
    );
  }
  const text =
    byPhone === 2
      ? "callToChange"
      : rescheduling === "call_practice"
        ? "callToMove"
        : "callToCancel";
  return (
    <Stack gap={3}>
      {byPhone < 2 && open}
      {byPhone < 2 && limits}
      <p className="text-muted">{words(text)}</p>
      <div>
        <PhoneLink label={words("callPractice")} look={small ? "link" : "button"} phone={phone} />
      </div>
    </Stack>
  );
}
