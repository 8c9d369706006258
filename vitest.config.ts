import { defineConfig } from 'vitest/config';

/**
 * A timeout only tells a test that hangs from one that is at work: each is many times what its slowest test takes, so that
 * no test depends on the speed of a machine.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'emulator/**/*.test.ts',
            'workbench/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
            'probe/**/*.test.ts',
          ],
          // The card's sentences come from a function; tests read the English ones.
          setupFiles: ['src/app/cards/bulk-records/testing/speak-english.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'laws',
          include: ['laws/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'host',
          include: ['workbench/**/*.test.tsx'],
          environment: 'jsdom',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'platform',
          include: ['platform/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 240_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
