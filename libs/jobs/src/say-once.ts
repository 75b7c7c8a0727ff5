import type { Logger } from '@nestjs/common';

const silenceMs = 30_000;

/** Warns of an error, and not of the same again for half a minute: a server that is away is noticed many times a second. */
export function sayOnce(logger: Logger): (error: Error) => void {
  const said = new Map<string, number>();
  return ({ message }) => {
    const now = Date.now();
    if (now - (said.get(message) ?? 0) < silenceMs) return;
    if (said.size > 100) said.clear();
    said.set(message, now);
    logger.warn(message);
  };
}
