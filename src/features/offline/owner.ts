type Login = { readonly loginName: string; readonly role: string; readonly practice: string };

/**
 * Names a login and the role it is in, without its name: what a phone keeps belongs to it alone. Made by the server for
 * the page, and by the worker from what the server says of the session.
 */
export async function offlineOwner({ loginName, role, practice }: Login): Promise<string> {
  const text = new TextEncoder().encode(`${loginName} ${role} ${practice}`);
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
