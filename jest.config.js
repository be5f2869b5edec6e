import { availableParallelism } from 'node:os'

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
  testSequencer: '<rootDir>/test/longest-first.js',
  // Half of the time is waiting for programs and for pauses between requests: two more at once than there are processors.
  maxWorkers: availableParallelism() + 2,
}
