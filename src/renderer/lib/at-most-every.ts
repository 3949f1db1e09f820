/**
 * Keeps work that costs something from piling up. The first call runs it at once; calls while it runs, or before `pause`
 * milliseconds have passed since it ended, are answered together by one more run. The last call always counts.
 */
export function atMostEvery(pause: number, work: () => Promise<void>): () => void {
  let resting = false;
  let wanted = false;

  async function go(): Promise<void> {
    resting = true;
    wanted = false;
    await work();
    setTimeout(() => {
      resting = false;
      if (wanted) void go();
    }, pause);
  }

  return () => {
    if (resting) wanted = true;
    else void go();
  };
}
