import { ensureServerBuilt } from '../../scripts/build.mjs';

/** Jest's globalSetup where no server is needed: suites import what is built. */
export default () => ensureServerBuilt(process.stderr);
