import { pictureFormatOf } from '../pictures/picture-format.ts';
import { readCompoundNames } from './compound-file.ts';
import type { FileBytes } from './file-bytes.ts';
import { readZipEntries, ZIP_START, type ZipEntry } from './zip-directory.ts';

/**
 * What a file is, by its bytes: what somebody calls it says nothing. That it is of a format does not say that it is
 * sound; whoever opens it finds that out.
 */
export type FileFormat = keyof typeof FORMATS;

type Facts = {
  /** For people, with its article. */
  readonly name: string;
  readonly contentType: string;
  readonly ending: string;
};

const FORMATS = {
  pdf: { name: 'a PDF file', contentType: 'application/pdf', ending: 'pdf' },
  pptx: {
    name: 'a PowerPoint presentation',
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
  },
  ppt: {
    name: 'a PowerPoint presentation of before 2007',
    contentType: 'application/vnd.ms-powerpoint',
    ending: 'ppt',
  },
  odp: {
    name: 'an OpenDocument presentation',
    contentType: 'application/vnd.oasis.opendocument.presentation',
    ending: 'odp',
  },
  swf: { name: 'a Flash file', contentType: 'application/x-shockwave-flash', ending: 'swf' },
  jpeg: { name: 'a JPEG picture', contentType: 'image/jpeg', ending: 'jpg' },
  png: { name: 'a PNG picture', contentType: 'image/png', ending: 'png' },
  gif: { name: 'a GIF picture', contentType: 'image/gif', ending: 'gif' },
  webp: { name: 'a WebP picture', contentType: 'image/webp', ending: 'webp' },
} as const satisfies { readonly [format: string]: Facts };

export function factsOfFormat(format: FileFormat): Facts {
  return FORMATS[format];
}

export function isFileFormat(name: string): name is FileFormat {
  return Object.hasOwn(FORMATS, name);
}

export function isPictureFormat(format: FileFormat): boolean {
  return FORMATS[format].contentType.startsWith('image/');
}

/** Something that is here, or else what people would call it. */
export type FoundFormat =
  | { readonly format: FileFormat }
  | { readonly format: null; readonly name: string };

const HEAD_BYTES = 1024;

/** Reads a few kilobytes, wherever the format has its signs. */
export async function findFileFormat(file: FileBytes): Promise<FoundFormat> {
  if (file.sizeBytes === 0) return other('empty');
  const head = await file.read(0, HEAD_BYTES);
  const text = Buffer.from(head).toString('latin1');
  const picture = pictureFormatOf(head);
  if (picture !== null) return { format: picture };
  if (text.startsWith('%PDF-')) return { format: 'pdf' };
  if (/^[FCZ]WS[\x01-\x40]/.test(text)) return { format: 'swf' };
  if (text.startsWith(ZIP_START)) return formatOfZip(await readZipEntries(file), file);
  if (text.startsWith(COMPOUND_START)) return formatOfCompound(await readCompoundNames(file));
  return other(NAMES.find(([pattern]) => pattern.test(text))?.[1] ?? 'of an unknown kind');
}

const COMPOUND_START = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What people send by mistake, so that the refusal says what they have sent. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^....ftyp(?:heic|heix|mif1|avif)/s, 'a HEIF or AVIF picture'],
  [/^....ftypM4A/s, 'an MP4 sound file'],
  [/^....(?:ftyp|moov|mdat)/s, 'an MP4 or QuickTime video'],
  [/^\x1a\x45\xdf\xa3/, 'a Matroska or WebM video'],
  [/^RIFF....AVI /s, 'an AVI video'],
  [/^RIFF....WAVE/s, 'a WAV sound file'],
  [/^FLV\x01/, 'a Flash video'],
  [/^(?:ID3|\xff[\xe2-\xff])/, 'an MP3 sound file'],
  [/^OggS/, 'an Ogg file'],
  [/^(?:\x7fELF|MZ|#!|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe)/, 'a program'],
  [/^\{\\rtf/, 'an RTF document'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)/i, 'an HTML page'],
  [/^(?:\xef\xbb\xbf)?\s*<[^]*<svg[\s>]|^(?:\xef\xbb\xbf)?\s*<svg[\s>]/i, 'an SVG picture'],
  [/^(?:\xef\xbb\xbf)?\s*<\?xml/i, 'an XML file'],
];

async function formatOfZip(entries: readonly ZipEntry[], file: FileBytes): Promise<FoundFormat> {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('[Content_Types].xml')) {
    if (names.has('ppt/presentation.xml')) return { format: 'pptx' };
    if (names.has('word/document.xml')) return other('a Word document');
    if (names.has('xl/workbook.xml')) return other('an Excel workbook');
  }
  const [first] = entries;
  if (first?.name !== 'mimetype') return other('a ZIP archive');
  const type = await textOfStored(file, first);
  if (type === FORMATS.odp.contentType) return { format: 'odp' };
  return other(type.startsWith('application/vnd.oasis') ? 'another OpenDocument' : 'a ZIP archive');
}

const MAX_TYPE_BYTES = 100;
const LOCAL_HEADER_BYTES = 30;

/** OpenDocument 1.2, part 3, 3.3: the first entry is not compressed, so that its text stands in the file. */
async function textOfStored(file: FileBytes, { position, sizeBytes }: ZipEntry): Promise<string> {
  if (sizeBytes > MAX_TYPE_BYTES) return '';
  const header = Buffer.from(await file.read(position, LOCAL_HEADER_BYTES));
  if (header.length < LOCAL_HEADER_BYTES) return '';
  const start = position + header.length + header.readUInt16LE(26) + header.readUInt16LE(28);
  return Buffer.from(await file.read(start, sizeBytes)).toString('latin1');
}

function formatOfCompound(names: ReadonlySet<string>): FoundFormat {
  if (names.has('PowerPoint Document')) return { format: 'ppt' };
  if (names.has('WordDocument')) return other('a Word document of before 2007');
  if (names.has('Workbook')) return other('an Excel workbook of before 2007');
  return other('an Office file of an unknown kind');
}

function other(name: string): FoundFormat {
  return { format: null, name };
}
