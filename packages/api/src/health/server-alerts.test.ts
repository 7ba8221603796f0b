import type {
  ArchiveHealth,
  ChannelHealth,
  EncoderHealth,
  MediaStoreHealth,
} from '@rostrum/contracts';
import { describe, expect, it } from 'vitest';
import type { WatchedShow } from './alert.ts';
import { type ServerFacts, serverAlerts } from './server-alerts.ts';

const GB = 1_000_000_000;

const WELL: ServerFacts = {
  store: { atMs: 0, diskFreeBytes: 500 * GB, diskSizeBytes: 1000 * GB },
  isMediaReady: true,
  shows: [],
  accounts: [],
  unknownTakes: 0,
};

function disk(freeBytes: number, sizeBytes: number): ServerFacts {
  return { ...WELL, store: { atMs: 0, diskFreeBytes: freeBytes, diskSizeBytes: sizeBytes } };
}

function encoder(bitsPerSecond: number, isInUse = true): EncoderHealth {
  return {
    slot: isInUse ? 'primary' : 'backup',
    protocol: 'rtmp',
    software: '',
    remoteAddress: '',
    connectedAtMs: 0,
    isInUse,
    video: null,
    audio: null,
    bitsPerSecond,
    droppedFrames: 0,
    driftMs: 0,
  };
}

function show(archive: ArchiveHealth, encoders: readonly EncoderHealth[] = []): WatchedShow {
  const health: ChannelHealth = {
    webcastId: '0_ab12cd34',
    atMs: 0,
    encoders,
    archive,
    lostParts: 0,
    relays: [],
  };
  return { entryId: '0_ab12cd34', partnerId: 100, name: 'Town hall', health, isRefused: false };
}

const codes = (facts: ServerFacts) => serverAlerts(facts).map(({ code }) => code);

describe('alerts of the server', () => {
  it('are none where all is well, or nothing is known yet', () => {
    expect(serverAlerts(WELL)).toEqual([]);
    expect(serverAlerts({ ...WELL, store: null })).toEqual([]);
    expect(serverAlerts({ ...WELL, shows: [show('writing'), show('off')] })).toEqual([]);
  });

  it.each([
    ['a tenth of a usual disk', 40 * GB, 500 * GB, ['DISK_LOW']],
    ['more than a tenth of it', 60 * GB, 500 * GB, []],
    ['a day of video on a huge disk', 60 * GB, 10_000 * GB, []],
    ['half of a tiny disk', 1 * GB, 2 * GB, ['DISK_LOW']],
    ['a fiftieth', 9 * GB, 500 * GB, ['DISK_FULL']],
    ['a few hundred MB', 0.4 * GB, 4 * GB, ['DISK_FULL']],
    ['nothing', 0, 500 * GB, ['DISK_FULL']],
  ])('look at the disk: %s', (_what, freeBytes, sizeBytes, expected) => {
    expect(codes(disk(freeBytes, sizeBytes))).toEqual(expected);
  });

  it('say how much is left, and how long what is live fits in it', () => {
    const facts = disk(1.8 * GB, 40 * GB);
    expect(serverAlerts(facts)[0]?.message).toBe('The disk is filling up: 1.8 GB of 40 GB left.');
    const live = [show('writing', [encoder(4_000_000), encoder(9_000_000, false)])];
    expect(serverAlerts({ ...facts, shows: live })[0]?.message).toBe(
      'The disk is filling up: 1.8 GB of 40 GB left, room for about 60 minutes of what is live now.',
    );
  });

  it('say which show is not written, to its account', () => {
    const alerts = serverAlerts({ ...WELL, shows: [show('behind'), show('failing')] });
    expect(alerts).toMatchObject([
      { code: 'ARCHIVE_FAILING', severity: 'error', entryId: '0_ab12cd34', concerns: 100 },
      { code: 'ARCHIVE_BEHIND', severity: 'warning', entryId: '0_ab12cd34', concerns: 100 },
    ]);
    for (const { message } of alerts) expect(message).toContain('“Town hall”');
  });

  it('concern everybody where nobody can stream, and only the operator where it is the disk', () => {
    const alerts = serverAlerts({ ...disk(0, 100 * GB), isMediaReady: false });
    expect(alerts).toMatchObject([
      { code: 'MEDIA_AWAY', concerns: 'everybody' },
      { code: 'DISK_FULL', concerns: null },
    ]);
  });

  it('have the worst first', () => {
    const facts = { ...disk(40 * GB, 500 * GB), shows: [show('behind'), show('failing')] };
    expect(codes(facts)).toEqual(['ARCHIVE_FAILING', 'ARCHIVE_BEHIND', 'DISK_LOW']);
  });

  describe('about recordings', () => {
    const account = (usedBytes: number) => ({ partnerId: 100, quotaBytes: 100 * GB, usedBytes });
    const ofAccount = (usedBytes: number) =>
      serverAlerts({ ...WELL, accounts: [account(usedBytes * GB)] });

    it('warn well before there is no room left, and tell the account that it concerns', () => {
      expect(ofAccount(79)).toEqual([]);
      expect(ofAccount(80)).toMatchObject([
        { code: 'QUOTA_LOW', severity: 'warning', concerns: 100 },
      ]);
      expect(ofAccount(80)[0]?.message).toBe('Recordings fill 80 % of the quota: 80 GB of 100 GB.');
      expect(ofAccount(95)[0]?.message).toContain('may not be recorded');
      expect(ofAccount(100)).toMatchObject([{ code: 'QUOTA_FULL', severity: 'error' }]);
    });

    it('name a show that is live and not recorded', () => {
      const shows = [{ ...show('writing'), isRefused: true }];
      expect(serverAlerts({ ...WELL, shows })).toMatchObject([
        { code: 'SHOW_NOT_RECORDED', severity: 'error', entryId: '0_ab12cd34', concerns: 100 },
      ]);
    });

    it('tell the operator, and nobody else, of what no account knows', () => {
      expect(serverAlerts({ ...WELL, unknownTakes: 3 })).toMatchObject([
        { code: 'TAKES_UNKNOWN', severity: 'warning', concerns: null },
      ]);
    });
  });
});

