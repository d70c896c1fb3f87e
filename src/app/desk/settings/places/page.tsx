import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Stack } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { LocationCard, locationInputs } from "@/features/settings/times/components/location-card";
import { PlaceDialog } from "@/features/settings/times/components/place-dialog";
import { placesView } from "@/features/settings/times/queries";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitSettings.places");
  return { title: words("title") };
}

/** Locations and their chairs (R29). */
export default async function PlacesPage() {
  const [{ services, actor }, words, language] = await Promise.all([
    clinicPage("/desk/settings/places", "admin"),
    getTranslations("visitSettings.places"),
    getLocale(),
  ]);
  const locations = await placesView(services, actor);
  const blank = { name: "", addressLine1: "", postcode: "", town: "", phone: "" };
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <div>
        <PlaceDialog
          extra={{}}
          fields={locationInputs(words, blank)}
          kind="primary"
          path="/api/settings/locations"
          title={words("addLocation")}
          words={{
            open: words("addLocation"),
            label: words("addLocation"),
            save: words("save"),
            cancel: words("cancel"),
          }}
        />
      </div>
      <Stack gap={6}>
        {locations.map((location) => (
          <LocationCard
            key={location.id}
            language={language}
            location={location}
            zone={actor.zone}
          />
        ))}
      </Stack>
    </>
  );
}
