import { StatusChip } from "@/components/badge";
import { type Column, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { retentionKinds } from "@/domain/retention/retention-rules";
import { formatDay, formatInstantTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { NightLine } from "../queries";

type NightTableProps = { nights: readonly NightLine[]; zone: string; language: string };

/** What the last nights removed, newest first (S23). */
export async function NightTable({ nights, zone, language }: NightTableProps) {
  const words = await getTranslations("settings.privacy");
  if (nights.length === 0)
    return <EmptyState title={words("nights.none")}>{words("nights.noneText")}</EmptyState>;
  const inOneLine = (night: NightLine) =>
    retentionKinds
      .filter((kind) => night[kind] > 0)
      .map((kind) => `${words(`kinds.${kind}`)}: ${night[kind]}`)
      .join(" · ") || words("nights.nothing");
  const columns: Column<NightLine>[] = [
    {
      key: "on",
      header: words("nights.night"),
      names: true,
      cell: (night) => (
        <>
          {formatDay(night.on, language)}
          <span className="block font-normal text-muted text-sm md:hidden">{inOneLine(night)}</span>
        </>
      ),
    },
    ...retentionKinds.map((kind) => ({
      key: kind,
      header: words(`kinds.${kind}`),
      numeric: true,
      wideOnly: true,
      cell: (night: NightLine) => night[kind],
    })),
    {
      key: "finished",
      header: words("nights.finished"),
      cell: ({ finishedAt }) =>
        finishedAt === null ? (
          <StatusChip tone="notice">{words("nights.unfinished")}</StatusChip>
        ) : (
          formatInstantTime(finishedAt, zone, language)
        ),
    },
  ];
  return (
    <Card flush>
      <DataTable
        caption={words("nights.caption")}
        columns={columns}
        rowKey={({ on }) => on}
        rows={nights}
      />
    </Card>
  );
}
