import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useUiWords } from "@/components/ui-words";
import { type ApiAnswer, postJson } from "@/lib/api-client";
import {
  asBody,
  currentSubscription,
  endSubscription,
  keepOwner,
  makeSubscription,
  markOf,
  type PushAbility,
  type PushOwner,
  pushAbility,
} from "../browser";
import type { DeviceLine, DeviceWords } from "./device-words";

/** As this browser is; null until it was asked. On only when the server knows of it too. */
export type DeviceState = "on" | "off" | Exclude<PushAbility, "possible"> | null;

type Device = {
  devices: readonly DeviceLine[];
  publicKey: string;
  whose: PushOwner;
  words: Pick<DeviceWords, "notAllowed" | "failed" | "tested" | "removed">;
};

type Told = { tone: "success" | "danger" | "notice"; text: string } | null;

/** What the page knows of this browser, and what it can do about it. */
export function useDevice({ devices, publicKey, whose, words }: Device) {
  const router = useRouter();
  const ui = useUiWords();
  const [state, setState] = useState<DeviceState>(null);
  const [mark, setMark] = useState<string | null>(null);
  const [pending, setPending] = useState<string | null>(null);
  const [told, setTold] = useState<Told>(null);

  const look = useCallback(async () => {
    const ability = pushAbility();
    const found = ability === "possible" ? await currentSubscription() : null;
    const own = found && (await markOf(found));
    setMark(own);
    if (ability !== "possible") return setState(ability);
    setState(devices.some((device) => device.mark === own) ? "on" : "off");
  }, [devices]);
  useEffect(() => {
    look().catch(() => setState("unsupported"));
    // Permission is given and taken in the browser's own settings, beside the page.
    const seen = () => document.visibilityState === "visible" && void look().catch(() => undefined);
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [look]);

  async function doing(what: string, work: () => Promise<Told>) {
    if (pending) return;
    setPending(what);
    setTold(null);
    // A browser may refuse in ways of its own: without Google's services, in a private window.
    const result = await work().catch((): Told => ({ tone: "danger", text: words.failed }));
    setTold(result);
    setPending(null);
    router.refresh();
    await look().catch(() => undefined);
  }
  const failed = (answer: ApiAnswer<unknown>): Told =>
    answer.ok ? null : { tone: "danger", text: answer.message || ui.offline };

  return {
    state,
    mark,
    pending,
    told,
    turnOn: () =>
      doing("on", async () => {
        const made = await makeSubscription(publicKey);
        if (!made) return { tone: "notice", text: words.notAllowed };
        const answer = await postJson("/api/account/devices", asBody(made));
        if (answer.ok) keepOwner(whose);
        else await endSubscription();
        return failed(answer);
      }),
    turnOff: () =>
      doing("off", async () => {
        const own = devices.find((device) => device.mark === mark);
        await endSubscription();
        return own ? failed(await postJson(`/api/account/devices/${own.id}/remove`, {})) : null;
      }),
    remove: (id: string) =>
      doing(id, async () => {
        const answer = await postJson(`/api/account/devices/${id}/remove`, {});
        return failed(answer) ?? { tone: "success", text: words.removed };
      }),
    test: () =>
      doing("test", async () => {
        const answer = await postJson("/api/account/devices/test", {});
        return failed(answer) ?? { tone: "success", text: words.tested };
      }),
  };
}
