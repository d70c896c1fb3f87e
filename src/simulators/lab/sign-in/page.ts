interface SignInPage {
  readonly labName: string;
  readonly action: string;
  readonly userName: string;
  readonly isWrong: boolean;
}

/** The lab's own sign-in page: nothing on it is Archway's, and Archway never sees what is typed here (R42). */
export function signInPage({ labName, action, userName, isWrong }: SignInPage): string {
  const name = escaped(labName);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · ${name}</title>
<style>
  :root { color-scheme: light dark; font-family: Georgia, serif; line-height: 1.5; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f2efe6, #1d1b16); color: light-dark(#26231a, #ece7da); }
  main { box-sizing: border-box; width: min(26rem, 100%); padding: 2rem; background: light-dark(#fffdf7, #28251d); border-top: 6px solid #8a5a14; }
  h1 { margin: 0 0 .25rem; font-size: 1.5rem; }
  label { display: block; margin-top: 1rem; font-weight: bold; }
  input { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem; font: inherit; border: 1px solid #8d8470; background: transparent; color: inherit; }
  button { margin-top: 1.5rem; min-height: 2.75rem; padding: 0 1.5rem; font: inherit; font-weight: bold; border: 0; background: #7a4d0c; color: #fff; cursor: pointer; }
  :focus-visible { outline: 3px solid #b7791f; outline-offset: 2px; }
  .wrong { margin: 1rem 0 0; padding: .75rem; border-left: 4px solid #a62b1f; background: light-dark(#fbeae7, #3c211d); }
  .back { display: inline-block; margin-top: 1.5rem; color: inherit; }
</style>
</head>
<body>
<main>
  <h1>${name}</h1>
  <p>Sign in to let Archway send your cases here.</p>
  ${isWrong ? '<p class="wrong" role="alert">User name and password do not belong together. Check both and try again.</p>' : ""}
  <form method="post" action="${escaped(action)}">
    <label for="user">User name</label>
    <input id="user" name="userName" value="${escaped(userName)}" autocomplete="username" autocapitalize="none" required${isWrong ? "" : " autofocus"}>
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required${isWrong ? " autofocus" : ""}>
    <button>Sign in</button>
  </form>
  <a class="back" href="${escaped(action)}/cancel">Back without signing in</a>
</main>
</body>
</html>`;
}

/** Shown when the way back is lost: the page lay open too long, or was opened twice. */
export function lostPage(labName: string): string {
  return signInPage({ labName, action: "", userName: "", isWrong: false }).replace(
    /<form[\s\S]*<\/a>/,
    "<p>This sign-in is no longer open. Go back to Archway and begin again.</p>",
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
