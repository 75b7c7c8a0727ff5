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
const esmPackages =
  'openid-client|oauth4webapi|jose|@ant-design/colors|@ant-design/fast-color|@nestjs|@fastify/cookie|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|cookie|content-disposition|hucre|nodemailer|uuid';
const project = {
  transform: {
    '^.+\\.tsx$': transpile('typescript', true),
    '^.+\\.ts$': transpile('typescript'),
    '^.+\\.m?js$': transpile('ecmascript'),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages})/)`],
  moduleNameMapper: {
    '^@xiaohao/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

export default {
  // For a busy machine; no test waits that long when all is well.
  testTimeout: 60_000,
  projects: [
    {
      ...project,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/{api,worker,cli}/**/*.spec.ts'],
    },
    {
      ...project,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/test/support/suite-environment.mjs',
      testMatch: ['<rootDir>/test/{api,worker,database,scripts,cli}/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-servers.mjs',
      globalTeardown: '<rootDir>/test/support/stop-servers.mjs',
    },
    {
      ...project,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/apps/web/src/**/*.spec.tsx', '<rootDir>/apps/web/src/**/*.spec.ts'],
    },
    {
      ...project,
      displayName: 'pages',
      testEnvironment: '<rootDir>/test/support/suite-environment.mjs',
      testMatch: ['<rootDir>/test/web/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-servers.mjs',
      globalTeardown: '<rootDir>/test/support/stop-servers.mjs',
    },
  ],
};
