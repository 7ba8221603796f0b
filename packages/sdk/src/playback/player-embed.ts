import { shown } from '../shown.ts';
import { watchUrl } from './page-links.ts';

type Embedded = {
  readonly serviceUrl: string;
  /** A webcast's, or a recording's. */
  readonly entryId: string;
  /** The viewer's; it is readable in the page, so never an admin's. */
  readonly session?: string;
};

/** Rostrum's watch page in a frame. */
export type FrameEmbed = Embedded & {
  readonly as: 'frame';
  /** What screen readers call it: best the webcast's name. Default: `Webcast`. */
  readonly title?: string;
  /** px. Default: as wide as where it stands, and two thirds as high, at least 360. */
  readonly width?: number;
  readonly height?: number;
};

/** Rostrum's element: no frame, and no cookies. */
export type ElementEmbed = Embedded & {
  readonly as: 'element';
  /** Where the page gets the elements from. Default: the server; null where it imports `@rostrum/sdk/elements` itself. */
  readonly scriptUrl?: string | null;
};

/** Kaltura's player, from Kaltura's service. */
export type KalturaEmbed = Embedded & {
  readonly as: 'kaltura';
  readonly partnerId: number;
  /** The player's configuration. */
  readonly uiConfId: number;
  /** Where the player comes from; default: the service. Kaltura's own is `https://cdnapisec.kaltura.com`. */
  readonly playerUrl?: string;
  /** The id of the element that it is put into. Default: `kaltura-player`. */
  readonly targetId?: string;
  /** Who watches, for questions and statistics. */
  readonly userId?: string;
  /** The player's plug-ins by name, with their settings: `{ qna: {…}, 'kaltura-live': {…} }`. */
  readonly plugins?: Readonly<Record<string, unknown>>;
};

export type PlayerEmbed = FrameEmbed | ElementEmbed | KalturaEmbed;

/**
 * HTML that puts a webcast or its recording into a page. Every value is escaped; what is typed by somebody does no harm.
 *
 * @throws TypeError, RangeError for values that can't be meant
 */
export function playerEmbed(embed: PlayerEmbed): string {
  checkAddress('serviceUrl', embed.serviceUrl);
  checkText('entryId', embed.entryId);
  if (embed.entryId === '') throw new TypeError('entryId must not be empty (got "")');
  if (embed.session !== undefined) checkText('session', embed.session);
  switch (embed.as) {
    case 'frame':
      return frame(embed);
    case 'element':
      return element(embed);
    case 'kaltura':
      return kalturaPlayer(embed);
  }
  const unknown: unknown = embed;
  const { as } = unknown as { readonly as?: unknown };
  throw new RangeError(`as must be "frame", "element" or "kaltura" (got ${shown(as)})`);
}

/** The watch page: the picture, and room for what it is called below it. */
const FRAME_RATIO = '3/2';
/** On a phone the page's head takes more of it. */
const LEAST_HEIGHT = '360px';

function frame({ serviceUrl, entryId, session, title = 'Webcast', width, height }: FrameEmbed) {
  checkText('title', title);
  const src = watchUrl({ serviceUrl }, entryId, session === undefined ? {} : { session });
  const style = [
    'border:0',
    width === undefined ? 'width:100%' : 'max-width:100%',
    ...(height === undefined ? [`aspect-ratio:${FRAME_RATIO}`, `min-height:${LEAST_HEIGHT}`] : []),
  ];
  return `<iframe${attributes({
    src,
    title,
    ...(width === undefined ? {} : { width: pixels('width', width) }),
    ...(height === undefined ? {} : { height: pixels('height', height) }),
    allow: 'autoplay; fullscreen; picture-in-picture',
    style: style.join(';'),
  })}></iframe>`;
}

function element({ serviceUrl, entryId, session, scriptUrl }: ElementEmbed): string {
  const server = withoutSlash(serviceUrl);
  const tag = `<rostrum-webcast${attributes({
    // The server's own script knows where it comes from.
    ...(scriptUrl === undefined ? {} : { 'service-url': server }),
    'webcast-id': entryId,
    ...(session === undefined ? {} : { session }),
  })}></rostrum-webcast>`;
  if (scriptUrl === null) return tag;
  if (scriptUrl !== undefined) checkText('scriptUrl', scriptUrl);
  const src = scriptUrl ?? `${server}/embed/rostrum.js`;
  return `<script${attributes({ type: 'module', src })}></script>\n${tag}`;
}

function kalturaPlayer(embed: KalturaEmbed): string {
  const { serviceUrl, partnerId, uiConfId, entryId, session, userId, plugins } = embed;
  const targetId = embed.targetId ?? 'kaltura-player';
  checkText('targetId', targetId);
  if (userId !== undefined) checkText('userId', userId);
  const playerUrl = embed.playerUrl ?? serviceUrl;
  checkAddress('playerUrl', playerUrl);
  const base = withoutSlash(playerUrl);
  const script = `${base}/p/${whole('partnerId', partnerId)}/embedPlaykitJs/uiconf_id/${whole('uiConfId', uiConfId)}`;
  const ks = session === undefined ? {} : { ks: session };
  const setup = {
    targetId,
    provider: { partnerId, uiConfId, ...ks },
    ...(userId === undefined ? {} : { session: { userId } }),
    ...(plugins === undefined ? {} : { plugins }),
  };
  return [
    `<div${attributes({ id: targetId, style: 'width:100%;aspect-ratio:16/9' })}></div>`,
    `<script${attributes({ src: script })}></script>`,
    `<script>KalturaPlayer.setup(${scriptValue(setup)}).loadMedia(${scriptValue({ entryId, ...ks })});</script>`,
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) => ` ${name}="${value.replace(/[&"<>]/g, (each) => ESCAPES[each] ?? each)}"`,
    )
    .join('');
}

/** JSON that can stand in a script: nothing in it ends the script, or opens a comment. */
function scriptValue(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What comes from a program without types is looked at before it is written. */
function checkText(name: string, value: unknown): void {
  if (typeof value === 'string') return;
  throw new TypeError(`${name} must be a text (got ${shown(value)})`);
}

function pixels(name: string, value: number): string {
  checkNumber(name, value);
  if (Number.isFinite(value) && value > 0) return String(Math.round(value));
  throw new RangeError(`${name} must be a number of pixels (got ${value})`);
}

function whole(name: string, value: number): number {
  checkNumber(name, value);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${name} must be a whole number (got ${value})`);
}

function checkNumber(name: string, value: unknown): void {
  if (typeof value === 'number') return;
  throw new TypeError(`${name} must be a number (got ${shown(value)})`);
}

function checkAddress(name: string, address: unknown): void {
  const isAddress =
    typeof address === 'string' && /^https?:\/\/[^/]/.test(address) && URL.canParse(address);
  if (isAddress) return;
  throw new TypeError(`${name} must be an http or https address (got ${shown(address)})`);
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
