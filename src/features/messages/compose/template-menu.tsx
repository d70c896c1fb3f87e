"use client";

import { TextQuote } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { useSingleKeys } from "@/components/shells/use-single-keys";
import { Spinner } from "@/components/spinner";
import { getJson } from "@/lib/api-client";
import type { TemplateMenuWords } from "../components/words";
import type { TemplateView, TemplateViews } from "../templates/schema";
import { composerButtonLook } from "./attach-button";
import { TemplateList } from "./template-list";

type TemplateMenuProps = {
  /** `threadId=…`, or `patientId=…` of a thread that is begun: what fills the fields. */
  filledBy: string;
  /** With its word beside the picture, where there is room. */
  labelled?: boolean;
  words: TemplateMenuWords;
  /** The words, with what is known of the thread filled in. */
  onChoose: (text: string) => void;
};

/** The practice's templates, to search and put in (R40); `w` opens them. */
export function TemplateMenu({ filledBy, labelled = false, words, onChoose }: TemplateMenuProps) {
  const [open, setOpen] = useState(false);
  const [items, setItems] = useState<readonly TemplateView[] | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const base = usePathname().startsWith("/desk") ? "/desk/inbox" : "/doctor/inbox";

  async function load() {
    setMessage(null);
    const answer = await getJson<TemplateViews>(`/api/message-templates?${filledBy}`);
    if (answer.ok) setItems(answer.value.items);
    else setMessage(answer.message || words.failed);
  }

  function show() {
    setOpen(true);
    setItems(null);
    void load();
  }

  useSingleKeys((key) => {
    if (key !== "w") return false;
    show();
    return true;
  });

  return (
    <>
      {labelled ? (
        <Button
          aria-haspopup="dialog"
          icon={<TextQuote aria-hidden="true" className="size-4.5" />}
          kind="secondary"
          onClick={show}
          small
          title={words.openHint}
        >
          {words.open}
        </Button>
      ) : (
        <button
          aria-haspopup="dialog"
          aria-label={words.open}
          className={composerButtonLook}
          onClick={show}
          title={words.openHint}
          type="button"
        >
          <TextQuote aria-hidden="true" className="size-5" />
        </button>
      )}
      <Dialog onClose={() => setOpen(false)} open={open} title={words.open}>
        <div className="flex flex-col gap-4">
          {message !== null ? (
            <div className="flex flex-col items-start gap-3" role="alert">
              <p>{message}</p>
              <Button kind="secondary" onClick={() => void load()} small>
                {words.again}
              </Button>
            </div>
          ) : items === null ? (
            <p className="flex min-h-11 items-center gap-3 text-muted" role="status">
              <Spinner /> {words.loading}
            </p>
          ) : items.length === 0 ? (
            <p className="max-w-prose text-muted">{words.none}</p>
          ) : (
            <TemplateList
              items={items}
              onChoose={(one) => {
                // The dialog gives the focus back as it closes; the box to write in takes it after that.
                flushSync(() => setOpen(false));
                onChoose(one.filled ?? one.body);
              }}
              words={words}
            />
          )}
          <p>
            <Link className="link inline-flex min-h-11 items-center" href={`${base}/templates`}>
              {words.edit}
            </Link>
          </p>
        </div>
      </Dialog>
    </>
  );
}
