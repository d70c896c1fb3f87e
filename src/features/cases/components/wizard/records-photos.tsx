"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Spinner } from "@/components/spinner";
import { PickFiles } from "@/features/uploads/components/pick-files";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { refusedBefore, saidOf } from "@/features/uploads/components/said-of-file";
import { sendFile } from "@/features/uploads/components/send-file";
import { postJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { CaseFileView } from "../../schema";
import type { WizardWords } from "./wizard-words";

type RecordsPhotosProps = {
  caseId: string;
  patientId: string;
  photos: readonly CaseFileView[];
  words: WizardWords;
};

/** The photos of a case: sent as they are chosen, taken out again as long as it is written. */
export function RecordsPhotos({ caseId, patientId, photos, words }: RecordsPhotosProps) {
  const router = useRouter();
  const [underWay, setUnderWay] = useState(0);
  const [failed, setFailed] = useState<readonly string[]>([]);

  async function put(uploadId: string, remove: boolean): Promise<string | null> {
    const answer = await postJson(`/api/cases/${caseId}/photos`, { uploadId, remove });
    return answer.ok ? null : saidOf(answer, words);
  }

  async function add(files: readonly File[]) {
    setFailed([]);
    setUnderWay(files.length);
    for (const file of files) {
      const why = refusedBefore(file, words) ?? (await sent(file));
      if (why) setFailed((now) => [...now, fillIn(words.photoFailed, { name: file.name, why })]);
      setUnderWay((now) => now - 1);
    }
    router.refresh();
  }

  async function sent(file: File): Promise<string | null> {
    const stored = await sendFile(file, patientId, new AbortController().signal);
    return stored.ok ? put(stored.upload.id, false) : saidOf(stored, words);
  }

  async function takeOut(uploadId: string) {
    const why = await put(uploadId, true);
    setFailed(why ? [why] : []);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="grid grid-cols-3 gap-2 empty:hidden sm:grid-cols-4 lg:grid-cols-6">
        {photos.map(({ id, href }, index) => (
          <li className="relative" key={id}>
            <PrivateImage
              alt=""
              className="aspect-square w-full rounded-control border border-hairline bg-sunken object-cover"
              src={`${href}?size=preview`}
            />
            <button
              aria-label={fillIn(words.removePhoto, { number: index + 1 })}
              className="absolute inset-e-1 top-1 grid size-11 place-items-center rounded-control bg-surface/90 text-muted hover:text-danger"
              onClick={() => void takeOut(id)}
              type="button"
            >
              <Trash2 aria-hidden="true" className="size-5" />
            </button>
          </li>
        ))}
      </ul>
      <div aria-live="polite" className="flex flex-col gap-1 text-danger text-sm empty:hidden">
        {failed.map((why) => (
          <p key={why}>{why}</p>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <PickFiles
          accept="image/jpeg,image/png,image/webp"
          onPick={(files) => void add(files)}
          words={{ attach: words.addPhotos, hint: words.photosHint }}
        />
        {underWay > 0 && <Spinner />}
      </div>
    </div>
  );
}
