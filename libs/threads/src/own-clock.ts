/** Runs from now on; calls once it has run so long in all. */
export function openClock(ms: number, over: () => void): { stand(): void; go(): void } {
  let left = ms;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined = setTimeout(over, left);
  return {
    stand() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      left -= performance.now() - since;
    },
    go() {
      since = performance.now();
      timer ??= setTimeout(over, Math.max(0, left));
    },
  };
}
