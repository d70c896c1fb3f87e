import { TimesSkeleton } from "@/features/appointments/components/times-skeleton";

export default function NewAppointmentLoading() {
  return <TimesSkeleton />;
}
