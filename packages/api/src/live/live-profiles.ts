/** Conversion profiles for live streams: how a stream is passed on. */
export type LiveProfile = {
  readonly id: number;
  readonly systemName: string;
  readonly flavorParamsIds: string;
  readonly bitrates: readonly {
    readonly bitrate: number;
    readonly width: number;
    readonly height: number;
    readonly tags: string;
  }[];
};

const SOURCE_TAGS = 'source,ingest,web,mobile,ipad,ipadnew';
const INGEST_TAGS = 'mbr,ingest,web,mobile,ipad,ipadnew';

/** The stream goes on as the encoder sends it. Its flavours are what an encoder may send, in kbit/s. */
export const PASSTHROUGH: LiveProfile = {
  id: 2,
  systemName: 'Passthrough_Live',
  flavorParamsIds: '32,36,37',
  bitrates: [
    { bitrate: 900, width: 640, height: 480, tags: SOURCE_TAGS },
    { bitrate: 400, width: 480, height: 360, tags: INGEST_TAGS },
    { bitrate: 600, width: 640, height: 480, tags: INGEST_TAGS },
  ],
};

const PROFILES: readonly LiveProfile[] = [PASSTHROUGH];

export const DEFAULT_LIVE_PROFILE = PASSTHROUGH;

export function findLiveProfile(id: number): LiveProfile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}
