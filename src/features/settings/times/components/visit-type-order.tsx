"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Card } from "@/components/layout";
import { Notice } from "@/components/notice";
import { newIdempotencyKey, postJson } from "@/lib/api-client";

type Line = {
  id: string;
  name: string;
  facts: string;
  labels: Record<"up" | "down", string>;
};

type VisitTypeOrderProps = {
  label: string;
  lines: Line[];
  seen: string;
  failed: string;
};

/** The types in their order; two buttons on each move it, by keyboard and touch alike. */
export function VisitTypeOrder({ label, lines, seen, failed }: VisitTypeOrderProps) {
  const router = useRouter();
  const [order, setOrder] = useState<string[] | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const busy = useRef(false);
  const shown = order ? order.flatMap((id) => lines.find((line) => line.id === id) ?? []) : lines;

  async function move(index: number, by: -1 | 1) {
    const ids = shown.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (busy.current || moved === undefined || index + by < 0 || index + by > ids.length) return;
    ids.splice(index + by, 0, moved);
    busy.current = true;
    setIsFailed(false);
    setOrder(ids);
    const answer = await postJson(
      "/api/settings/visit-types/order",
      { ids, seen },
      { idempotencyKey: newIdempotencyKey() },
    );
    busy.current = false;
    setIsFailed(!answer.ok);
    if (!answer.ok) setOrder(null);
    router.refresh();
  }

  return (
    <>
      {isFailed && (
        <Notice live tone="danger">
          {failed}
        </Notice>
      )}
      <Card flush>
        <ol aria-label={label} className="divide-y divide-hairline">
          {shown.map((line, index) => (
            <li className="flex items-center gap-2 py-2 ps-5 pe-3" key={line.id}>
              <Link
                className="group min-w-0 grow py-1.5"
                href={`/desk/settings/visit-types/${line.id}`}
              >
                <span className="wrap-anywhere block font-semibold group-hover:underline">
                  {line.name}
                </span>
                <span className="block text-muted text-sm">{line.facts}</span>
              </Link>
              <button
                aria-disabled={index === 0 || undefined}
                aria-label={line.labels.up}
                className={arrow}
                onClick={() => move(index, -1)}
                type="button"
              >
                <ArrowUp aria-hidden="true" className="size-5" />
              </button>
              <button
                aria-disabled={index === shown.length - 1 || undefined}
                aria-label={line.labels.down}
                className={arrow}
                onClick={() => move(index, 1)}
                type="button"
              >
                <ArrowDown aria-hidden="true" className="size-5" />
              </button>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

const arrow = [
  "grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink",
  "aria-disabled:cursor-not-allowed aria-disabled:opacity-35 aria-disabled:hover:bg-transparent",
].join(" ");
