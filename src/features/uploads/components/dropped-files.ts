interface Carried {
  readonly files: Iterable<File>;
  readonly items: Iterable<{
    webkitGetAsEntry(): { readonly name: string; readonly isDirectory: boolean } | null;
  }>;
}

interface Clipboard {
  readonly files: Iterable<File>;
  getData(type: string): string;
}

/** The files that were dropped; folders cannot be attached and are left out. */
export function droppedFiles({ files, items }: Carried): File[] {
  const folders = new Set(
    Array.from(items, (item) => item.webkitGetAsEntry()).flatMap((entry) =>
      entry?.isDirectory ? [entry.name] : [],
    ),
  );
  return Array.from(files).filter(({ name }) => !folders.has(name));
}

/**
 * What is pasted as files, none where words are pasted: Word and Excel add a picture of them. Browsers call every
 * picture `image.png`; it gets the name `called` and the minute (the device's clock) at which it was pasted.
 */
export function pastedFiles(clipboard: Clipboard, called: string, atMs: number): File[] {
  if (clipboard.getData("text/plain").trim() !== "") return [];
  return Array.from(clipboard.files).map((file) => {
    const [, ending] = /^image\.([a-z]+)$/.exec(file.name) ?? [];
    if (ending === undefined) return file;
    return new File([file], `${called} ${minuteOf(atMs)}.${ending}`, { type: file.type });
  });
}

/** Pasted files go to `onFiles` instead of into the text. */
export function takePasted(
  event: { readonly clipboardData: Clipboard; preventDefault(): void },
  called: string,
  onFiles: (files: readonly File[]) => void,
): void {
  const files = pastedFiles(event.clipboardData, called, Date.now());
  if (files.length === 0) return;
  event.preventDefault();
  onFiles(files);
}

/** "2026-11-23 14.05": Swedish writes days as file names sort; a colon may not stand in one. */
function minuteOf(atMs: number): string {
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" });
  return format.format(atMs).replace(":", ".");
}
