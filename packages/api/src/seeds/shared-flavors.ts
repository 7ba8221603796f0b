import type { FlavorParamsValue } from '../schema/flavor-params.ts';
import {
  type FlavorParamsRecord,
  SHARED_PARTNER_ID,
} from '../store/profile/flavor-params-store.ts';

/** Flavors of live streams that every account has, under the ids that clients know. */
export const SOURCE = 32;
export const BASIC_400 = 33;
export const BASIC_600 = 34;
export const SD_900 = 35;
export const INGEST_2 = 36;
export const INGEST_3 = 37;

/** 1 January 2026: they are older than every account. */
const MADE_AT_MS = Date.UTC(2026, 0, 1);

const DEVICES = 'web,mobile,ipad,ipadnew';
const LADDER = `mbr,ipad,ipadnew,web,mobile`;
const AAC_64 = { audioCodec: 'aac', audioBitrate: 64, audioChannels: 2, audioSampleRate: 44_100 };
const AAC_128 = { ...AAC_64, audioBitrate: 128 };

/** What the encoder sends as it is: stream number, kbit/s and size are what is expected of it. */
const INGESTED: readonly (FlavorParamsValue & { readonly id: number; streamSuffix: string })[] = [
  ingested(SOURCE, 'Source', `source,ingest,${DEVICES}`, '1', 900, 640, 480),
  ingested(INGEST_2, 'Ingest_2', `mbr,ingest,${DEVICES}`, '2', 400, 480, 360),
  ingested(INGEST_3, 'Ingest_3', `mbr,ingest,${DEVICES}`, '3', 600, 640, 480),
  ingested(39, 'Ingest_4', 'ingest', '4', 900, 0, 540),
  ingested(40, 'Ingest_5', 'ingest', '5', 1500, 0, 720),
  ingested(41, 'Ingest_6', 'ingest', '6', 2500, 0, 720),
  ingested(47, 'Ingest_7', 'ingest', '7', 4000, 0, 1080),
];

/** What is made of it. */
const TRANSCODED = [
  transcoded(BASIC_400, 'Basic_Small_400', 400, 480, 0, { videoCodec: 'h264b', ...AAC_64 }),
  transcoded(BASIC_600, 'Basic_Small_600', 600, 640, 0, { videoCodec: 'h264b', ...AAC_64 }),
  transcoded(SD_900, 'SD_Small_900', 900, 640, 0, { videoCodec: 'h264m', ...AAC_64 }),
  optional(42, 'HD720_1700', 1700, 720),
  optional(43, 'HD720_2600', 2600, 720),
  optional(44, 'HD1080_4000', 4000, 1080),
];

const LANGUAGES = [
  'English',
  'Spanish',
  'French',
  'German',
  'Italian',
  'Portuguese',
  'Dutch',
  'Russian',
  'Polish',
  'Turkish',
  'Arabic',
  'Hebrew',
  'Hindi',
  'Chinese',
  'Japanese',
  'Korean',
  'Swedish',
  'Danish',
  'Norwegian',
  'Finnish',
] as const;

const FIRST_LANGUAGE_ID = 100;
const FIRST_LANGUAGE_SUFFIX = 1000;

/** Sound in another language beside the picture. */
const AUDIO_ONLY = LANGUAGES.map((language, index) => ({
  id: FIRST_LANGUAGE_ID + index,
  name: `Audio only, ${language}`,
  systemName: `Audio_only_${language}`,
  tags: `ingest,${DEVICES},audio_only,alt_audio`,
  audioBitrate: 64,
  streamSuffix: String(FIRST_LANGUAGE_SUFFIX + index),
}));

export const SHARED_FLAVORS: readonly FlavorParamsRecord[] = [
  ...INGESTED,
  ...TRANSCODED,
  ...AUDIO_ONLY,
]
  .toSorted((one, other) => one.id - other.id)
  .map(({ id, ...properties }) => ({
    id,
    partnerId: SHARED_PARTNER_ID,
    objectType: 'KalturaLiveParams',
    createdAtMs: MADE_AT_MS,
    revision: 1,
    properties: properties as FlavorParamsValue,
  }));

function ingested(
  id: number,
  systemName: string,
  tags: string,
  streamSuffix: string,
  videoBitrate: number,
  width: number,
  height: number,
) {
  const name = systemName.replaceAll('_', ' ');
  return { id, name, systemName, tags, streamSuffix, videoBitrate, width, height };
}

function transcoded(
  id: number,
  systemName: string,
  videoBitrate: number,
  width: number,
  height: number,
  codecs: object,
) {
  const name = systemName.replaceAll('_', ' ');
  return { id, name, systemName, tags: LADDER, videoBitrate, width, height, ...codecs };
}

function optional(id: number, systemName: string, videoBitrate: number, height: number) {
  const codecs = { videoCodec: 'h264h', ...AAC_128 };
  return {
    ...transcoded(id, systemName, videoBitrate, 0, height, codecs),
    tags: `${LADDER},optional_flavor`,
  };
}
