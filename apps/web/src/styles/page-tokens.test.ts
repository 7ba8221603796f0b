import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const page = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');
const elements = readFileSync(
  join(import.meta.dirname, '../../../../packages/sdk/src/elements/tokens.ts'),
  'utf8',
);

it('the pages have the colours of the elements, in both schemes', () => {
  const ofPage = [...page.matchAll(/--([\w-]+): (#\w+);/g)];
  const ofElements = [...elements.matchAll(/--([\w-]+): var\(--rostrum-[\w-]+, (#\w+)\);/g)];
  for (const [, name, colour] of ofPage) {
    const values = ofElements.filter((token) => token[1] === name).map((token) => token[2]);
    expect(values, `--${name}`).toContain(colour);
  }
  expect(ofPage.length).toBeGreaterThan(20);
});
