import { httpLab } from "@/adapters/lab/http/http-lab";
import { smtpMail } from "@/adapters/mail/smtp";
import { openPmsWith } from "@/adapters/pms/open-pms";
import { webPush } from "@/adapters/push/web-push";
import { twilioSms } from "@/adapters/sms/twilio";
import type { Env } from "@/env";
import type { Outside } from "./services";

/** The adapters to the outside, chosen by the environment; kept apart from the runtime so that the web never loads them. */
export function openOutside(env: Env): Outside {
  return {
    mail: smtpMail({ url: env.smtpUrl }),
    sms: twilioSms(env.twilio),
    openPms: openPmsWith({ userAgent: `Archway patient portal (${new URL(env.appUrl).hostname})` }),
    lab: httpLab({}),
    push: env.vapid && webPush({ ...env.vapid, loopback: env.mode === "demo" }),
  };
}
