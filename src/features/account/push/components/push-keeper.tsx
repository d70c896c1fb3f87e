"use client";

import { useEffect } from "react";
import { postJson } from "@/lib/api-client";
import {
  asBody,
  currentSubscription,
  endSubscription,
  hasKey,
  keepOwner,
  ownerKept,
  ownerText,
  type PushOwner,
  pushAbility,
} from "../browser";

type PushKeeperProps = PushOwner & { publicKey: string | null };

/**
 * Where this browser shows notices: says once per session that it still does, and ends those of somebody else who used it
 * before, so that nobody sees another's.
 */
export function PushKeeper({ owner, session, publicKey }: PushKeeperProps) {
  useEffect(() => {
    const whose = { owner, session };
    const kept = ownerKept();
    if (kept === null && pushAbility() !== "possible") return;
    void (async () => {
      const found = await currentSubscription();
      if (!found) return;
      const isOwn = kept?.split(" ")[0] === owner;
      if (!isOwn || publicKey === null || !hasKey(found, publicKey)) return endSubscription();
      if (kept === ownerText(whose)) return;
      const answer = await postJson("/api/account/devices", asBody(found), { unattended: true });
      if (answer.ok) keepOwner(whose);
      // A browser that keeps no workers has no notices either.
    })().catch(() => undefined);
  }, [owner, session, publicKey]);
  return null;
}
