import { Notice } from "@/components/notice";
import type { PatientActor } from "@/features/access/actors";
import { VisitsOverview } from "@/features/appointments/components/visits/visits-overview";
import { oneOf } from "@/features/appointments/page-search";
import type { Search } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { ownWaitingList } from "../queries";
import { OpenOffers, OwnWaiting } from "./own-waiting";

type Props = { services: Services; actor: PatientActor; search: Search };

/** The visits, with what is offered above them and what is waited for below. */
export async function VisitsWithWaiting({ services, actor, search }: Props) {
  const [listed, words] = await Promise.all([
    ownWaitingList(services, actor),
    getTranslations("waitingList.own"),
  ]);
  const entries = listed.ok ? listed.value.items : [];
  const shared = { entries, zone: actor.zone, patient: oneOf(search, "patient") };
  return (
    <VisitsOverview
      actor={actor}
      offers={
        <>
          {search.done === "waiting" && (
            <Notice live title={words("joined")} tone="success">
              {words("joinedText")}
            </Notice>
          )}
          <OpenOffers {...shared} />
        </>
      }
      search={search}
      services={services}
      waiting={<OwnWaiting {...shared} patientId={actor.patientId} />}
      waitingTypeIds={new Set(entries.map(({ visitType }) => visitType.id))}
    />
  );
}
