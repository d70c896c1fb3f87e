import Link from "next/link";
import { StatusChip, type Tone } from "@/components/badge";
import { type Column, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { formatInstantTime } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import { getTranslations, type Translate } from "@/lib/translations";
import { moneyText } from "../money-text";
import type { TextLine, TextState } from "../schema";

type TextRowsProps = { texts: readonly TextLine[]; month: string; zone: string; language: string };

const tones: Record<TextState, Tone> = {
  waiting: "plain",
  sent: "accent",
  delivered: "success",
  undelivered: "danger",
  dropped: "plain",
};

/** One line for each text: what for, when, for whom, what became of it, and what it cost. */
export async function TextRows({ texts, month, zone, language }: TextRowsProps) {
  const words = await getTranslations("usage");
  if (texts.length === 0)
    return <EmptyState title={words("list.empty")}>{words("list.emptyText")}</EmptyState>;
  const when = ({ at }: TextLine) =>
    `${shortDay(at, language, { zone })}, ${formatInstantTime(at, zone, language)}`;
  const patient = (text: TextLine) =>
    text.patient && (
      <Link
        className="-my-1 inline-flex min-h-11 items-center hover:underline lg:min-h-9"
        href={`/desk/records/${text.patient.id}`}
        prefetch={false}
      >
        {text.patient.name}
      </Link>
    );
  const columns: Column<TextLine>[] = [
    {
      key: "text",
      header: words("list.text"),
      names: true,
      cell: (text) => (
        <span className="flex flex-col" data-list-item>
          {words.has(`list.names.${text.purpose}`)
            ? words(`list.names.${text.purpose}`)
            : text.purpose}
          <time className="font-normal text-muted text-sm" dateTime={text.at}>
            {when(text)}
          </time>
          <span className="font-normal md:hidden">{patient(text)}</span>
        </span>
      ),
    },
    { key: "patient", header: words("list.patient"), wideOnly: true, cell: patient },
    {
      key: "state",
      header: words("list.state"),
      cell: (text) => <State text={text} words={words} />,
    },
    {
      key: "segments",
      header: words("list.segments"),
      numeric: true,
      wideOnly: true,
      cell: ({ segments }) => segments ?? "–",
    },
    {
      key: "tries",
      header: words("list.tries"),
      numeric: true,
      wideOnly: true,
      cell: ({ tries }) => tries,
    },
    {
      key: "price",
      header: words("list.price"),
      numeric: true,
      cell: (text) => <Price language={language} text={text} words={words} />,
    },
  ];
  return (
    <Card flush>
      <DataTable
        caption={words("list.label", { month })}
        columns={columns}
        rowKey={({ id }) => id}
        rows={texts}
      />
    </Card>
  );
}

function State({ text, words }: { text: TextLine; words: Translate }) {
  const { state, why, isStopped, isResent } = text;
  const more = [
    isStopped && words("list.stopped"),
    why && words(`list.why.${why}`),
    isResent && words("list.again"),
  ].filter(Boolean);
  return (
    <span className="flex flex-col items-start gap-0.5">
      <span className="whitespace-nowrap">
        <StatusChip tone={tones[state]}>{words(`list.states.${state}`)}</StatusChip>
      </span>
      {more.map((line) => (
        <span className="text-muted text-sm" key={String(line)}>
          {line}
        </span>
      ))}
    </span>
  );
}

function Price({ text, language, words }: { text: TextLine; language: string; words: Translate }) {
  if (text.price) return moneyText(text.price, language, { exact: true });
  const key = text.isSent ? "list.later" : "list.nothing";
  return <span className="text-muted">{words(key)}</span>;
}
