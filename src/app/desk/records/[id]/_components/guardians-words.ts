import type { GuardianLine } from "@/features/guardians/record-guardians";
import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";

const made = [
  "addedTitle",
  "addedText",
  "sentMail",
  "sentSms",
  "shownTitle",
  "url",
  "qr",
  "until",
  "done",
  "mail",
  "sms",
  "show",
] as const;
export type MadeWords = Record<(typeof made)[number], string>;

/** What is told once something was made; the place of the time is filled in the browser. */
export function madeWords(words: Translate): MadeWords {
  return pickWords((key) => words.raw(key), made);
}

const invite = [
  "lead",
  "firstName",
  "lastName",
  "dateOfBirth",
  "dateOfBirthHint",
  "email",
  "mobile",
  "rights",
  "rightsFull",
  "rightsFullText",
  "rightsView",
  "rightsViewText",
  "fromOn",
  "untilOn",
  "deliver",
  "deliverHint",
  "go",
] as const;
export type InviteWords = Record<(typeof invite)[number] | "title" | "untilHint" | "open", string>;

export function inviteWords(
  words: Translate,
  { name, age }: { name: string; age: number },
): Omit<InviteWords, "open"> {
  return {
    ...pickWords((key) => words.raw(key), invite),
    title: words("title", { name }),
    untilHint: words("untilHint", { age }),
  };
}

export type ItemWords = Record<
  | "newLink"
  | "linkTitle"
  | "linkLead"
  | "change"
  | "changed"
  | "changeTitle"
  | "changeLead"
  | "changeGo"
  | "rights"
  | "rightsFull"
  | "rightsFullText"
  | "rightsView"
  | "rightsViewText"
  | "untilOn"
  | "untilHint"
  | "end"
  | "endTitle"
  | "endLead"
  | "reason"
  | "reasonHint"
  | "endGo"
  | "cancel"
  | "renew"
  | "renewed",
  string
>;

/** The words of one guardian's actions, with the name in them and the practice's age. */
export function itemWords(words: Translate, guardian: GuardianLine, age: number): ItemWords {
  const { name, mobile } = guardian;
  return {
    newLink: words("record.newLink"),
    linkTitle: words("linkAgain.title", { name }),
    linkLead: words("linkAgain.lead", { mobile: mobile ?? "" }),
    change: words("record.change"),
    changed: words("record.changed"),
    changeTitle: words("changing.title", { name }),
    changeLead: words("changing.lead"),
    changeGo: words("changing.go"),
    rights: words("invite.rights"),
    rightsFull: words("invite.rightsFull"),
    rightsFullText: words("invite.rightsFullText"),
    rightsView: words("invite.rightsView"),
    rightsViewText: words("invite.rightsViewText"),
    untilOn: words("invite.untilOn"),
    untilHint: words("invite.untilHint", { age }),
    end: words("record.end"),
    endTitle: words("ending.title", { name }),
    endLead: words("ending.lead"),
    reason: words("ending.reason"),
    reasonHint: words("ending.reasonHint"),
    endGo: words("ending.go"),
    cancel: words("record.cancel"),
    renew: words("record.renew"),
    renewed: words("record.renewed"),
  };
}
