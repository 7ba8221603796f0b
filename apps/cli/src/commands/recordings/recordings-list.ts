import {
  listRecordings,
  namesOfEntries,
  type RecordingEntry,
  type RecordingPage,
} from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { lengthText, utcText } from '../../terminal/amounts.ts';
import { printable } from '../../terminal/printable.ts';
import { table } from '../../terminal/table.ts';

/** As many as the server answers at once. */
const PAGE_SIZE = 500;

const STATES = {
  ready: 'ready',
  recording: 'being recorded',
  'in-bin': 'in the bin',
} as const;

export const recordingsList: Command = {
  name: 'recordings list',
  words: [],
  flags: ['of', 'search'],
  usage: 'recordings list [--of WEBCAST_ID] [--search WORDS]',
  about: 'shows recordings, newest first',
  details: `  --of WEBCAST_ID     only those of one webcast
  --search WORDS      only those that have all the words in id, name, description or tags`,
  examples: [['recordings list --of 0_ab12cd34', 'what one webcast has left']],
  async run({ flags, signIn }) {
    const client = await signIn();
    const all: RecordingEntry[] = [];
    for (let page = 1; ; page++) {
      const found: RecordingPage = await listRecordings(client, {
        ...(flags.search === undefined ? {} : { search: flags.search }),
        ...(flags.of === undefined ? {} : { webcastId: flags.of }),
        page,
        pageSize: PAGE_SIZE,
      });
      all.push(...found.recordings);
      if (found.recordings.length < PAGE_SIZE) break;
    }
    // Says that there is no such webcast, instead of an empty list.
    if (flags.of !== undefined && all.length === 0) await client.liveStream.get(flags.of);
    const webcasts = [...new Set(all.flatMap(({ webcastId }) => webcastId ?? []))];
    const names = new Map<string, string>();
    for (let at = 0; at < webcasts.length; at += PAGE_SIZE) {
      const some = await namesOfEntries(client, webcasts.slice(at, at + PAGE_SIZE));
      for (const [id, name] of some) names.set(id, name);
    }
    if (all.length === 0) return { json: [], text: 'There are no recordings.' };
    const rows = all.map((recording) => [
      recording.id,
      printable(recording.name),
      printable(names.get(recording.webcastId ?? '') ?? ''),
      utcText(recording.createdAtMs),
      recording.durationMs === 0 ? '' : lengthText(recording.durationMs),
      STATES[recording.state],
    ]);
    return {
      json: all,
      text: table([['ID', 'NAME', 'OF', 'BEGAN (UTC)', 'LENGTH', 'STATE'], ...rows]),
    };
  },
};
