import { StatusChip, type Tone } from "@/components/badge";
import { getTranslations } from "@/lib/translations";
import type { AppointmentView } from "../../schema";

const tones: Readonly<Record<AppointmentView["state"], Tone>> = {
  requested: "notice",
  booked: "accent",
  confirmed: "success",
  arrived: "success",
  in_chair: "success",
  completed: "success",
  cancelled: "plain",
  no_show: "notice",
};

/** A visit's state in a word or two. */
export async function VisitState({ state }: { state: AppointmentView["state"] }) {
  const words = await getTranslations("appointments.states");
  return <StatusChip tone={tones[state]}>{words(state)}</StatusChip>;
}
