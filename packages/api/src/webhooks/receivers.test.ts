import { describe, expect, test } from 'vitest';
import { Receivers } from './receivers.ts';

const OWN = 100;
const OTHER = 200;

describe('where webhooks may go to', () => {
  test('without a setting: the open internet by https, and this machine for the own account', () => {
    const receivers = new Receivers({ networks: null, ownPartnerId: OWN });
    expect(receivers.mayConnect(OTHER, 'https:', '93.184.215.14')).toBe(true);
    expect(receivers.mayConnect(OTHER, 'http:', '93.184.215.14')).toBe(false);
    expect(receivers.mayConnect(OWN, 'http:', '127.0.0.1')).toBe(true);
    expect(receivers.mayConnect(OWN, 'https:', '::1')).toBe(true);
    expect(receivers.mayConnect(OTHER, 'https:', '127.0.0.1')).toBe(false);
    expect(receivers.mayConnect(OWN, 'https:', '10.0.0.1')).toBe(false);
    expect(receivers.mayConnect(OWN, 'https:', '169.254.169.254')).toBe(false);
    expect(receivers.mayConnect(OWN, 'http:', '::ffff:127.0.0.1')).toBe(true);
    expect(receivers.mayConnect(OTHER, 'http:', '::ffff:127.0.0.1')).toBe(false);
  });

  test('with networks: also there, for all accounts, and this machine only where it is named', () => {
    const networks = [
      { address: '10.1.0.0', prefix: 16 },
      { address: 'fd00::', prefix: 8 },
    ];
    const receivers = new Receivers({ networks, ownPartnerId: OWN });
    expect(receivers.mayConnect(OTHER, 'http:', '10.1.2.3')).toBe(true);
    expect(receivers.mayConnect(OTHER, 'https:', 'fd12::1')).toBe(true);
    expect(receivers.mayConnect(OWN, 'https:', '10.2.0.1')).toBe(false);
    expect(receivers.mayConnect(OWN, 'http:', '127.0.0.1')).toBe(false);
    expect(receivers.problemOf(OTHER, 'http://receiver.internal/hooks')).toBeNull();
    expect(receivers.problemOf(OTHER, 'http://10.1.2.3/hooks')).toBeNull();
    expect(receivers.problemOf(OTHER, 'http://[fd12::1]:8000/hooks')).toBeNull();
    expect(receivers.problemOf(OWN, 'http://localhost/hooks')).toMatch(/own machine/);
  });

  test('with none: only the open internet', () => {
    const receivers = new Receivers({ networks: [], ownPartnerId: OWN });
    expect(receivers.mayConnect(OWN, 'http:', '127.0.0.1')).toBe(false);
    expect(receivers.problemOf(OWN, 'http://localhost/hooks')).toMatch(/own machine/);
    expect(receivers.problemOf(OWN, 'http://receiver.internal/')).toMatch(/must begin with https/);
    expect(receivers.problemOf(OWN, 'https://receiver.example/')).toBeNull();
  });
});
