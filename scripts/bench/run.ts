import { argon2Alone } from "./argon2-alone";
import { compareBookingRequests } from "./booking-requests";
import { compare, gets, posts } from "./load";
import type { Bench } from "./seed";
import { PASSWORD } from "./seed-logins";
import { compareTimes } from "./timing";

interface Line {
  readonly what: string;
  readonly ours: string;
  readonly yardstick: string;
  readonly ratio: number;
  readonly floor: number;
  readonly aim: number;
}

interface Place {
  readonly portal: string;
  readonly bare: string;
  readonly bench: Bench;
}

/** Prints each figure as a ratio to its yardstick; answers whether every floor was kept. */
export async function runBench(place: Place): Promise<boolean> {
  const lines: Line[] = [];
  const add = (line: Line) => {
    lines.push(line);
    const { what, ours, yardstick, ratio, floor, aim } = line;
    const verdict = ratio >= aim ? "aim" : ratio >= floor ? "floor" : "BELOW";
    console.log(
      `${what.padEnd(44)}${ours.padStart(12)}${yardstick.padStart(12)}${ratio.toFixed(2).padStart(8)}  floor ${floor}  aim ${aim}  ${verdict}`,
    );
  };
  console.log(
    `\n${"".padEnd(44)}${"ours".padStart(12)}${"yardstick".padStart(12)}${"ratio".padStart(8)}`,
  );
  for (const read of reads(place)) {
    const { ours, yardstick, ratio } = await compare(
      gets(`${place.portal}${read.path}`, cookieOf(place.bench.tokens[0])),
      gets(`${place.bare}${read.against}`),
    );
    add({ ...read, ours: rate(ours), yardstick: rate(yardstick), ratio });
  }
  const { portal, bare, bench } = place;
  const booked = await compareBookingRequests(portal, bare, bench);
  add({
    what: "booking a free time, 16 at once",
    ours: rate(booked.ours),
    yardstick: rate(booked.yardstick),
    ratio: booked.ratio,
    floor: 0.3,
    aim: 0.6,
  });
  add(await passwordStep(place));
  const race = await bookingRace(place);
  console.log(
    `\n200 parallel bookings of one time: ${race.won} won, ${race.refused} refused, ${race.broken} broken`,
  );
  await compareTimes(place.portal, place.bench);
  return (
    lines.every(({ ratio, floor }) => ratio >= floor) && race.won === 1 && race.refused === 199
  );
}

const rate = (perSec: number) => `${perSec.toFixed(0)}/s`;
const cookieOf = (token = "") => `archway-session=${token}`;

function reads({ bench }: Place) {
  const { visitTypeId, practitionerId, fromOn, toOn, threadId } = bench;
  const everybody = `visitTypeId=${visitTypeId}&from=${fromOn}&to=${toOn}`;
  const month = `${everybody}&practitionerId=${practitionerId}`;
  return [
    {
      what: "my next visits",
      path: "/api/appointments?when=upcoming",
      against: "/visits",
      floor: 0.5,
      aim: 0.75,
    },
    {
      what: "thread of 50 messages",
      path: `/api/threads/${threadId}/messages`,
      against: "/thread",
      floor: 0.5,
      aim: 0.8,
    },
    {
      what: "free times of a month, 60 % booked",
      path: `/api/slots?${month}`,
      against: "/times",
      floor: 0.4,
      aim: 0.8,
    },
    {
      what: "free times of a month, six practitioners",
      path: `/api/slots?${everybody}`,
      against: "/times?all",
      floor: 0.4,
      aim: 0.8,
    },
    { what: "patient home, server-rendered", path: "/", against: "/page", floor: 0.4, aim: 0.7 },
  ];
}

/** The successful password step of people whose factor is TOTP, 8 at once, against argon2id alone. */
async function passwordStep({ portal, bench }: Place): Promise<Line> {
  const bodies = bench.loginNames.map((loginName) => ({ loginName, password: PASSWORD }));
  const { ours, yardstick, ratio } = await compare(
    posts(`${portal}/api/login`, bodies),
    await argon2Alone(),
  );
  return {
    what: "login password step, 8 at once",
    ours: rate(ours),
    yardstick: rate(yardstick),
    ratio,
    floor: 0.8,
    aim: 0.95,
  };
}

async function bookingRace({
  portal,
  bench,
}: Place): Promise<{ won: number; refused: number; broken: number }> {
  const { visitTypeId, practitionerId, raceStartsAt } = bench;
  const wish = { visitTypeId, practitionerId, startsAt: raceStartsAt };
  const answers = await Promise.all(
    bench.tokens.map((token) => post(`${portal}/api/appointments`, wish, portal, cookieOf(token))),
  );
  const count = (fits: (status: number) => boolean) =>
    answers.filter(({ status }) => fits(status)).length;
  return {
    won: count((status) => status === 201),
    refused: count((status) => status === 409),
    broken: count((status) => status !== 201 && status !== 409),
  };
}

function post(url: string, body: unknown, origin: string, cookie?: string): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin,
      ...(cookie !== undefined && { cookie }),
    },
    body: JSON.stringify(body),
  });
}
