import { hash, parseOptions, verify } from "@node-rs/argon2";
import { normalizePassword } from "@/domain/access/password-rules";
import { ok, type Result } from "@/domain/result";
import { createHashQueue, type HashQueue } from "@/security/hash-queue";
import type { Random } from "@/security/random";

/** S1, OWASP's first choice for argon2id (the library's default algorithm); memory in KiB. */
const PARAMETERS = { memoryCost: 19456, timeCost: 2, parallelism: 1, outputLen: 32 };
const SALT_BYTES = 16;
const MAX_AT_ONCE = 4;
const MAX_WAITING = 50;
/** A full queue is worked off in one to two seconds on two cores. */
const RETRY_AFTER_SECONDS = 2;

export interface Pepper {
  readonly version: number;
  readonly secret: Uint8Array;
}

export interface Peppers {
  readonly current: Pepper;
  /** Former peppers, which stored hashes may still need. */
  readonly former: readonly Pepper[];
}

export interface PasswordHasher {
  /** Answers what to store: `p<pepper version>:<PHC string>`. */
  hash(password: string): Promise<Result<string, "busy">>;
  /**
   * Without a stored hash (unknown person, no password yet) a decoy is verified, which takes as long.
   * `needsRehash` is true only for a right password whose pepper or parameters are old.
   */
  verify(
    stored: string | null,
    password: string,
  ): Promise<Result<{ matches: boolean; needsRehash: boolean }, "busy">>;
}

/** S1. One per process: the bound of four at once is per hasher. */
export function createPasswordHasher(
  peppers: Peppers,
  random: Random,
  queue: HashQueue = createHashQueue(MAX_AT_ONCE, MAX_WAITING, RETRY_AFTER_SECONDS),
): PasswordHasher {
  const decoy = `p${peppers.current.version}:${decoyHash(random)}`;

  return {
    hash(password) {
      const { version, secret } = peppers.current;
      return queue.run(async () => {
        const salt = random.bytes(SALT_BYTES);
        const phc = await hash(normalizePassword(password), { ...PARAMETERS, secret, salt });
        return `p${version}:${phc}`;
      });
    },
    async verify(stored, password) {
      const { pepper, phc } = readStored(stored ?? decoy, peppers);
      const verified = await queue.run(() =>
        verify(phc, normalizePassword(password), { secret: pepper.secret }),
      );
      if (!verified.ok) return verified;
      const matches = verified.value && stored !== null;
      return ok({ matches, needsRehash: matches && isOutdated(pepper, phc, peppers) });
    },
  };
}

function readStored(stored: string, peppers: Peppers): { pepper: Pepper; phc: string } {
  const [, version, phc] = /^p(\d+):(\$argon2id\$.+)$/.exec(stored) ?? [];
  const pepper = [peppers.current, ...peppers.former].find((one) => `${one.version}` === version);
  if (phc === undefined) throw new Error("A stored password hash is malformed.");
  if (!pepper) throw new Error(`Pepper version ${version} is missing from the environment.`);
  return { pepper, phc };
}

function isOutdated(pepper: Pepper, phc: string, peppers: Peppers): boolean {
  const used = parseOptions(phc);
  return (
    pepper.version !== peppers.current.version ||
    used.memoryCost !== PARAMETERS.memoryCost ||
    used.timeCost !== PARAMETERS.timeCost ||
    used.parallelism !== PARAMETERS.parallelism ||
    used.outputLen !== PARAMETERS.outputLen
  );
}

/** A well-formed hash of nothing: random bytes where the result would stand. */
function decoyHash(random: Random): string {
  const { memoryCost, timeCost, parallelism, outputLen } = PARAMETERS;
  const salt = Buffer.from(random.bytes(SALT_BYTES)).toString("base64").replace(/=+$/, "");
  const result = Buffer.from(random.bytes(outputLen)).toString("base64").replace(/=+$/, "");
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${salt}$${result}`;
}
