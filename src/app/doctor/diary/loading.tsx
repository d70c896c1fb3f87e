import { DiarySkeleton } from "@/features/diary/components/diary-skeleton";

export default function Loading() {
  return <DiarySkeleton />;
}
