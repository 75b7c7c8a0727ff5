/** The four at the bottom, each resting on those after it. */
const bottom = ['config', 'errors', 'messages', 'domain'];
const middle = ['database', ...bottom];
const rooms = ['files', 'documents', 'calendar', 'jobs'];

/** The ladder: which libs a lib may import, always through their index.ts. A lib not named here may import none. */
const ladder = {
  domain: [],
  messages: ['domain'],
  errors: ['messages', 'domain'],
  config: ['errors', 'messages', 'domain'],
  database: bottom,
  files: middle,
  calendar: middle,
  jobs: middle,
  threads: ['errors', 'messages', 'domain'],
  documents: ['threads', ...bottom],
  backups: middle,
  notices: [...rooms, ...middle],
  org: ['notices', ...rooms, ...middle],
  tickets: ['org', 'notices', ...rooms, ...middle],
  indicators: ['org', 'notices', ...rooms, ...middle],
  ledgers: ['threads', 'tickets', 'indicators', 'org', 'notices', ...rooms, ...middle],
  reminders: ['tickets', 'indicators', 'org', 'notices', ...rooms, ...middle],
  reports: ['threads', 'tickets', 'indicators', 'org', 'notices', ...rooms, ...middle],
  services: ['reports', 'reminders', 'ledgers', 'tickets', 'indicators', 'org', 'notices', ...rooms, ...middle],
};

/** Packages and Node modules with one home. */
const homes = [
  {
    name: 'bullmq-only-in-jobs',
    comment: 'The queue has one room: call JobQueue.add(tx, name, payload) of @xiaohao/jobs instead.',
    home: '^libs/jobs/',
    packages: ['bullmq', '@nestjs/bullmq', 'ioredis'],
  },
  {
    name: 'http-only-in-api',
    comment:
      'No HTTP word below the API: take plain values, throw AppError, and let the controller in apps/api translate.',
    home: '^apps/api/',
    packages: ['fastify', '@fastify/[^/]+', '@nestjs/platform-fastify', '@nestjs/platform-express', '@nestjs/swagger'],
  },
];

const vagueNames = ['utils', 'common', 'shared', 'helpers', 'misc', 'interfaces', 'types'];

const any = (names) => `(${names.join('|')})`;
const library = (names) => `^libs/${any(names)}/`;
const packages = (names) => `(^|/)node_modules/${any(names)}/`;
const productive = { path: '^(apps|libs)/', pathNot: '\\.spec\\.tsx?$' };

/** A rule is about an import, so a vague name is looked for at both its ends, and where there is none. */
const vague = { path: `^(apps|libs)/(|.+/)${any([...vagueNames, 'util', 'helper'])}(/|[.]tsx?$)` };
const vagueEnds = [
  { end: 'imported', from: {}, to: vague },
  { end: 'importing', from: vague, to: {} },
  { end: 'alone', from: { ...vague, orphan: true }, to: {} },
];

const ladderRules = Object.entries(ladder).map(([name, allowed]) => ({
  name: `ladder-${name}`,
  severity: 'error',
  comment: allowed.length
    ? `libs/${name} may import ${allowed.join(', ')} only. Move what both need down the ladder, or pass it in from above.`
    : `libs/${name} stands at the bottom and imports no other lib: pass what it needs as a parameter.`,
  from: { path: `^libs/${name}/` },
  to: { path: '^libs/', pathNot: library([name, ...allowed]) },
}));

/** The rooms of the reader, from the bottom: a room imports only rooms before it. */
const readingRooms = ['headings', 'rows', 'tickets', 'sheets'];
const readingRules = readingRooms.slice(0, -1).map((room, at) => ({
  name: `reading-${room}`,
  severity: 'error',
  comment: `In libs/ledgers/src/reading the rooms are a ladder: ${readingRooms.join(' < ')}.`,
  from: { path: `^libs/ledgers/src/reading/${room}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: `^libs/ledgers/src/reading/(${readingRooms.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...readingRules,
    {
      name: 'ledgers-read-before-they-store',
      severity: 'error',
      comment:
        'In libs/ledgers imports/ and exports/ stand on reading/, which knows neither: move what both need there.',
      from: { path: '^libs/ledgers/src/(reading|exports)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/ledgers/src/(imports|exports)/', pathNot: '^libs/ledgers/src/$1/' },
    },
    ...ladderRules,
    {
      name: 'ladder-names-every-lib',
      severity: 'error',
      comment: 'A new lib takes its place on the ladder: add it to the table at the top of .dependency-cruiser.cjs.',
      from: { path: '^(apps|libs)/' },
      to: { path: '^libs/', pathNot: library(Object.keys(ladder)) },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'libs/domain is rules in plain TypeScript: no package, no Node module. Pass the value in as a parameter.',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'only-through-the-index',
      severity: 'error',
      comment:
        'Import the lib by its name (@xiaohao/<lib>); if the thing is missing there, export it from its index.ts.',
      from: { path: '^(?:apps|libs)/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'libs-do-not-import-apps',
      severity: 'error',
      comment: 'An app is the top of the ladder: move what the lib needs into a lib.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-alone',
      severity: 'error',
      comment: 'Apps do not import each other: move what both need into a lib.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-knows-domain-and-messages-only',
      severity: 'error',
      comment: 'The page is told the rest by the API: use the generated client in apps/web/src/api.',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: library(['domain', 'messages']) },
    },
    {
      name: 'web-has-no-server-package',
      severity: 'error',
      comment: 'This package runs on the server only: fetch what it gives through the API.',
      from: { path: '^apps/web/src/' },
      to: { path: packages(['typeorm', 'pg', '@nestjs/[^/]+', 'class-validator', 'class-transformer']) },
    },
    ...homes.map(({ name, comment, home, packages: names }) => ({
      name,
      severity: 'error',
      comment,
      from: { ...productive, pathNot: [home, productive.pathNot] },
      to: { path: packages(names) },
    })),
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files that need each other are one, or share a third: move the common part there.',
      from: { path: '^(apps|libs)/' },
      to: { circular: true },
    },
    ...vagueEnds.map(({ end, from, to }) => ({
      name: `no-vague-name-${end}`,
      severity: 'error',
      comment: `Name the folder or file after what it holds: ${vagueNames.join(', ')} hold anything.`,
      from,
      to,
    })),
    {
      name: 'tests-stay-outside',
      severity: 'error',
      comment: 'Code that ships does not import tests or their support: move the thing into the lib.',
      from: productive,
      to: { path: '^(test|bench|scripts)/|\\.spec\\.tsx?$' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'This import leads nowhere: correct the path, or add the package to package.json.',
      from: { path: '^(apps|libs)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-package',
      severity: 'error',
      comment: 'The server runs without development packages: move this one to dependencies.',
      from: { path: '^(libs|apps/(api|worker|cli))/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
