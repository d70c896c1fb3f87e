import { useRouter } from "next/navigation";
import { stepPages } from "@/features/registration/step-pages";
import type { ApiFailure } from "@/lib/api-client";

const pages: Readonly<Record<string, string>> = stepPages;

/** Goes on to the page of the step a route answered with; a refused step leads to where the registration stands. */
export function useStepRouter() {
  const router = useRouter();
  return {
    go({ step }: { step: string }): "leaving" {
      router.push(pages[step] ?? "/register");
      return "leaving";
    },
    strayed({ code }: ApiFailure): true | undefined {
      const moved = [
        "wrong_step",
        "no_registration",
        "registration_expired",
        "continued_elsewhere",
        "practice_decides",
      ];
      if (!moved.includes(code)) return undefined;
      router.refresh();
      return true;
    },
  };
}
