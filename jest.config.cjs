/** One swc transform for everything, node_modules included: that lets the ESM-only packages run in CommonJS jest. */
const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: jsx },
      ...(jsx ? { transform: { react: { runtime: 'automatic' } } } : {}),
    },
    module: { type: 'commonjs' },
  },
];
const esmOnly = [
  '@octokit',
  'universal-user-agent',
  'before-after-hook',
  'fast-content-type-parse',
  'content-type',
  'json-with-bigint',
  'toad-cache',
  'universal-github-app-jwt',
  'bottleneck',
  'p-limit',
  'yocto-queue',
  'canonicalize',
  '(?:hast|mdast|unist|micromark|estree)[a-z-]*',
  'decode-named-character-reference',
  'character-entities',
  'ccount',
  'devlop',
  'escape-string-regexp',
  'longest-streak',
  'markdown-table',
  'zwitch',
  'property-information',
  '(?:comma|space)-separated-tokens',
  'vfile[a-z-]*',
  'trim-lines',
  'html-void-elements',
];
const common = {
  resolver: '<rootDir>/test/support/jest-resolver.cjs',
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
/** What a name of the language costs in jest's sandbox is a question to its global object; a parameter costs nothing. */
const sandboxInjectedGlobals = [
  ...['Array', 'Boolean', 'Buffer', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise'],
  ...['RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'Uint8Array', 'Uint32Array', 'WeakMap'],
];
const node = {
  ...common,
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/no-delay.cjs'],
  sandboxInjectedGlobals,
  transform: { '^.+\\.[mc]?[jt]s$': swc(false) },
};

module.exports = {
  testTimeout: 90_000,
  // Each git process is a fork of the worker: the larger that has grown, the longer it takes.
  workerIdleMemoryLimit: '400MB',
  globalSetup: '<rootDir>/test/support/temp-root.cjs',
  globalTeardown: '<rootDir>/test/support/remove-temp-root.cjs',
  testSequencer: '<rootDir>/test/support/slowest-first.cjs',
  projects: [
    {
      ...node,
      displayName: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/'],
    },
    {
      ...common,
      displayName: 'ui',
      testEnvironment: '<rootDir>/test/support/jsdom-env.cjs',
      testMatch: ['<rootDir>/test/static/**/*.test.tsx'],
      setupFiles: ['<rootDir>/test/support/bridge-stub.cjs'],
      setupFilesAfterEnv: [
        '@testing-library/jest-dom',
        '<rootDir>/test/support/atlaskit-setup.cjs',
      ],
      moduleNameMapper: { '\\.css$': '<rootDir>/test/support/empty.cjs' },
      transform: { '^.+\\.[mc]?[jt]sx?$': swc(true) },
    },
    { ...node, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
