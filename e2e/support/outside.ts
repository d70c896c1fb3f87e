import { expect } from "@playwright/test";

const frontDoor = process.env.SIMULATORS_URL ?? "http://127.0.0.1:3900";

interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string }[];
  readonly at: string;
}

interface Text {
  readonly id: string;
  readonly body: string;
  readonly at: string;
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`${frontDoor}${path}`);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

export const mailsTo = (address: string) => read<Mail[]>(`/mail?to=${encodeURIComponent(address)}`);
export const textsTo = (number: string) => read<Text[]>(`/sms?to=${encodeURIComponent(number)}`);

/** The newest mail to this address whose subject fits, once it has come. */
export async function mailTo(address: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsTo(address)).find((mail) => subject.test(mail.subject));
        return found !== undefined;
      },
      { message: `a mail to ${address} about ${subject}`, timeout: 20_000 },
    )
    .toBe(true);
  if (!found) throw new Error("unreachable");
  return found;
}

/** The first address of ours in a mail. */
export function linkIn(mail: Mail, path: string): string {
  const found = mail.text.match(new RegExp(`https?://\\S*${path}\\S*`))?.[0];
  if (!found) throw new Error(`no link to ${path} in: ${mail.text}`);
  return found;
}

/** How many texts a number has got so far: take it before asking for a code. */
export const textCount = async (number: string) => (await textsTo(number)).length;

/** The six digits of the newest text that came after the first `before` ones. */
export async function codeTo(number: string, before: number): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(
      async () => {
        const texts = await textsTo(number);
        // Another text, such as a reminder, may come beside it.
        code = texts
          .slice(0, Math.max(texts.length - before, 0))
          .map(({ body }) => body.match(/: (\d{6}) /)?.[1])
          .find((found) => found !== undefined);
        return code !== undefined;
      },
      { message: `a code to ${number}`, timeout: 20_000 },
    )
    .toBe(true);
  if (!code) throw new Error("unreachable");
  return code;
}

/** The authenticator app's code of a demo login. */
export async function totpOf(loginName: string): Promise<string> {
  const { code } = await read<{ code: string }>(`/totp?loginName=${encodeURIComponent(loginName)}`);
  return code;
}

export interface PmsPatient {
  readonly email_address: string | null;
  readonly mobile_phone: string | null;
  readonly metadata?: Record<string, unknown>;
}

export const pmsPatients = (email: string) =>
  read<unknown>(`/pms/patients?email=${encodeURIComponent(email)}`);

/** The worker's chores run at once: the clock goes on by five seconds. */
export async function wakeChores(): Promise<void> {
  const answer = await fetch(`${frontDoor}/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advance: "PT5S" }),
  });
  if (!answer.ok) throw new Error(`the clock answered ${answer.status}`);
}

/** What an orthodontist of the demo types at a lab's own sign-in. */
export async function labLoginOf(displayName: string): Promise<{
  readonly userName: string;
  readonly password: string;
}> {
  const logins =
    await read<{ userName: string; password: string; displayName: string }[]>("/lab/logins");
  const login = logins.find((one) => one.displayName.includes(displayName));
  if (!login) throw new Error(`no lab knows ${displayName}`);
  return login;
}

interface LabCaseShown {
  readonly id: string;
  readonly caseNumber: string;
  readonly status: string;
  readonly declaredScans: number;
  readonly receivedScans: number;
}

/** What the labs have under a case's number. */
export async function labCasesOf(number: string): Promise<LabCaseShown[]> {
  const all = await read<LabCaseShown[]>("/lab/cases");
  return all.filter(({ caseNumber }) => caseNumber === number);
}

/** What the lab's people do with a case; its doctor is told. */
export async function labMoves(number: string, move: Record<string, unknown>): Promise<void> {
  const [found] = await labCasesOf(number);
  const answer = await fetch(`${frontDoor}/lab/cases/${found?.id}/move`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(move),
  });
  if (!answer.ok) throw new Error(`the lab answered ${answer.status}: ${await answer.text()}`);
}
