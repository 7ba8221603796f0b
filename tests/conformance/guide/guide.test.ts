import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ServerUnderTest } from '../../e2e/server-under-test.ts';
import { GuideRun } from './guide-run.ts';

/** The guide's way through a webcast with the clients of three languages: only their service address and account are ours. */
describe('the integration guide, from the account to the recording', () => {
  let server: ServerUnderTest;
  let run: GuideRun | null = null;

  beforeAll(async () => {
    server = await ServerUnderTest.start();
  });
  afterEach(() => run?.close());
  afterAll(() => server.stop());

  test.each([
    ['Python', 'python3', 'guide.py'],
    ['PHP', 'php', 'guide.php'],
    ['JavaScript', process.execPath, 'guide.cjs'],
  ])('in %s', async (_language, command, script) => {
    run = new GuideRun(command, script, server);
    const { entryId, recordingId } = await run.finished;
    expect(entryId).toMatch(/^0_/);
    expect(recordingId).not.toBe(entryId);
  });
});
