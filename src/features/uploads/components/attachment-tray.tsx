"use client";

import { FileText, ImageOff, RotateCw, X } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/button";
import { Spinner } from "@/components/spinner";
import { fillIn } from "@/lib/fill-in";
import { PrivateImage } from "./private-image";
import type { Attached } from "./use-uploads";

interface TrayWords {
  readonly uploading: string;
  readonly ready: string;
  readonly failed: string;
  readonly remove: string;
  readonly tryAgain: string;
  readonly tryAgainFor: string;
}

type AttachmentTrayProps = {
  items: readonly Attached[];
  patientId: string;
  words: TrayWords;
  onRemove: (key: string) => void;
  onRetry: (key: string) => void;
  list?: RefObject<HTMLUListElement | null>;
};

/** Leads to what can be done about the first file that did not arrive. */
export function focusFailed(list: HTMLUListElement | null): void {
  list?.querySelector<HTMLButtonElement>("li[data-failed] button")?.focus();
}

/** The files of a message that is still being written. */
export function AttachmentTray(props: AttachmentTrayProps) {
  const { items, patientId, words, onRemove, onRetry, list } = props;
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2" ref={list}>
      {items.map((item) => (
        <li
          className="flex items-center gap-3 rounded-control border border-hairline bg-surface p-2"
          data-failed={item.state === "failed" || undefined}
          key={item.key}
        >
          <Picture item={item} patientId={patientId} />
          <div className="flex min-w-0 grow flex-col">
            <span className="truncate font-medium text-dense" dir="auto">
              {item.name}
            </span>
            <span
              className={`text-sm ${item.state === "failed" ? "text-danger" : "text-muted"}`}
              role="status"
            >
              {item.state === "failed" ? `${words.failed}. ${item.words ?? ""}` : words[item.state]}
            </span>
            {item.canRetry && (
              <Button
                aria-label={fillIn(words.tryAgainFor, { name: item.name })}
                className="mt-1 self-start"
                icon={<RotateCw aria-hidden="true" className="size-4.5" />}
                kind="secondary"
                onClick={(event) => {
                  // This button goes; the one beside it stays.
                  event.currentTarget
                    .closest("li")
                    ?.querySelector<HTMLElement>(":scope > button")
                    ?.focus();
                  onRetry(item.key);
                }}
                small
              >
                {words.tryAgain}
              </Button>
            )}
          </div>
          <button
            aria-label={fillIn(words.remove, { name: item.name })}
            className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
            onClick={() => onRemove(item.key)}
            type="button"
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Picture({ item, patientId }: { item: Attached; patientId: string }) {
  const look = "grid size-12 shrink-0 place-items-center rounded-[0.5rem] bg-sunken text-muted";
  if (item.state === "uploading")
    return (
      <span className={look}>
        <Spinner />
      </span>
    );
  // The picture as it was stored: what the others will see.
  const src = `/api/uploads/${item.upload?.id}?patientId=${patientId}&size=preview`;
  if (item.upload?.kind === "photo")
    return <PrivateImage alt="" className={`${look} object-cover`} src={src} />;
  const Icon = item.state === "failed" ? ImageOff : FileText;
  return (
    <span className={look}>
      <Icon aria-hidden="true" className="size-5" />
    </span>
  );
}
