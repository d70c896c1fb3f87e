import { Armchair } from "lucide-react";
import type { ReactNode } from "react";
import { StatusChip } from "@/components/badge";
import { Card, Row } from "@/components/layout";
import { TimeText } from "@/components/time-text";
import { getTranslations } from "@/lib/translations";
import type { ChairLine, LocationLine } from "../queries";
import { ConfirmForm } from "./confirm-form";
import { PlaceDialog } from "./place-dialog";

const SHOWN = 8;

/** Whose clock and which language times are shown in. */
type ShownIn = { zone: string; language: string };
type Words = Awaited<ReturnType<typeof getTranslations>>;
type Address = Record<"name" | "addressLine1" | "postcode" | "town" | "phone", string>;

/** The fields of a location's dialog. */
export function locationInputs(words: Words, value: Address) {
  return [
    { name: "name", label: words("name"), value: value.name, most: 100 },
    { name: "addressLine1", label: words("address"), value: value.addressLine1, most: 200 },
    { name: "postcode", label: words("postcode"), value: value.postcode, most: 20 },
    { name: "town", label: words("town"), value: value.town, most: 200 },
    { name: "phone", label: words("phone"), value: value.phone, most: 30 },
  ];
}

/** A location with its chairs, and what can be done with each. */
export async function LocationCard(props: ShownIn & { location: LocationLine }) {
  const { location, zone, language } = props;
  const words = await getTranslations("visitSettings.places");
  const { id, name, archived, seen, addressLine1, postcode, town, chairs } = location;
  const address = { name, addressLine1, postcode, town, phone: location.phone ?? "" };
  const buttons = { save: words("save"), cancel: words("cancel") };
  return (
    <Card flush>
      <Row between className="px-5 py-4">
        <div className="min-w-0">
          <h2 className="wrap-anywhere font-semibold text-lg">{name}</h2>
          <p className="wrap-anywhere text-muted text-sm">
            {addressLine1}, {postcode} {town}
          </p>
        </div>
        <Row gap={1}>
          {archived && <StatusChip>{words("archived")}</StatusChip>}
          <PlaceDialog
            extra={{ archived, seen }}
            fields={locationInputs(words, address)}
            path={`/api/settings/locations/${id}`}
            title={words("locationTitle")}
            words={{
              ...buttons,
              open: words("change"),
              label: words("changeLabel", { name }),
            }}
          />
          <Archiving
            archived={archived}
            body={{ ...address, archived: !archived, seen }}
            name={name}
            path={`/api/settings/locations/${id}`}
            text={words("archiveLocationText")}
            title={words("archiveLocationTitle")}
          />
        </Row>
      </Row>
      <ul className="divide-y divide-hairline border-hairline border-t">
        {chairs.length === 0 && <li className="px-5 py-3 text-muted">{words("noChairs")}</li>}
        {chairs.map((chair) => (
          <ChairRow chair={chair} key={chair.id} language={language} zone={zone} />
        ))}
      </ul>
      {!archived && (
        <div className="border-hairline border-t px-3 py-2">
          <PlaceDialog
            extra={{ locationId: id }}
            fields={[{ name: "name", label: words("name"), value: "", most: 100 }]}
            path="/api/settings/chairs"
            title={words("addChair")}
            words={{
              ...buttons,
              open: words("addChair"),
              label: words("addChairLabel", { name }),
            }}
          />
        </div>
      )}
    </Card>
  );
}

async function ChairRow({ chair, zone, language }: ShownIn & { chair: ChairLine }) {
  const words = await getTranslations("visitSettings.places");
  const { id, name, archived, seen, visits } = chair;
  const text = (
    <>
      <p>{words("archiveChairText")}</p>
      {visits.length > 0 && (
        <>
          <p className="mt-2">{words("archiveChairVisits", { count: visits.length })}</p>
          <ul className="mt-2 divide-y divide-hairline border-hairline border-y text-dense">
            {visits.slice(0, SHOWN).map(({ startsAt, patient }) => (
              <li className="flex flex-wrap justify-between gap-x-4 py-1.5" key={startsAt}>
                <span className="wrap-anywhere font-medium">{patient}</span>
                <TimeText at={startsAt} language={language} zone={zone} />
              </li>
            ))}
            {visits.length > SHOWN && (
              <li className="py-1.5 text-muted">
                {words("more", { count: visits.length - SHOWN })}
              </li>
            )}
          </ul>
        </>
      )}
    </>
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-1.5 ps-5 pe-3">
      <div className="flex min-w-0 items-center gap-3">
        <Armchair aria-hidden="true" className="size-5 shrink-0 text-muted" />
        <div className="min-w-0">
          <p className="wrap-anywhere font-medium">{name}</p>
          <p className="text-muted text-sm">{words("visits", { count: visits.length })}</p>
        </div>
      </div>
      <Row gap={1}>
        {archived && <StatusChip>{words("archived")}</StatusChip>}
        <PlaceDialog
          extra={{ archived, seen }}
          fields={[{ name: "name", label: words("name"), value: name, most: 100 }]}
          path={`/api/settings/chairs/${id}`}
          title={words("chairTitle")}
          words={{
            open: words("change"),
            label: words("changeLabel", { name }),
            save: words("save"),
            cancel: words("cancel"),
          }}
        />
        <Archiving
          archived={archived}
          body={{ name, archived: !archived, seen }}
          name={name}
          path={`/api/settings/chairs/${id}`}
          text={text}
          title={words("archiveChairTitle")}
        />
      </Row>
    </li>
  );
}

type ArchivingProps = {
  archived: boolean;
  name: string;
  path: string;
  body: Record<string, unknown>;
  title: string;
  text: ReactNode;
};

async function Archiving({ archived, name, path, body, title, text }: ArchivingProps) {
  const words = await getTranslations("visitSettings.places");
  const open = words(archived ? "restore" : "archive");
  const label = words(archived ? "restoreLabel" : "archiveLabel", { name });
  return (
    <ConfirmForm
      body={body}
      path={path}
      text={archived ? label : text}
      title={archived ? open : title}
      words={{ open, label, go: open, cancel: words("cancel") }}
    />
  );
}
