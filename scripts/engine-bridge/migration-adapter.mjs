import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { connectionSettings } from "./server-database.mjs";

// PostgreSQL's "char" (one byte, in the catalogues), which @prisma/adapter-pg does not map.
const charType = 18;
const textType = 25;

/** Repairs a queryable of @prisma/adapter-pg in the two places the schema engine needs. */
function repair(queryable) {
  const perform = queryable.performIO.bind(queryable);
  queryable.queryRaw = async (query) => {
    let isChar = [];
    const once = Object.create(queryable, {
      performIO: {
        value: async (inner) => {
          const answer = await perform(inner);
          isChar = answer.fields.map((field) => field.dataTypeID === charType);
          const fields = answer.fields.map((field, index) =>
            isChar[index] ? { ...field, dataTypeID: textType } : field,
          );
          return { ...answer, fields };
        },
      },
    });
    const result = await Object.getPrototypeOf(queryable).queryRaw.call(once, query);
    result.columnTypes = result.columnTypes.map((type, index) =>
      isChar[index] ? ColumnTypeEnum.Character : type,
    );
    return result;
  };
  return queryable;
}

function repairAdapter(adapter) {
  repair(adapter);
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => repair(await start(level));
  // Whole, as one simple query: the adapter splits at every semicolon, also inside functions.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** The database of `datasource`, as the schema engine wants to see it. */
export function migrationAdapter(datasource) {
  const settings = connectionSettings(datasource.url);
  const main = new PrismaPg(settings);
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => repairAdapter(await main.connect()),
    async connectToShadowDb() {
      if (datasource.shadowDatabaseUrl) {
        const shadow = new PrismaPg(connectionSettings(datasource.shadowDatabaseUrl));
        return repairAdapter(await shadow.connect());
      }
      const database = `archway_shadow_${randomUUID()}`;
      await onServer(settings, `CREATE DATABASE "${database}" TEMPLATE template0`);
      const shadow = repairAdapter(await new PrismaPg({ ...settings, database }).connect());
      const closePool = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await closePool();
        await onServer(settings, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      };
      return shadow;
    },
  };
}

async function onServer(settings, statement) {
  const client = new pg.Client(settings);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
