import { relative } from 'node:path';

/**
 * Jest's transform of what a suite imports from libs, apps and packages: not compiled for the suite but taken from the
 * server as it is built, through `requireBuilt` of suite-environment.mjs.
 */
export default {
  process(_source, path, { config: { rootDir } }) {
    const built = relative(rootDir, path)
      .replace(/\\/g, '/')
      .replace(/^((?:apps|libs)\/.+)\.ts$/, 'dist/$1.js');
    return { code: `module.exports = requireBuilt(${JSON.stringify(built)});` };
  },
};
