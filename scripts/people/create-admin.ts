import { type InviteAdminRefusal, inviteAdmin } from "@/features/people/invite-admin";
import { completed, operatorCommand } from "./command";

const usage = `npm run admin:create -- --practice NAME --first-name Ada --last-name Example \\
  --email ada@practice.example --mobile "+49 171 ..." [--login-name ada.example]

  --practice    the practice's short name
  --login-name  4 to 32 of a-z, 0-9, dot and hyphen; left out, it is made from the names.
                The login name of an admin of this practice: a new link, and the login is closed until it is used`;

const options = {
  practice: { words: "Practice (short name)" },
  "first-name": { words: "First name" },
  "last-name": { words: "Last name" },
  email: { words: "E-mail" },
  mobile: { words: "Mobile number" },
  "login-name": { words: "Login name", optional: true },
} as const;

const words: Readonly<Record<InviteAdminRefusal, string>> = {
  practice_unknown:
    "--practice: there is no open practice of this name. See npm run practice:create.",
  name_length: "--first-name, --last-name: use 1 to 100 characters each.",
  email_wrong: "--email: this is no e-mail address.",
  mobile_wrong: "--mobile: this is no mobile number. Write it with its country code.",
  login_name_too_short: "--login-name: use at least 4 characters.",
  login_name_too_long: "--login-name: use at most 32 characters.",
  login_name_characters: "--login-name: use a-z, 0-9, dot and hyphen only.",
  login_name_taken: "--login-name: somebody has or had this login name. Choose another.",
};

// `npm run admin:create`: an admin of a practice, and the one-time link to set up the login (S22).
await operatorCommand("admin:create", async (services) => {
  const typed = await completed(usage, options);
  const invited = await inviteAdmin(services, {
    practice: typed.practice,
    firstName: typed["first-name"],
    lastName: typed["last-name"],
    email: typed.email,
    mobile: typed.mobile,
    loginName: typed["login-name"],
  });
  if (!invited.ok) throw new Error(words[invited.reason]);
  const { loginName, practiceName, token, expiresAt, again } = invited.value;
  const until = expiresAt.toString({ smallestUnit: "minute" });
  console.log(
    [
      again
        ? `A new link for ${loginName}, admin of ${practiceName}. Until it is used this login is closed.`
        : `${loginName} is an admin of ${practiceName}.`,
      `Set up the login here, once, until ${until}:`,
      "",
      `  ${services.env.appUrl}/set-up/${token}`,
      "",
      "Whoever opens it chooses the password: hand it to that person alone. It is shown only now.",
    ].join("\n"),
  );
});
