import pg from "pg";

/** Settings for `pg` of a connection address; sslmode as libpq understands it. */
export function connectionSettings(url) {
  const address = new URL(url);
  const mode = address.searchParams.get("sslmode");
  const encrypted = mode && mode !== "disable" && mode !== "prefer" && mode !== "allow";
  const options = address.searchParams.get("options");
  return {
    host: decodeURIComponent(address.hostname.replace(/^\[|\]$/g, "")) || "127.0.0.1",
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)) || "postgres",
    ...(options ? { options } : {}),
    ...(encrypted ? { ssl: { rejectUnauthorized: mode.startsWith("verify") } } : {}),
  };
}

// What Prisma calls the SQLSTATEs (and socket errors) that it treats apart.
const prismaCodes = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000" };

async function onServer(settings, work) {
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    error.prismaCode = prismaCodes[error.code] ?? "P1001";
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function canConnect(url) {
  return onServer(connectionSettings(url), (client) => client.query("select 1"));
}

export function createDatabase(url) {
  const settings = connectionSettings(url);
  const name = pg.escapeIdentifier(settings.database);
  return onServer({ ...settings, database: "postgres" }, (client) =>
    client.query(`CREATE DATABASE ${name}`),
  );
}
