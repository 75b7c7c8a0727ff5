import { TextDecoder, TextEncoder } from 'node:util';

// jsdom lacks what every browser has and the router reads when it is loaded; imported first by the specs of this folder.
Object.assign(globalThis, { TextDecoder, TextEncoder });
