/** Requests that begin in one turn of the event loop. */
const PER_TURN = 2;

/**
 * Lets work begin a few at a time, each turn of the event loop: a thousand requests that arrive together would else all
 * begin before anything else is heard, `/healthz` among it. Nothing waits for anything to end, so nobody can hold a place.
 */
export function createTurns(): (begin: () => void) => void {
  const waiting: (() => void)[] = [];
  let begun = 0;
  let isTurning = false;

  function turn(): void {
    begun = 0;
    isTurning = false;
    while (begun < PER_TURN) {
      const begin = waiting.shift();
      if (!begin) break;
      begun += 1;
      begin();
    }
    if (begun > 0) comeBack();
  }

  function comeBack(): void {
    if (isTurning) return;
    isTurning = true;
    setImmediate(turn);
  }

  return (begin) => {
    if (waiting.length > 0 || begun >= PER_TURN) {
      waiting.push(begin);
    } else {
      begun += 1;
      begin();
    }
    comeBack();
  };
}
