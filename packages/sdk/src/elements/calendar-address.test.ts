import { expect, test } from 'vitest';
import { calendarAddress } from './calendar-address.ts';

const CARD = { partnerId: 100, webcastId: '0_ab12cd34' };

test.each([
  [
    'http://localhost:8080',
    '',
    'http://localhost:8080/p/100/calendar/entry_id/0_ab12cd34/webcast.ics',
  ],
  [
    'https://a.example/live//',
    '',
    'https://a.example/live/p/100/calendar/entry_id/0_ab12cd34/webcast.ics',
  ],
  [
    'https://a.example',
    'djJ8+/=',
    'https://a.example/p/100/calendar/entry_id/0_ab12cd34/webcast.ics?ks=djJ8%2B%2F%3D',
  ],
])('the calendar file of a webcast at %s is at its server (%#)', (serviceUrl, session, address) => {
  expect(calendarAddress(serviceUrl, CARD, session)).toBe(address);
});
