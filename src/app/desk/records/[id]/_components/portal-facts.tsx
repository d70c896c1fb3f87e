import type { RecordView } from "@/features/records/view-record";
import { shortDateAt } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { FactList } from "../../../_components/fact-list";

/** The login name the practice issued, and since when it works (R12). */
export async function PortalFacts({ record, zone }: { record: RecordView; zone: string }) {
  const [words, portal] = await Promise.all([
    getTranslations("records.record"),
    getTranslations("records.portal"),
  ]);
  const registeredAt = record.login?.registeredAt;
  return (
    <FactList
      stacked
      facts={[
        {
          term: words("status"),
          detail: registeredAt
            ? words("registered", { day: shortDateAt(registeredAt, zone) })
            : portal(record.portalStatus),
        },
        {
          term: words("loginName"),
          detail: record.login ? (
            <span className="wrap-anywhere font-semibold">{record.login.loginName}</span>
          ) : (
            <span className="text-muted">{words("noLoginName")}</span>
          ),
        },
      ]}
    />
  );
}
