import { isoOf, type Moment, secondsOf } from '../webcast/moment.ts';

/** Pages of a server for one webcast. */

type Service = { readonly serviceUrl: string };

/**
 * The page on which a webcast is watched, of a Rostrum server. A session goes into the fragment, which no server sees and
 * no log keeps.
 */
export function watchUrl(
  { serviceUrl }: Service,
  webcastId: string,
  options: { readonly session?: string } = {},
): string {
  return `${withoutSlash(serviceUrl)}/watch/${encodeURIComponent(webcastId)}${fragmentOf(options.session)}`;
}

export type ModeratorPage = {
  /** A user's session with `moderatorPrivileges`. */
  readonly session: string;
  /**
   * `guide`: the address of Kaltura's integration guide, which Kaltura's service answers; `rostrum`: the page of a Rostrum
   * server. Default: `guide`.
   */
  readonly form?: 'guide' | 'rostrum';
  /** When the session ends. For `guide` only, and needed there. */
  readonly sessionExpiresAt?: Moment;
  readonly startsAt?: Moment;
  readonly endsAt?: Moment;
};

/**
 * The page on which a webcast's questions are answered.
 *
 * @throws TypeError, RangeError for times that can't be read
 */
export function moderatorUrl(
  { serviceUrl }: Service,
  webcastId: string,
  { session, form = 'guide', sessionExpiresAt, startsAt, endsAt }: ModeratorPage,
): string {
  const base = withoutSlash(serviceUrl);
  if (form === 'rostrum') {
    return `${base}/moderate/${encodeURIComponent(webcastId)}${fragmentOf(session)}`;
  }
  if (sessionExpiresAt === undefined) {
    throw new TypeError('sessionExpiresAt is needed for the address of the guide');
  }
  const time = (name: string, moment: Moment | undefined) =>
    moment === undefined ? {} : { [name]: isoOf(secondsOf(name, moment)) };
  const query = new URLSearchParams({
    MediaEntryId: webcastId,
    ks: session,
    ...time('ks_expiry', sessionExpiresAt),
    qnaModeratorMode: 'true',
    serverAddress: base,
    ...time('fromDate', startsAt),
    ...time('toDate', endsAt),
  });
  return `${base}/apps/webcast/vlatest/index.html?${query}`;
}

function withoutSlash(serviceUrl: string): string {
  return serviceUrl.replace(/\/+$/, '');
}

function fragmentOf(session: string | undefined): string {
  return session ? `#ks=${encodeURIComponent(session)}` : '';
}
