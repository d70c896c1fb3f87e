import { afterEach, describe, expect, it, vi } from "vitest";
import { holdDatabase } from "../../../scripts/database/addresses";
import { testDatabase } from "../../support/test-database";

const database = await testDatabase();

afterEach(() => {
  vi.unstubAllEnvs();
});

function given(app: string, owner: string) {
  vi.stubEnv("DATABASE_URL", app);
  vi.stubEnv("DATABASE_OWNER_URL", owner);
  vi.stubEnv("QUEUE_DATABASE_URL", "");
  vi.stubEnv("SIMULATORS_DATABASE_URL", "");
  return holdDatabase();
}

function changed(address: string, change: (url: URL) => void): string {
  const url = new URL(address);
  change(url);
  return url.href;
}

describe("S22: a database that somebody else runs, named by DATABASE_URL", () => {
  it("is used with the queue's role reached through the owner", async () => {
    const { addresses } = await given(database.app, database.owner);
    expect(addresses).toMatchObject({ app: database.app, owner: database.owner });
    expect(new URL(addresses.queue).searchParams.get("options")).toBe("-c role=archway_queue");
  });

  it("needs the owner's address beside it", async () => {
    await expect(given(database.app, "")).rejects.toThrow("DATABASE_OWNER_URL is not");
  });

  it("is refused by the name of the key that is wrong, and no password is said", async () => {
    const wrong = (address: string) =>
      changed(address, (url) => {
        url.password = "not-this-one";
      });
    const app = given(wrong(database.app), database.owner);
    await expect(app).rejects.toThrow(
      /^DATABASE_URL leads to no database that lets us in: .*failed/,
    );
    const owner = given(database.app, wrong(database.owner));
    await expect(owner).rejects.toThrow(/^DATABASE_OWNER_URL leads to no database/);
    await expect(owner).rejects.not.toThrow("not-this-one");
    const nowhere = changed(database.app, (url) => {
      url.pathname = "/elsewhere";
    });
    await expect(given(nowhere, database.owner)).rejects.toThrow(/^DATABASE_URL .*"elsewhere"/);
    const closed = changed(database.app, (url) => {
      url.port = "1";
    });
    await expect(given(closed, database.owner)).rejects.toThrow(/^DATABASE_URL .*ECONNREFUSED/);
  });
});
