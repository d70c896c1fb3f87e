/** For `catch`: a file or folder that is not there is null; every other trouble is thrown on. */
export function noSuchFile(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
