import type { Activity } from '@rostrum/sdk';
import { propertyWords } from './change-words.ts';

/** A line of the audit log as a sentence: `Olivia` `put` `Q4 all hands` `on air`. */
export type ActivityWords = {
  readonly who: string;
  readonly did: string;
  readonly object: { readonly label: string; readonly path: string | null } | null;
  readonly rest: string;
};

/** What was done, and what somebody tried to do where it was refused. `@` stands for the object. */
type Deed = { readonly done: string; readonly tried: string };

const deed = (done: string, tried: string): Deed => ({ done, tried });

const DEEDS: Readonly<Record<string, Deed>> = {
  'livestream::add': deed('created the webcast @', 'create a webcast'),
  'livestream::delete': deed('deleted the webcast @', 'delete the webcast @'),
  'livestream::regeneratestreamtoken': deed(
    'gave @ a new key for its encoders',
    'give @ a new key for its encoders',
  ),
  'media::add': deed('added the video @', 'add a video'),
  'media::delete': deed('deleted the video @', 'delete the video @'),
  'media::updatecontent': deed('trimmed @', 'trim @'),
  'media::addcontent': deed('made a clip for @', 'make a clip for @'),
  'rostrum_recording::untrim': deed('brought back what was trimmed from @', 'untrim @'),
  'rostrum_recording::keep': deed('said how long @ is kept', 'say how long @ is kept'),
  'rostrum_storage::update': deed('changed the rules for storage', 'change the rules for storage'),
  'baseentry::add': deed('added @', 'add something'),
  'baseentry::delete': deed('deleted @', 'delete @'),
  'baseentry::clone': deed('made the copy @', 'copy @'),
  'baseentry::recycle': deed('put @ into the recycle bin', 'put @ into the recycle bin'),
  'baseentry::restorerecycled': deed('took @ out of the recycle bin', 'restore @'),
  'baseentry::bulkdelete': deed('deleted @ from the recycle bin', 'empty the recycle bin'),
  'baseentry::approve': deed('approved @', 'approve @'),
  'baseentry::reject': deed('rejected @', 'reject @'),
  'user::add': deed('added @', 'add a person'),
  'user::delete': deed('removed @', 'remove @'),
  'user::enablelogin': deed('let @ sign in', 'let @ sign in'),
  'user::disablelogin': deed('took the sign-in from @', 'take the sign-in from @'),
  'user::logindataresetpassword': deed('gave @ a new password', 'give @ a new password'),
  'user::updatelogindata': deed('changed their own sign-in', 'change their own sign-in'),
  'user::login': deed('signed in', 'sign in'),
  'user::loginbyloginid': deed('signed in', 'sign in'),
  'user::loginbyks': deed('changed to another account', 'change to another account'),
  'user::notifyban': deed('blocked @', 'block @'),
  'user::demoteadmin': deed('made @ no administrator any more', 'demote @'),
  'session::end': deed('signed out', 'sign out'),
  'session::start': deed('started a session', 'start a session'),
  'userrole::add': deed('made the role @', 'make a role'),
  'userrole::update': deed('changed the role @', 'change the role @'),
  'userrole::delete': deed('deleted the role @', 'delete the role @'),
  'userrole::clone': deed('copied a role as @', 'copy the role @'),
  'partner::update': deed('changed the account', 'change the account'),
  'partner::register': deed('made the account @', 'make an account'),
  'partner::getsecrets': deed('looked at the account’s secrets', 'look at the account’s secrets'),
  'rostrum_partnersecret::list': deed(
    'looked at the account’s secrets',
    'look at the account’s secrets',
  ),
  'rostrum_partnersecret::add': deed('added a secret', 'add a secret'),
  'rostrum_partnersecret::rotate': deed(
    'replaced the account’s secrets',
    'replace the account’s secrets',
  ),
  'rostrum_partnersecret::delete': deed('deleted a secret', 'delete a secret'),
  'apptoken::add': deed('made the application token @', 'make an application token'),
  'apptoken::update': deed('changed the application token @', 'change an application token'),
  'apptoken::delete': deed('deleted the application token @', 'delete an application token'),
  'apptoken::startsession': deed('started a session', 'start a session with an application token'),
  'rostrum_webhook::add': deed('made the webhook @', 'make a webhook'),
  'rostrum_webhook::update': deed('changed the webhook @', 'change a webhook'),
  'rostrum_webhook::delete': deed('deleted the webhook @', 'delete a webhook'),
  'rostrum_webhook::listsecrets': deed(
    'looked at the secret of the webhook @',
    'look at the secret of a webhook',
  ),
  'rostrum_webhook::rotatesecret': deed(
    'gave the webhook @ a new secret',
    'give a webhook a new secret',
  ),
  'rostrum_webhook::test': deed('tried the webhook @', 'try a webhook'),
  'rostrum_webhook::replay': deed(
    'sent something again to the webhook @',
    'send something again to a webhook',
  ),
  'rostrum_webhook::replayfailed': deed(
    'sent what had failed again to the webhook @',
    'send what had failed again to a webhook',
  ),
  'categoryentry::add': deed('put an entry into category @', 'put an entry into category @'),
  'categoryentry::delete': deed(
    'took an entry out of category @',
    'take an entry out of category @',
  ),
  'categoryuser::add': deed('let somebody into category @', 'let somebody into category @'),
  'categoryuser::delete': deed(
    'took somebody out of category @',
    'take somebody out of category @',
  ),
  'rostrum::retention': deed('deleted @ because it was older than recordings are kept', 'delete @'),
  'audit_audittrail::add': deed('noted: @', 'add a line to the activity'),
};

