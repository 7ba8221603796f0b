import { describe, expect, test } from 'vitest';
import { ApiError } from '../errors/api-error.ts';
import type { LiveStreamPushPublishRTMPConfigurationValue } from '../schema/live-stream-entry.ts';
import { refuseImpossibleRelays, relayTargetsOf } from './relay-targets.ts';

const urlsOf = (configurations: readonly LiveStreamPushPublishRTMPConfigurationValue[]) =>
  relayTargetsOf({ pushPublishEnabled: 1, publishConfigurations: configurations }).map(
    ({ url }) => url,
  );

describe('where a webcast is sent on to', () => {
  test.each([
    [{ publishUrl: 'rtmp://a.example/live/key' }, ['rtmp://a.example/live/key']],
    [{ publishUrl: 'rtmp://a.example/live/', streamName: 'key' }, ['rtmp://a.example/live/key']],
    [
      { publishUrl: 'rtmps://a.example', port: '1936', applicationName: 'live', streamName: 'key' },
      ['rtmps://a.example:1936/live/key'],
    ],
    [
      { publishUrl: 'rtmp://a.example:1940/x', port: '1936', streamName: 'key' },
      ['rtmp://a.example:1940/x/key'],
    ],
    [
      {
        ...{ publishUrl: 'rtmp://a.example/live', backupPublishUrl: 'rtmp://b.example/live' },
        streamName: 'key',
      },
      ['rtmp://a.example/live/key', 'rtmp://b.example/live/key'],
    ],
  ])('is put together of its parts (%#)', (configuration, expected) => {
    expect(urlsOf([configuration])).toEqual(expected);
  });

  test('is each address once, with an id that says nothing of it', () => {
    const configuration = { publishUrl: 'rtmp://a.example/live/secret-key' };
    const targets = relayTargetsOf({
      ...{ pushPublishEnabled: 1, publishConfigurations: [configuration, configuration] },
    });
    expect(targets).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{12}$/), url: 'rtmp://a.example/live/secret-key' },
    ]);
  });

  test('has a login where its server asks who publishes, for the backup too', () => {
    const publishConfigurations = [
      {
        ...{ publishUrl: 'rtmp://a.example/live/k', backupPublishUrl: 'rtmp://b.example/live/k' },
        ...{ userId: 'me', password: 'secret' },
      },
      { publishUrl: 'rtmp://c.example/live/k' },
    ];
    refuseImpossibleRelays({ publishConfigurations });
    expect(
      relayTargetsOf({ pushPublishEnabled: 1, publishConfigurations }).map(({ login }) => login),
    ).toEqual([{ user: 'me', password: 'secret' }, { user: 'me', password: 'secret' }, undefined]);
  });

  test.each([0, null, undefined] as const)('is nowhere unless it is switched on (%s)', (on) => {
    const publishConfigurations = [{ publishUrl: 'rtmp://a.example/live/key' }];
    expect(relayTargetsOf({ publishConfigurations, pushPublishEnabled: on ?? null })).toEqual([]);
  });

  test.each([
    [[{ publishUrl: 'http://a.example/live/secret' }], 'PROPERTY_VALIDATION_WRONG_FORMAT'],
    [[{ publishUrl: 'rtmp://a.example/secret' }], 'PROPERTY_VALIDATION_WRONG_FORMAT'],
    [[{ publishUrl: 'rtmp://a.example/live/k', userId: 'me' }], 'PROPERTY_VALIDATION_WRONG_FORMAT'],
    [
      [{ publishUrl: 'rtmp://a.example/live/k', password: 'p' }],
      'PROPERTY_VALIDATION_WRONG_FORMAT',
    ],
    [
      [{ publishUrl: 'rtmp://a.example/live/k', userId: 'me&you', password: 'p' }],
      'PROPERTY_VALIDATION_WRONG_FORMAT',
    ],
    [[{ streamName: 'secret' }], 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [Array(9).fill({ publishUrl: 'rtmp://a.example/live/k' }), 'PROPERTY_VALIDATION_MAX_LENGTH'],
  ])('is refused with a reason where nothing could be sent (%#)', (publishConfigurations, code) => {
    const refuse = () => refuseImpossibleRelays({ publishConfigurations });
    expect(refuse).toThrow(ApiError);
    expect(refuse).toThrow(expect.objectContaining({ code }));
  });
});
