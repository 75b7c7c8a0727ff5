import 'reflect-metadata';
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const require = createRequire(new URL('../../', import.meta.url));

/** What code of the server tests with `instanceof`, its metadata, and the clock, which `jest.useFakeTimers` sets for both. */
const shared = ['Date', 'Reflect', 'Error', 'RangeError', 'TypeError', 'SyntaxError'];

/**
 * Jest reads every module anew for each suite, the server's packages too: three seconds a suite. `requireBuilt` (see
 * as-built.mjs) and `builtServer` reach past that to the server as it is built and shipped, loaded once in each of Jest's
 * processes, and to the variables it reads.
 */
export default class SuiteEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of shared) {
      Object.defineProperty(this.global, name, { get: () => globalThis[name], configurable: true });
    }
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: globalThis });
  }

  async setup() {
    await super.setup();
    this.global.requireBuilt = (path) => require(`./${path}`);
    this.global.builtServer = { load: (path) => import(path), environment: process.env };
  }
}
