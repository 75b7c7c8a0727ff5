import { rmSync } from 'node:fs';

/** Jest's globalTeardown; called once for each project that named it, and there is one set of servers. */
export default async function stopServers() {
  const starting = globalThis.xiaohaoTestServers;
  if (!starting) return;
  globalThis.xiaohaoTestServers = undefined;
  const { folder, stop } = await starting;
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
