export const deviceWordKeys = [
  "here",
  "on",
  "off",
  "denied",
  "unsupported",
  "install",
  "chips.on",
  "chips.off",
  "chips.no",
  "turnOn",
  "turnOff",
  "notAllowed",
  "failed",
  "others",
  "remove",
  "removed",
  "test",
  "tested",
] as const;

export type DeviceWords = Record<(typeof deviceWordKeys)[number], string>;

export type DeviceLine = {
  id: string;
  mark: string;
  name: string;
  since: string;
  removeLabel: string;
};
