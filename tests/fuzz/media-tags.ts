import { amfObject, writeAmf0 } from '../../packages/media/src/rtmp/amf0.ts';

export type MediaTag = { readonly typeId: number; readonly payload: Uint8Array };

const AVCC = '0142c01effe100176742c01ed900b4126c0440000003004000000c83c58b9201000568cb83cb20';
const HVCC =
  '0101600000009000000000007bf000fcfdf8f800000f03a00001001840010c01ffff01600000030090000003000003007b959809a10001002a42010101600000030090000003000003007ba003c08010e596566924caf0168080000003008000001904a2000100074401c172b46240';
const AV1C = '81050c000a0b0000002d4cffb3c02f8004';
const HVC1 = '68766331';
const AV01 = '61763031';
const MP4A = '6d703461';

const METADATA = writeAmf0(
  '@setDataFrame',
  'onMetaData',
  amfObject({ videocodecid: 7, audiocodecid: 10, framerate: 30, videodatarate: 4500 }),
);

/** Small streams as an encoder sends them, one for each way of packing media into FLV tags. */
export const MEDIA_TAGS: readonly (readonly MediaTag[])[] = [
  [
    { typeId: 18, payload: METADATA },
    video(`1700000000${AVCC}`),
    audio('af001190'),
    video(`1701000028000000056567010203${'00000002410a'.repeat(3)}`),
    audio('af01211b80'),
    video('27010000000000000241ff'),
  ],
  [video(`1700000000${AVCC.replace('c01eff', 'c01efd')}`), video('170100000000026501000241ff')],
  [
    video(`90${HVC1}${HVCC}`),
    video(`91${HVC1}00001400000003260101`),
    video(`a3${HVC1}00000003020101`),
    video(`96 03 ${HVC1} 00 00000003020101`),
    video(`970201020303${HVC1}00000003260101`),
  ],
  [
    video(`90${AV01}${AV1C}`),
    video(`91${AV01}12000a0100320101`),
    audio(`90${MP4A}1190`),
    audio(`91${MP4A}211b80`),
  ],
  [
    {
      typeId: 22,
      payload: bytes(
        '080000040000000000000000af00119000000000 080000030000150000000000af010700000000',
      ),
    },
  ],
];

function video(hex: string): MediaTag {
  return { typeId: 9, payload: bytes(hex) };
}

function audio(hex: string): MediaTag {
  return { typeId: 8, payload: bytes(hex) };
}

function bytes(hex: string): Uint8Array {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex');
}
