import { curlSample } from './curl-sample.ts';
import { javascriptSample } from './javascript-sample.ts';
import { kalturaJavascriptSample } from './kaltura-javascript-sample.ts';
import { phpSample } from './php-sample.ts';
import { pythonSample } from './python-sample.ts';
import type { SampleCall } from './sample-call.ts';

export type Sample = {
  readonly id: string;
  readonly name: string;
  readonly write: (call: SampleCall) => string;
};

const ANY_ACTION: readonly Sample[] = [
  { id: 'curl', name: 'curl', write: curlSample },
  { id: 'javascript', name: 'JavaScript', write: javascriptSample },
];

const OF_KALTURA: readonly Sample[] = [
  { id: 'kaltura-javascript', name: 'Kaltura · Node', write: kalturaJavascriptSample },
  { id: 'python', name: 'Kaltura · Python', write: pythonSample },
  { id: 'php', name: 'Kaltura · PHP', write: phpSample },
];

/** What Kaltura's players send by themselves; its client for Node has no method for it. */
const OF_PLAYERS: ReadonlySet<string> = new Set([
  'analytics.trackEvent',
  'pushNotificationTemplate.register',
]);

/** The languages that an action can be shown in: Kaltura's clients don't know what only Rostrum has. */
export function samplesFor({
  entry,
  index,
}: Pick<SampleCall, 'entry' | 'index'>): readonly Sample[] {
  const isOwn = index.compatibility(entry)?.status === 'own';
  const isOfPlayers = OF_PLAYERS.has(`${entry.service.name}.${entry.action.name}`);
  return isOwn || isOfPlayers ? ANY_ACTION : [...ANY_ACTION, ...OF_KALTURA];
}
