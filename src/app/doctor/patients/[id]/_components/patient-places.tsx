import type { ReactNode } from "react";

type PatientPlacesProps = {
  /** What waits for the orthodontist about this patient; takes no room while nothing does. */
  waiting: ReactNode;
  /** The plan today. */
  plan: ReactNode;
  /** What the days say beside the plan, a card each: wear, photos. Two stand side by side. */
  days: ReactNode;
  /** Visits and messages. */
  aside: ReactNode;
  /** The timeline and what has been: may be long, nothing urgent. */
  record: ReactNode;
};

/** Where things stand on a patient's page: what matters today above, the record below. */
export function PatientPlaces({ waiting, plan, days, aside, record }: PatientPlacesProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-3 empty:hidden">{waiting}</div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {plan}
          <div className="grid gap-4 *:min-w-0 empty:hidden xl:grid-cols-2 xl:[&>:only-child]:col-span-2">
            {days}
          </div>
        </div>
        <aside className="flex min-w-0 flex-col gap-4 lg:row-span-2">{aside}</aside>
        <div className="flex min-w-0 flex-col gap-3">{record}</div>
      </div>
    </div>
  );
}
