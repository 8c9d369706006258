import { defineConfig } from 'vitest/config';

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
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'laws',
          include: ['laws/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'host',
          include: ['workbench/**/*.test.tsx'],
          environment: 'jsdom',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'platform',
          include: ['platform/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
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
