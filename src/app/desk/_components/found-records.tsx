import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import type { DeskHome } from "@/features/records/queries";
import { searchRecords } from "@/features/records/search-records";
import { RecordList } from "./record-list";

type FoundRecordsProps = Admitted<ClinicActor> & {
  query: string;
  home: Promise<DeskHome>;
  selectedId?: string;
};

/** What the query finds; without one, the records opened lately. */
export async function FoundRecords(props: FoundRecordsProps) {
  const { services, actor, query, home, selectedId } = props;
  const found = query === "" ? null : await searchRecords(services, actor, { query });
  const lines = found?.ok ? found.value.items : (await home).recent;
  return <RecordList lines={lines} query={query} {...(selectedId && { selectedId })} />;
}
