import type { Activity } from '@rostrum/sdk';
import { expect, test } from 'vitest';
import { type ActivityView, activityPath, readActivityView } from './activity-address.ts';
import { activityWords } from './activity-words.ts';

const LINE: Activity = {
  id: 1,
  atMs: 0,
  isDone: true,
  deed: 'livestream::update',
  isBySystem: false,
  objectType: 'entry',
  objectId: '0_ab12cd34',
  objectName: 'Q4 all hands',
  entryId: '0_ab12cd34',
  userId: 'olivia',
  isAdminSession: true,
  verb: 'CHANGED',
  changes: [],
  error: '',
  ipAddress: '::ffff:192.0.2.1',
  userAgent: '',
  clientTag: '',
  requestId: '',
};

function sentence(line: Partial<Activity>): string {
  const { who, did, object, rest } = activityWords({ ...LINE, ...line }, (id) =>
    id === 'olivia' ? 'Olivia' : id,
  );
  return [who, did, object?.label ?? '', rest].filter((part) => part !== '').join(' ');
}

const change = (name: string, after: string) => [{ name, before: null, after }];

test.each<[string, Partial<Activity>]>([
  ['Olivia put Q4 all hands on air', { changes: change('viewMode', '1') }],
  ['Olivia took Q4 all hands off air', { changes: change('viewMode', '0') }],
  ['Olivia changed Q4 all hands (begins)', { changes: change('startDate', '1') }],
  ['Olivia was refused to change Q4 all hands', { isDone: false }],
  [
    'The server deleted Q4 all hands because it was older than recordings are kept',
    { deed: 'rostrum::retention', isBySystem: true, userId: '' },
  ],
  [
    'Somebody at 192.0.2.1 was refused to start a session',
    { deed: 'session::start', isDone: false, userId: '', objectType: 'Session' },
  ],
  [
    'Olivia deleted a category (7)',
    {
      deed: 'category::delete',
      verb: 'DELETED',
      objectType: 'category',
      objectId: '7',
      objectName: '',
    },
  ],
])('%s', (words, line) => {
  expect(sentence(line)).toBe(words);
});

test('what is gone has no link, what is there has one', () => {
  const pathOf = (line: Partial<Activity>) =>
    activityWords({ ...LINE, ...line }, String).object?.path;
  expect(pathOf({})).toBe('/console/webcasts/0_ab12cd34');
  expect(pathOf({ deed: 'livestream::delete', verb: 'DELETED' })).toBeNull();
});

test('what the page shows stands in the address, and comes back from it', () => {
  const views: ActivityView[] = [
    { who: '', object: '', kind: 'all', did: 'all', from: '', to: '', page: 1 },
    {
      who: 'a b',
      object: '0_x',
      kind: 'people',
      did: 'refused',
      from: '2026-11-01',
      to: '2026-11-22',
      page: 3,
    },
  ];
  for (const view of views) {
    const { search } = new URL(activityPath(view), 'http://localhost');
    expect(readActivityView(search)).toEqual(view);
  }
  expect(readActivityView('?from=yesterday&page=-1&kind=x')).toEqual(views[0]);
});
