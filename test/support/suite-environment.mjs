import 'reflect-metadata';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest reads every module anew for each suite, the server's packages too: two seconds a suite. `builtServer` reaches past
 * that to the server as it is built and shipped, loaded once in each of Jest's processes, and to the variables it reads.
 */
export default class SuiteEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.builtServer = { load: (path) => import(path), environment: process.env };
  }
}
