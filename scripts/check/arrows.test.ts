import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findArrowFaults } from './arrows.ts';

const ROOMS = [
  'packages/contracts',
  'packages/media',
  'packages/api',
  'packages/audience',
  'packages/sdk',
  'packages/settings',
  'apps/web',
  'apps/server',
  'apps/cli',
  'examples/portal',
];

describe('the check of the arrows', () => {
  let root = '';

  function house(files: Record<string, string>): string[] {
    root = mkdtempSync(path.join(tmpdir(), 'rostrum-house-'));
    for (const room of ROOMS) mkdirSync(path.join(root, room, 'src'), { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    return findArrowFaults(root);
  }

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('finds nothing in a tidy house', () => {
    expect(
      house({
        'packages/media/src/index.ts':
          "import { x } from '@rostrum/contracts'; import './a.ts'; x;",
        'packages/media/src/a.ts': '',
        'packages/contracts/src/index.ts': 'export const x = 1;',
      }),
    ).toEqual([]);
  });

  it('names a room that knows one it should not', () => {
    expect(house({ 'packages/media/src/a.ts': "import '@rostrum/api';" })).toEqual([
      'packages/media/src/a.ts imports @rostrum/api: packages/media may only know packages/contracts',
    ]);
  });

  it('names an import that reaches into another room by path', () => {
    const [fault] = house({
      'apps/server/src/a.ts': "import '../../../packages/api/src/b.ts';",
      'packages/api/src/b.ts': '',
    });
    expect(fault).toContain('reaches into packages/api by path');
  });

  it('names a stage that knows a later one', () => {
    const [fault] = house({
      'packages/media/src/ingest/a.ts': "import '../origin/b.ts';",
      'packages/media/src/origin/b.ts': '',
    });
    expect(fault).toContain('a stage does not know the ones after it');
  });

  it('finds a cycle, also one of types and re-exports', () => {
    const faults = house({
      'packages/api/src/a.ts': "import type { B } from './b.ts'; export type A = B;",
      'packages/api/src/b.ts': "export type { A as B } from './a.ts';",
    });
    expect(faults).toEqual([
      'cycle: packages/api/src/a.ts → packages/api/src/b.ts → packages/api/src/a.ts',
    ]);
  });

  it('keeps the environment to the server', () => {
    expect(house({ 'packages/api/src/a.ts': 'export const port = process.env.PORT;' })).toEqual([
      'packages/api/src/a.ts uses process.env: only apps/server and apps/cli and examples/portal may',
    ]);
  });
});
