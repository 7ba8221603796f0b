import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTool } from './ensure-tools.js';

describe('looking for a tool', () => {
  let root = '';
  const tool = {
    name: 'Example',
    commands: ['rostrum-example-tool'],
    folders: () => [path.join(root, 'late')],
    debian: ['example'],
    why: 'a test',
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'rostrum-tools-'));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('finds what was installed after the first look, in a folder that was not there', () => {
    expect(findTool(tool)).toBeNull();
    const file = path.join(root, 'late', 'rostrum-example-tool');
    mkdirSync(path.dirname(file));
    writeFileSync(file, '#!/bin/sh\n');
    expect(findTool(tool)).toBeNull();
    chmodSync(file, 0o755);
    expect(findTool(tool)).toBe(file);
  });

  it('passes over one that lacks something', () => {
    const file = path.join(root, 'late', 'rostrum-example-tool');
    mkdirSync(path.dirname(file));
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    const seen: string[] = [];
    const isWhole = (found: string) => seen.push(found) > 1;
    expect(findTool({ ...tool, isWhole })).toBeNull();
    expect(findTool({ ...tool, isWhole })).toBe(file);
    expect(seen).toEqual([file, file]);
  });
});
