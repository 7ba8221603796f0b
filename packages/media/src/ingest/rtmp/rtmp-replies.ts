import {
  type AmfObject,
  type AmfValue,
  amfObject,
  isAmfObject,
  writeAmf0,
} from '../../rtmp/amf0.ts';

/** What `connect` said, as far as it made sense. */
export type ConnectFacts = {
  readonly app: string;
  readonly tcUrl: string;
  /** `flashVer`: `FMLE/3.0 (compatible; Lavf59.27.100)`. */
  readonly software: string;
  readonly properties: AmfObject;
};

/** Longer texts are cut: an address of more than this is none. */
const MAX_TEXT_CHARACTERS = 1024;

/** Reads the command object of `connect`; whatever is missing or of another type counts as empty. */
export function readConnect(value: AmfValue): ConnectFacts {
  const properties: AmfObject = isAmfObject(value) ? value : new Map();
  return {
    app: readText(properties.get('app')),
    tcUrl: readText(properties.get('tcUrl')),
    software: readText(properties.get('flashVer')),
    properties,
  };
}

export function readText(value: AmfValue): string {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT_CHARACTERS) : '';
}

/** `_result` of `connect`, with the capabilities of Enhanced RTMP for whoever speaks it. */
export function writeConnectResult(transactionId: number, properties: AmfObject): Uint8Array {
  return writeAmf0(
    '_result',
    transactionId,
    amfObject({ fmsVer: 'FMS/3,5,7,7009', capabilities: 31, mode: 1 }),
    amfObject({
      level: 'status',
      code: 'NetConnection.Connect.Success',
      description: 'Connection succeeded.',
      // We speak AMF 0, whatever was asked for.
      objectEncoding: 0,
      ...enhancedCapabilities(properties),
    }),
  );
}

export function writeConnectError(transactionId: number, description: string): Uint8Array {
  return writeAmf0(
    '_error',
    transactionId,
    null,
    amfObject({ level: 'error', code: 'NetConnection.Connect.InvalidApp', description }),
  );
}

export function writeResult(transactionId: number, result?: AmfValue): Uint8Array {
  return writeAmf0('_result', transactionId, null, result);
}

/** OBS and librtmp show the description of `Denied` and `StreamNotFound`; `BadName` is for a name that is taken. */
export type RefusalCode =
  | 'NetStream.Publish.Denied'
  | 'NetStream.Publish.BadName'
  | 'NetStream.Play.StreamNotFound';

export type RtmpStatus = {
  readonly level: 'status' | 'error';
  readonly code: string;
  readonly description: string;
};

export function writeStatus(command: 'onStatus' | 'onFCUnpublish', status: RtmpStatus): Uint8Array {
  return writeAmf0(command, 0, null, amfObject(status));
}

const VIDEO_FOURCCS = ['avc1', 'hvc1', 'av01'];
const AUDIO_FOURCCS = ['mp4a'];
/** Enhanced RTMP v2, FourCcInfoMask: the server can pass the codec on. */
const CAN_FORWARD = 0x04;
/** Enhanced RTMP v2, CapsExMask: modifiers before a packet are understood. */
const SUPPORTS_MODEX = 0x04;

/** Enhanced RTMP v2, "Enhancing NetConnection connect Command": each property answers its like. */
function enhancedCapabilities(properties: AmfObject): Record<string, AmfValue> {
  return {
    ...(properties.has('fourCcList') ? { fourCcList: [...VIDEO_FOURCCS, ...AUDIO_FOURCCS] } : {}),
    ...(properties.has('videoFourCcInfoMap')
      ? { videoFourCcInfoMap: forwardable(VIDEO_FOURCCS) }
      : {}),
    ...(properties.has('audioFourCcInfoMap')
      ? { audioFourCcInfoMap: forwardable(AUDIO_FOURCCS) }
      : {}),
    ...(properties.has('capsEx') ? { capsEx: SUPPORTS_MODEX } : {}),
  };
}

function forwardable(codecs: readonly string[]): AmfObject {
  return new Map(codecs.map((codec) => [codec, CAN_FORWARD]));
}
