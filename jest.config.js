export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // These change the machine (users, mounts), so that they run on request: npm run test:machine.
  testPathIgnorePatterns: ['/node_modules/', '/test/machine/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  // Sources import './x.ts'-less names; tests run the sources directly.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testTimeout: 120_000,
  // Most tests wait for programs: as many at once as there are processors.
  maxWorkers: '100%',
}
