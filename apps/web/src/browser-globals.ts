import { TextDecoder, TextEncoder } from 'node:util';

/** What every browser has and jsdom lacks; specs import this first, since some of it is read when a module is loaded. */
class Channel {
  port1: { onmessage: ((event: unknown) => void) | null } = { onmessage: null };
  // Node's own channel would keep the test process alive.
  port2 = { postMessage: (data: unknown) => void setTimeout(() => this.port1.onmessage?.({ data }), 0) };
}

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const matchMedia = (media: string) => ({
  media,
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
});

for (const [name, value] of Object.entries({
  TextDecoder,
  TextEncoder,
  MessageChannel: Channel,
  ResizeObserver: Observer,
  IntersectionObserver: Observer,
  matchMedia,
})) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
}
