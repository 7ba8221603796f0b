import { expect, test } from 'vitest';
import { moderatorUrl, watchUrl } from './page-links.ts';
import { manifestUrlOf } from './playback.ts';
import { type PlayerEmbed, playerEmbed } from './player-embed.ts';

const at = { serviceUrl: 'https://live.example/', entryId: '0_ab12cd34' } as const;
const NASTY = `"><script>alert('&')</script>`;

test('the watch page stands in a frame', () => {
  expect(playerEmbed({ ...at, as: 'frame', title: 'Town hall', session: 'a+b=' })).toBe(
    '<iframe src="https://live.example/watch/0_ab12cd34#ks=a%2Bb%3D" title="Town hall" allow="autoplay; fullscreen; picture-in-picture" style="border:0;width:100%;aspect-ratio:3/2;min-height:360px"></iframe>',
  );
});

test('a frame needs neither a title nor a size, and takes both', () => {
  expect(playerEmbed({ ...at, as: 'frame' })).toContain(' title="Webcast" ');
  const sized = (size: object) => playerEmbed({ ...at, as: 'frame', ...size });
  expect(sized({ width: 800, height: 450 })).toMatch(
    / width="800" height="450" .* style="border:0;max-width:100%"/,
  );
  expect(sized({ width: 800 })).toMatch(
    / width="800" allow.* style="border:0;max-width:100%;aspect-ratio:3\/2;min-height:360px"/,
  );
  expect(sized({ height: 450 })).toMatch(/ height="450" .* style="border:0;width:100%"/);
});

test('the element stands by itself, with the server’s own script or with the page’s', () => {
  expect(playerEmbed({ ...at, as: 'element' })).toBe(
    '<script type="module" src="https://live.example/embed/rostrum.js"></script>\n<rostrum-webcast webcast-id="0_ab12cd34"></rostrum-webcast>',
  );
  expect(playerEmbed({ ...at, as: 'element', session: 'ks', scriptUrl: null })).toBe(
    '<rostrum-webcast service-url="https://live.example" webcast-id="0_ab12cd34" session="ks"></rostrum-webcast>',
  );
});

test('Kaltura’s player gets what it is set up with', () => {
  expect(
    playerEmbed({
      ...at,
      as: 'kaltura',
      serviceUrl: 'https://www.kaltura.com',
      playerUrl: 'https://cdnapisec.kaltura.com',
      partnerId: 100,
      uiConfId: 7,
      session: 'ks',
      userId: 'vera',
      plugins: { qna: { userRole: 'viewerRole' } },
    }),
  ).toBe(
    [
      '<div id="kaltura-player" style="width:100%;aspect-ratio:16/9"></div>',
      '<script src="https://cdnapisec.kaltura.com/p/100/embedPlaykitJs/uiconf_id/7"></script>',
      '<script>KalturaPlayer.setup({"targetId":"kaltura-player","provider":{"partnerId":100,"uiConfId":7,"ks":"ks"},"session":{"userId":"vera"},"plugins":{"qna":{"userRole":"viewerRole"}}}).loadMedia({"entryId":"0_ab12cd34","ks":"ks"});</script>',
    ].join('\n'),
  );
});

test('what somebody has typed does no harm', () => {
  const nasty: PlayerEmbed[] = [
    { ...at, as: 'frame', title: NASTY, entryId: NASTY, session: NASTY },
    { ...at, as: 'element', entryId: NASTY, session: NASTY, scriptUrl: null },
    {
      ...at,
      as: 'kaltura',
      partnerId: 1,
      uiConfId: 2,
      entryId: NASTY,
      session: NASTY,
      userId: '</script><!--\u2028',
      targetId: NASTY,
    },
  ];
  for (const embed of nasty) {
    const html = playerEmbed(embed);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<!--');
    expect(html.match(/<\/script>/g)?.length ?? 0).toBe(embed.as === 'kaltura' ? 2 : 0);
  }
});

