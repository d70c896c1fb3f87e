type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Whose check-ins, and from where in their list. */
export interface CheckInListWish {
  readonly everybody: boolean;
  readonly after: string | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readCheckInListWish({ whose, after }: Search): CheckInListWish {
  return {
    everybody: whose === "all",
    after: typeof after === "string" && uuid.test(after) ? after.toLowerCase() : undefined,
  };
}

export function checkInListHref({ everybody, after }: CheckInListWish): string {
  const search = new URLSearchParams();
  if (everybody) search.set("whose", "all");
  if (after !== undefined) search.set("after", after);
  const text = search.toString();
  return `/doctor/check-ins${text && `?${text}`}`;
}
