import { Search } from "lucide-react";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { Button, ButtonLink } from "@/components/button";
import { Card, PageTitle, Row, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import type { RecordLine } from "@/features/records/find-patients";
import { formatBirthDate, formatInstantTime } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { shortDay } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import type { AddChoices } from "../add-choices";
import { weekdayName } from "../wish-words";
import { AddForm } from "./add-form";
import { wishFieldWordKeys } from "./wish-field-words";

type AddPatientProps = {
  query: string;
  found: readonly RecordLine[];
  choices: AddChoices | null;
  today: string;
  zone: string;
};

/** Find the patient, then what they wait for. */
export async function AddPatient({ query, found, choices, today, zone }: AddPatientProps) {
  const [words, wish, language] = await Promise.all([
    getTranslations("waitingList.desk"),
    getTranslations("waitingList.join"),
    getLocale(),
  ]);
  const title = (
    <PageTitle
      action={
        <ButtonLink href="/desk/waiting-list" kind="secondary" small>
          {words("cancel")}
        </ButtonLink>
      }
      eyebrow={choices ? words("addTitle") : undefined}
      title={choices ? choices.patient.name : words("addTitle")}
    />
  );
  if (choices) {
    const visits = choices.visits.map(({ id, name, startsAt }) => ({
      value: `visit ${id}`,
      label: words("earlierVisit", {
        name,
        day: shortDay(startsAt, language, { zone }),
        time: formatInstantTime(startsAt, zone, language),
      }),
    }));
    const types = choices.types.map(({ id, name }) => ({
      value: `type ${id}`,
      label: words("anyOf", { name }),
    }));
    return (
      <Stack gap={6}>
        {title}
        <Card>
          <AddForm
            patientId={choices.patient.id}
            practitioners={choices.practitioners.map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            today={today}
            waitsFor={[...visits, ...types]}
            weekdays={[1, 2, 3, 4, 5, 6, 7].map((weekday) => weekdayName(weekday, language))}
            words={{
              ...pickWords(wish, [...wishFieldWordKeys, "whom", "anyone"]),
              ...pickWords(words, ["visitOrType", "addConfirm"]),
            }}
          />
        </Card>
      </Stack>
    );
  }
  return (
    <Stack gap={6}>
      {title}
      <form action="/desk/waiting-list">
        <input name="add" type="hidden" value="1" />
        <Row className="items-end">
          <div className="grow">
            <TextField
              data-search
              defaultValue={query}
              hint={words("findHint")}
              label={words("find")}
              maxLength={100}
              name="query"
              type="search"
            />
          </div>
          <Button icon={<Search aria-hidden="true" className="size-4.5" />} type="submit">
            {words("search")}
          </Button>
        </Row>
      </form>
      {query !== "" && found.length === 0 && <p className="text-muted">{words("noneFound")}</p>}
      {found.length > 0 && (
        <Card flush>
          <ul aria-label={words("found")} className="divide-y divide-hairline">
            {found.map(({ id, name, dateOfBirth }) => (
              <li key={id}>
                <Link
                  className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 px-5 py-3 hover:bg-sunken"
                  data-list-item
                  href={`/desk/waiting-list?add=1&patient=${id}`}
                >
                  <span className="wrap-anywhere font-semibold">{name}</span>
                  <span className="text-muted text-sm">
                    {formatBirthDate(dateOfBirth, language)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
}
