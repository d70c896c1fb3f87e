import { at, type Making } from "../making";
import { demoCountries, type HoursWords } from "../practices";

export interface LocationMade {
  readonly id: string;
  readonly chairIds: readonly string[];
  readonly weeklyHours: readonly {
    readonly weekday: number;
    readonly opensMinute: number;
    readonly closesMinute: number;
  }[];
}

/** The practice itself: its row, settings, locations, chairs and opening hours. */
export function addPractice(making: Making, yearsAgo: number): LocationMade[] {
  const { rows, practiceId, words, chance, now } = making;
  const createdAt = now.subtract({ hours: 24 * 365 * yearsAgo });
  rows.add("identity.practice", {
    id: practiceId,
    shortName: words.shortName,
    name: words.name,
    zone: words.zone,
    language: "en",
    defaultCountry: words.phoneCountry,
    allowedCountries: demoCountries,
    supportPhone: words.supportPhone,
    supportEmail: `help@${words.mailDomain}`,
    mailFrom: `portal@${words.mailDomain}`,
    accentColour: words.accentColour,
    createdAt: at(createdAt),
  });
  rows.add("tenant.practice_settings", {
    practiceId,
    bookingNoticeHours: 4,
    rescheduleNoticeHours: 24,
    cancelNoticeHours: 24,
    horizonDays: 90,
    minimumGapMinutes: 0,
    answerHours: 24,
    answerWords: "We answer within one working day, Monday to Friday.",
    emergencyWords: `If you are in pain or something has come loose, call us. Outside opening hours, call your local emergency line.`,
    smsMonthlyBudgetMinor: 6_000,
    smsCurrency: words.currency,
    updatedAt: at(createdAt),
  });
  return words.locations.map((location) => {
    const id = chance.id(createdAt);
    rows.add("tenant.location", {
      practiceId,
      id,
      name: location.name,
      addressLine1: location.street,
      town: location.town,
      postcode: location.postcode,
      phone: words.supportPhone,
    });
    const chairIds = Array.from({ length: location.chairs }, () => chance.id(createdAt));
    chairIds.forEach((chairId, i) => {
      const name = `Chair ${i + 1}`;
      rows.add("tenant.chair", { practiceId, id: chairId, locationId: id, name });
    });
    const weeklyHours = location.hours.flatMap(weekly);
    for (const hours of weeklyHours) {
      rows.add("tenant.opening_hours", {
        practiceId,
        id: chance.id(createdAt),
        locationId: id,
        ...hours,
      });
    }
    return { id, chairIds, weeklyHours };
  });
}

export function weekly([weekdays, opensMinute, closesMinute]: HoursWords) {
  return weekdays.map((weekday) => ({ weekday, opensMinute, closesMinute }));
}