describe('alerts of the media store', () => {
  const HOUR_MS = 3_600_000;
  const storing = (mediaStore: MediaStoreHealth): ServerFacts => ({
    ...WELL,
    store: { atMs: 100 * HOUR_MS, diskFreeBytes: 500 * GB, diskSizeBytes: 1000 * GB, mediaStore },
  });
  const NONE: MediaStoreHealth = { problem: null, waitingTakes: 0, waitingSinceMs: null };

  it('are none while recordings get there within hours', () => {
    expect(codes(storing(NONE))).toEqual([]);
    const waitingSinceMs = 95 * HOUR_MS;
    expect(codes(storing({ ...NONE, waitingTakes: 4, waitingSinceMs }))).toEqual([]);
  });

  it('say what is wrong with it, and that shows go on, to the operator', () => {
    const [alert] = serverAlerts(
      storing({ problem: 'It can’t be reached.', waitingTakes: 3, waitingSinceMs: 0 }),
    );
    expect(alert).toMatchObject({ code: 'MEDIA_STORE_AWAY', severity: 'error', concerns: null });
    expect(alert?.message).toMatch(/do not play\. It can’t be reached\.$/);
    expect(alert?.advice).toMatch(/^Shows go on.*3 recordings wait there/);
    const [other] = serverAlerts(storing({ ...NONE, problem: 'It can’t be reached.' }));
    expect(other?.advice).toContain('Nothing has to be done once');
  });

  it('tell of a line that is too slow', () => {
    const [alert] = serverAlerts(
      storing({ problem: null, waitingTakes: 1, waitingSinceMs: 90 * HOUR_MS }),
    );
    expect(alert).toMatchObject({ code: 'MEDIA_STORE_BEHIND', severity: 'warning' });
    expect(alert?.message).toMatch(/^A recording waits .* for .*10 h/);
  });
});
