"use client";

import { StatusChip } from "@/components/badge";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import type { PushOwner } from "../browser";
import type { DeviceLine, DeviceWords } from "./device-words";
import { type DeviceState, useDevice } from "./use-device";

type DeviceSettingsProps = {
  devices: readonly DeviceLine[];
  publicKey: string;
  whose: PushOwner;
  words: DeviceWords;
};

const chips = { on: "success", off: "plain", no: "notice" } as const;

/** Notices on this device and on others: what the browser can do, on or off, one to try it, and the list (R17, R39). */
export function DeviceSettings({ devices, publicKey, whose, words }: DeviceSettingsProps) {
  const device = useDevice({ devices, publicKey, whose, words });
  const { state, pending, told } = device;
  const others = devices.filter(({ mark }) => mark !== device.mark);
  const chip = chipOf(state);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-prose flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {words.here}
            {chip && <StatusChip tone={chips[chip]}>{words[`chips.${chip}`]}</StatusChip>}
          </p>
          {state && <p className="text-muted text-sm">{words[state]}</p>}
        </div>
        {state === "off" && (
          <Button onClick={device.turnOn} pending={pending === "on"}>
            {words.turnOn}
          </Button>
        )}
        {state === "on" && (
          <Button kind="secondary" onClick={device.turnOff} pending={pending === "off"}>
            {words.turnOff}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <div>
          <h3 className="font-semibold">{words.others}</h3>
          <ul className="flex flex-col">
            {others.map(({ id, name, since, removeLabel }) => (
              <li
                className="flex flex-wrap items-center justify-between gap-3 border-hairline border-b py-3 last:border-0"
                key={id}
              >
                <div className="min-w-0">
                  <p className="font-semibold">{name}</p>
                  <p className="text-muted text-sm">{since}</p>
                </div>
                <Button
                  aria-label={removeLabel}
                  kind="secondary"
                  onClick={() => device.remove(id)}
                  pending={pending === id}
                  small
                >
                  {words.remove}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {devices.length > 0 && (
        <div>
          <Button kind="secondary" onClick={device.test} pending={pending === "test"}>
            {words.test}
          </Button>
        </div>
      )}
      {told && (
        <Notice live tone={told.tone}>
          {told.text}
        </Notice>
      )}
    </div>
  );
}

function chipOf(state: DeviceState): keyof typeof chips | null {
  if (state === null) return null;
  return state === "on" || state === "off" ? state : "no";
}