test('what can’t be meant is refused, and shown', () => {
  expect(() => playerEmbed({ ...at, as: 'frame', title: 'x', serviceUrl: 'javascript:1' })).toThrow(
    'serviceUrl must be an http or https address (got "javascript:1")',
  );
  expect(() => playerEmbed({ ...at, as: 'frame', title: 'x', width: 0 })).toThrow('(got 0)');
  expect(() => playerEmbed({ ...at, as: 'kaltura', partnerId: 1.5, uiConfId: 2 })).toThrow('1.5');
  expect(() => playerEmbed({ ...at, as: 'video' } as unknown as PlayerEmbed)).toThrow('"video"');
});

test.each([
  [{ as: 'frame', title: null }, 'title must be a text (got null)'],
  [{ as: 'frame', width: '100%' }, 'width must be a number (got "100%")'],
  [{ as: 'frame', entryId: undefined }, 'entryId must be a text (got undefined)'],
  [{ as: 'frame', entryId: '' }, 'entryId must not be empty (got "")'],
  [{ as: 'frame', serviceUrl: undefined }, 'http or https address (got undefined)'],
  [{ as: 'element', session: { ks: 1 } }, 'session must be a text (got {"ks":1})'],
  [{ as: 'element', scriptUrl: 7 }, 'scriptUrl must be a text (got 7)'],
  [{ as: 'kaltura', partnerId: '100', uiConfId: 2 }, 'partnerId must be a number (got "100")'],
  [{ as: 'kaltura', partnerId: 1, uiConfId: 2, playerUrl: 7 }, 'http or https address (got 7)'],
  [{ as: 'kaltura', partnerId: 1, uiConfId: 2, userId: 7 }, 'userId must be a text (got 7)'],
])('a value of a wrong type is a TypeError that shows it: %j', (wrong, message) => {
  const embed = () => playerEmbed({ ...at, ...wrong } as unknown as PlayerEmbed);
  expect(embed).toThrow(TypeError);
  expect(embed).toThrow(message);
});

test('links lead to the pages of the server, with sessions where no log keeps them', () => {
  const server = { serviceUrl: 'https://live.example/', partnerId: 100 };
  expect(watchUrl(server, '0_a')).toBe('https://live.example/watch/0_a');
  expect(watchUrl(server, '0_a', { session: 'a+b' })).toBe(
    'https://live.example/watch/0_a#ks=a%2Bb',
  );
  expect(moderatorUrl(server, '0_a', { session: 'ks', form: 'rostrum' })).toBe(
    'https://live.example/moderate/0_a#ks=ks',
  );
  expect(manifestUrlOf({ ...server, serviceUrl: 'https://live.example' }, '0_a', 'a/b')).toBe(
    'https://live.example/p/100/sp/10000/playManifest/entryId/0_a/protocol/https/format/applehttp/ks/a%2Fb/a.m3u8',
  );
});

test('the moderator’s page has the address of the guide', () => {
  const url = moderatorUrl({ serviceUrl: 'https://www.kaltura.com' }, '0_a', {
    session: 'a+b',
    sessionExpiresAt: '2026-12-02T16:00:00Z',
    startsAt: '2026-12-01T17:00:00+01:00',
    endsAt: 1_796_144_400_000,
  });
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin + pathname).toBe('https://www.kaltura.com/apps/webcast/vlatest/index.html');
  expect(Object.fromEntries(searchParams)).toEqual({
    MediaEntryId: '0_a',
    ks: 'a+b',
    ks_expiry: '2026-12-02T16:00:00+00:00',
    qnaModeratorMode: 'true',
    serverAddress: 'https://www.kaltura.com',
    fromDate: '2026-12-01T16:00:00+00:00',
    toDate: '2026-12-01T17:00:00+00:00',
  });
  expect(() => moderatorUrl({ serviceUrl: 'https://a.example' }, '0_a', { session: 'x' })).toThrow(
    'sessionExpiresAt is needed',
  );
});
