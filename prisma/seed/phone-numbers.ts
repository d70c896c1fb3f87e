/** Reserved numbers, each given out once (docs: platform.md, "Demo numbers"). */
export interface PhoneNumbers {
  /** A number that the numbering plans call mobile. */
  mobile(): string;
  landline(): string;
}

/** Sweden keeps 070-1740605 to 699 and Germany 0176-040690xx and 0171-39200xx free for examples. */
const ranges: Readonly<
  Record<string, readonly (readonly [prefix: string, first: number, last: number])[]>
> = {
  northgate: [
    ["+467017406", 5, 99],
    ["+49176040690", 0, 39],
  ],
  riverbend: [
    ["+4917139200", 0, 99],
    ["+49176040690", 40, 99],
  ],
};

export function phoneNumbers(shortName: string): PhoneNumbers {
  const mobiles = (ranges[shortName] ?? []).flatMap(([prefix, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => `${prefix}${twoDigits(first + i)}`),
  );
  let nextMobile = 0;
  // British numbers kept for drama: 020 7946 0000 to 0999.
  let nextLandline = shortName === "northgate" ? 200 : 600;
  return {
    mobile() {
      const number = mobiles[nextMobile++];
      if (number === undefined) throw new Error("The reserved mobile numbers are used up.");
      return number;
    },
    landline: () => `+442079460${nextLandline++}`,
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
