/**
 * What a session may do beyond what everybody of its kind may: as Kaltura writes it (`sview:0_ab12cd34,list:*`), as a
 * list of such texts, or by name (`{ sview: ['0_ab12cd34'], list: '*', disableentitlement: true }`).
 */
export type PrivilegesInput =
  | string
  | readonly string[]
  | { readonly [name: string]: string | true | readonly string[] };

/** Privileges whose value is a list of ids; of all others a session has one value. */
const LISTS: ReadonlySet<string> = new Set([
  'disableentitlementforentry',
  'download',
  'downloadasset',
  'edit',
  'iprestrict',
  'list',
  'restrictexplicitliveview',
  'sview',
  'urirestrict',
]);

/**
 * What a producer's session needs for one webcast: the privileges and the role of Kaltura's integration guide, and
 * `edit`, so that it may also go live with a webcast that somebody else has created.
 */
export function producerPrivileges(webcastId: string): string {
  return `${moderatorPrivileges(webcastId)},edit:${checkId(webcastId)}`;
}

/** What a moderator's session needs for one webcast: as Kaltura's integration guide has it. */
export function moderatorPrivileges(webcastId: string): string {
  const id = checkId(webcastId);
  return `setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:${id},download:${id}`;
}

/**
 * What a viewer's session needs for one webcast and its recording.
 *
 * @param options.canPreview also before the webcast is on air. This is the guide's word: Rostrum keeps it, Kaltura's
 * service lets only owners, co-editors and admins preview
 */
export function viewerPrivileges(
  webcastId: string,
  options: { readonly canPreview?: boolean } = {},
): string {
  const id = checkId(webcastId);
  return `sview:${id}${options.canPreview === true ? `,restrictexplicitliveview:${id}` : ''}`;
}

/**
 * Privileges as pairs, each name once: a session's text has room for no more. Ids of the same privilege are put
 * together.
 *
 * @throws TypeError for what can't be said in a session, RangeError where one name has two values
 */
export function privilegePairs(input: PrivilegesInput): readonly (readonly [string, string])[] {
  const pairs = new Map<string, string>();
  for (const [name, value] of statedPairs(input)) {
    const known = pairs.get(name);
    pairs.set(name, known === undefined || known === value ? value : joined(name, known, value));
  }
  return [...pairs];
}

/** As Kaltura writes them: `sview:0_ab12cd34,list:*`. */
export function privilegesText(input: PrivilegesInput): string {
  return privilegePairs(input)
    .map(([name, value]) => (value === '' ? name : `${name}:${value}`))
    .join(',');
}

function statedPairs(input: PrivilegesInput): readonly (readonly [string, string])[] {
  if (typeof input === 'string') return input.split(',').flatMap(pairIn);
  if (Array.isArray(input)) return input.flatMap((each: string) => each.split(',').flatMap(pairIn));
  return Object.entries(input).map(([name, value]) => {
    const text = value === true ? '' : typeof value === 'string' ? value : value.join('/');
    if (!/^[^,:\s]+$/.test(name)) {
      throw new TypeError(`A privilege's name has no commas, colons and spaces (got "${name}")`);
    }
    if (text.includes(',')) {
      throw new TypeError(`The value of privilege ${name} must have no commas (got "${text}")`);
    }
    return [name, text.trim()] as const;
  });
}

/** Only the first colon separates. */
function pairIn(text: string): (readonly [string, string])[] {
  const colon = text.indexOf(':');
  const name = (colon === -1 ? text : text.slice(0, colon)).trim();
  const value = colon === -1 ? '' : text.slice(colon + 1).trim();
  return name === '' ? [] : [[name, value]];
}

function joined(name: string, known: string, value: string): string {
  if (!LISTS.has(name)) {
    throw new RangeError(`Privilege ${name} has one value (got "${known}" and "${value}")`);
  }
  const ids = new Set([...known.split('/'), ...value.split('/')]);
  return ids.has('*') ? '*' : [...ids].join('/');
}

/** An id must not bring privileges of its own. */
function checkId(id: string): string {
  if (/^[0-9A-Za-z_-]+$/.test(id)) return id;
  throw new TypeError(`A webcast's id is letters, digits and underscores (got "${id}")`);
}
