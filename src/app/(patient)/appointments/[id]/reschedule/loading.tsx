import { TimesSkeleton } from "@/features/appointments/components/times-skeleton";

export default function RescheduleLoading() {
  return <TimesSkeleton />;
}
