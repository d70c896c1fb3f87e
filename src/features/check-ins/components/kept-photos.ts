const DATABASE = "archway-check-ins";
const STORE = "photos";

/** A photo that is not sent yet, kept by this browser through a reload; logging out clears it (S14). */
export interface KeptPhoto {
  readonly key: string;
  readonly file: File;
}

/** Keeps a photo until it is sent. Where the browser keeps nothing (private windows), it is lost with the page. */
export function keepPhoto(checkInId: string, { key, file }: KeptPhoto): Promise<void> {
  return within("readwrite", (store) => store.put(file, `${checkInId}/${key}`)).then(
    () => undefined,
  );
}

export function forgetPhoto(checkInId: string, key: string): Promise<void> {
  return within("readwrite", (store) => store.delete(`${checkInId}/${key}`)).then(() => undefined);
}

/** What is kept of this check-in; what is left of any other is thrown away. */
export async function keptPhotos(checkInId: string): Promise<KeptPhoto[]> {
  const keys = (await within("readonly", (store) => store.getAllKeys())) ?? [];
  const kept: KeptPhoto[] = [];
  for (const each of keys.map(String)) {
    if (!each.startsWith(`${checkInId}/`)) {
      await within("readwrite", (store) => store.delete(each));
      continue;
    }
    const file: unknown = await within("readonly", (store) => store.get(each));
    if (file instanceof File) kept.push({ key: each.slice(checkInId.length + 1), file });
  }
  return kept;
}

async function within<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const database = await opened();
    try {
      return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    // Keeping is a kindness: a full disk or a private window must not stop the photo itself.
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no store"));
  });
}
