/** Asks whoever is logged in to prove their second factor again; true once they have. */
type AskAgain = () => Promise<boolean>;

let asking: AskAgain | null = null;

/** The signed-in frame says who asks; answers how to take it back. */
export function registerStepUp(ask: AskAgain): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = null;
  };
}

/** Proves the factor again (S11). False where nobody can ask, or it was left. */
export async function stepUp(): Promise<boolean> {
  return asking ? asking() : false;
}
