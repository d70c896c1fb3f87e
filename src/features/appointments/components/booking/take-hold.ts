import { type ApiAnswer, newIdempotencyKey, postJson } from "@/lib/api-client";

interface WantedTime {
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly startsAt: string;
  readonly patientId: string;
}

/**
 * Holds a time and gives those held before back once it is won. Where so many are not allowed, they are given back first:
 * whoever chooses again has changed their mind.
 */
export async function takeHold(
  wanted: WantedTime,
  heldIds: readonly string[],
): Promise<ApiAnswer<{ id: string }>> {
  const idempotencyKey = newIdempotencyKey();
  const ask = () => postJson<{ id: string }>("/api/holds", wanted, { idempotencyKey });
  const giveBack = (ids: readonly string[]) =>
    Promise.all(
      ids.map((id) => postJson(`/api/holds/${id}/release`, { patientId: wanted.patientId })),
    );
  const answer = await ask();
  if (answer.ok) {
    await giveBack(heldIds.filter((id) => id !== answer.value.id));
    return answer;
  }
  if (answer.code !== "too_many_holds" || heldIds.length === 0) return answer;
  await giveBack(heldIds);
  return ask();
}
