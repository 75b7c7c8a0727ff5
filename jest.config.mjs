/** Nest 12 and some of its friends ship ES modules only; Jest on Node 20 reads them after this transform to CommonJS. */
const transpile = (syntax, react = false) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax, ...(syntax === 'typescript' ? { decorators: true, tsx: react } : {}) },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        ...(react ? { react: { runtime: 'automatic' } } : {}),
      },
    },
  },
];
const here = import.meta.dirname.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const packages = (names) => `/node_modules/(?!(${names})/)`;
const moduleNameMapper = {
  '^@xiaohao/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

/** A suite is compiled; what it imports is loaded once for all suites, from the server as it is built. */
const asBuilt = '<rootDir>/test/support/as-built.mjs';
const server = {
  testEnvironment: '<rootDir>/test/support/suite-environment.mjs',
  moduleNameMapper,
  transform: {
    [`^${here}/(libs|apps)/.+(?<!\\.spec)\\.ts$`]: asBuilt,
    [`^${here}/node_modules/.+\\.[mc]?js$`]: asBuilt,
    '^.+\\.ts$': transpile('typescript'),
    '^.+\\.m?js$': transpile('ecmascript'),
  },
  // exceljs tells an array by its constructor, which is another one for what a suite makes.
  transformIgnorePatterns: [packages('@nestjs|docx|ioredis|pizzip|playwright-core|smtp-server|typeorm')],
};

export default {
  // For a busy machine; no test waits that long when all is well.
  testTimeout: 60_000,
  projects: [
    {
      ...server,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/{api,worker,cli}/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/build-server.mjs',
    },
    {
      ...server,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/{api,worker,database,scripts,cli}/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-servers.mjs',
      globalTeardown: '<rootDir>/test/support/stop-servers.mjs',
    },
    {
      moduleNameMapper,
      displayName: 'web',
      testEnvironment: 'jsdom',
      transform: {
        '^.+\\.tsx$': transpile('typescript', true),
        '^.+\\.ts$': transpile('typescript'),
        '^.+\\.m?js$': transpile('ecmascript'),
      },
      // These ship ES modules only.
      transformIgnorePatterns: [packages('@ant-design/colors|@ant-design/fast-color')],
      testMatch: ['<rootDir>/apps/web/src/**/*.spec.tsx', '<rootDir>/apps/web/src/**/*.spec.ts'],
    },
    {
      ...server,
      displayName: 'pages',
      testMatch: ['<rootDir>/test/web/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-servers.mjs',
      globalTeardown: '<rootDir>/test/support/stop-servers.mjs',
    },
  ],
};
