"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type FormValues, type UseForm, useForm } from "@/components/use-form";

/** Posts one repair; then the list again, with what was repaired on top, by whoever it was. */
export function useRepair(entryId: string, body: (values: FormValues) => unknown): UseForm {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const showList = (by: "me" | "others") => {
    const query = new URLSearchParams(search);
    query.set("done", entryId);
    query.delete("after");
    query.delete("by");
    if (by === "others") query.set("by", by);
    router.push(`${path}?${query}`);
    router.refresh();
  };
  return useForm({
    path: `/api/failed-registrations/${entryId}/repair`,
    body,
    onDone: () => {
      showList("me");
      return "leaving";
    },
    onRefused: ({ code }) => {
      if (code === "does_not_fit") router.refresh();
      if (code !== "already_repaired") return false;
      showList("others");
      return true;
    },
  });
}