const VERBS: Readonly<Record<string, Deed>> = {
  CREATED: deed('created @', 'create @'),
  COPIED: deed('copied @', 'copy @'),
  CHANGED: deed('changed @', 'change @'),
  DELETED: deed('deleted @', 'delete @'),
  VIEWED: deed('looked at @', 'look at @'),
  RELATION_ADDED: deed('added to @', 'add to @'),
  RELATION_REMOVED: deed('removed from @', 'remove from @'),
};

const NOUNS: Readonly<Record<string, string>> = {
  entry: 'an entry',
  kuser: 'a person',
  UserRole: 'a role',
  Partner: 'the account',
  AppToken: 'an application token',
  ResponseProfile: 'a response profile',
  conversionProfile2: 'a conversion profile',
  flavorParams: 'a rendition',
  accessControl: 'an access profile',
  category: 'a category',
  uiConf: 'a player configuration',
  widget: 'a widget',
  Session: 'a session',
  Metadata: 'metadata',
  MetadataProfile: 'a metadata profile',
};

/** @param nameOf what people call a user; the id where nobody knows */
export function activityWords(line: Activity, nameOf: (userId: string) => string): ActivityWords {
  const { done, tried } = special(line) ?? DEEDS[line.deed] ?? VERBS[line.verb] ?? UNKNOWN;
  const phrase = line.isDone ? done : `was refused to ${tried}`;
  const [did = '', rest] = phrase.split('@');
  return {
    who: whoOf(line, nameOf),
    did: did.trim(),
    object: rest === undefined ? null : { label: labelOf(line, nameOf), path: pathOf(line) },
    rest: (rest ?? '').trim(),
  };
}

/** `SERVICE_FORBIDDEN: This session may not …` without its code. */
export function refusalWords({ error }: Activity): string {
  const [code = '', ...sentence] = error.split(': ');
  return sentence.length === 0 ? code : sentence.join(': ');
}

const UNKNOWN = deed('did something to @', 'do something to @');

/** Changes that people have words of their own for. */
function special({ deed: name, changes }: Activity): Deed | null {
  if (!/^(livestream|baseentry|media|user)::update$/.test(name)) {
    return /thumbnail/.test(name)
      ? deed('changed the picture of @', 'change the picture of @')
      : null;
  }
  const after = (property: string) => changes.find((change) => change.name === property)?.after;
  if (after('viewMode') === '1') return deed('put @ on air', 'put @ on air');
  if (after('viewMode') === '0') return deed('took @ off air', 'take @ off air');
  if (name === 'user::update' && after('status') === '0') return deed('blocked @', 'block @');
  if (name === 'user::update' && after('status') === '1') return deed('unblocked @', 'unblock @');
  const names = changes.map((change) => withoutUnit(propertyWords(change.name)).toLowerCase());
  const what = names.length === 0 || names.length > 3 ? '' : ` (${names.join(', ')})`;
  return deed(`changed @${what}`, 'change @');
}

/** `How far back (minutes)` where only the name matters. */
function withoutUnit(words: string): string {
  return words.replace(/ \(.*\)$/, '');
}

function whoOf(
  { userId, isBySystem, isDone, ipAddress }: Activity,
  nameOf: (id: string) => string,
) {
  if (isBySystem) return 'The server';
  if (userId !== '') return nameOf(userId);
  return isDone ? 'A session without a name' : `Somebody at ${shortAddress(ipAddress)}`;
}

function labelOf(line: Activity, nameOf: (userId: string) => string): string {
  const { objectType, objectId, objectName } = line;
  if (objectName !== '') return objectName;
  if (objectType === 'kuser' && objectId !== '') return nameOf(objectId);
  const noun = NOUNS[objectType] ?? 'something';
  return objectId === '' || objectType === 'Partner' ? noun : `${noun} (${objectId})`;
}

function pathOf({ deed: name, objectType, objectId, isDone, verb }: Activity): string | null {
  if (objectId === '' || !isDone || verb === 'DELETED') return null;
  const id = encodeURIComponent(objectId);
  if (name.startsWith('livestream::')) return `/console/webcasts/${id}`;
  if (name.startsWith('media::') || name.startsWith('rostrum_recording::'))
    return `/console/recordings/${id}`;
  if (name.startsWith('rostrum_webhook::')) return '/console/settings/webhooks';
  if (objectType === 'kuser') return `/console/people?q=${id}`;
  if (objectType === 'UserRole') return '/console/people/roles';
  return objectType === 'Partner' || objectType === 'AppToken' ? '/console/settings' : null;
}

/** A dual-stack socket shows IPv4 clients as `::ffff:192.0.2.1`. */
export function shortAddress(ipAddress: string): string {
  return ipAddress.replace(/^::ffff:/i, '');
}
