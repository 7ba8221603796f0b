import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{apps,packages,scripts,tests}/**/*.test.ts'],
    // Two cores are the smallest machine that has to pass: more workers only make real-time tests late.
    maxWorkers: 2,
    testTimeout: 60_000,
    // Real encoders and a real browser share those cores: a second try tells a hiccup from a defect.
    retry: 1,
    hookTimeout: 60_000,
  },
});
