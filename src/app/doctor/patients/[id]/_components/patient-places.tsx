import type { ReactNode } from "react";

type PatientPlacesProps = {
  /** The plan today. */
  plan: ReactNode;
  /** What the days say beside the plan, a card each: wear, check-in, photos. Two stand side by side. */
  days: ReactNode;
  /** What waits for words, and when they come. */
  aside: ReactNode;
  /** The timeline and what has been: may be long, nothing urgent. */
  record: ReactNode;
};

/** Where things stand on a patient's page: what matters today above, the record below. */
export function PatientPlaces({ plan, days, aside, record }: PatientPlacesProps) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
      <div className="flex min-w-0 flex-col gap-4">
        {plan}
        <div className="grid gap-4 *:min-w-0 empty:hidden xl:grid-cols-2 xl:[&>:last-child:nth-child(odd)]:col-span-2">
          {days}
        </div>
      </div>
      <aside className="flex min-w-0 flex-col gap-4 lg:row-span-2">{aside}</aside>
      <div className="flex min-w-0 flex-col gap-3">{record}</div>
    </div>
  );
}
