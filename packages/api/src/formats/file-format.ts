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
  if (isFlash(head, text)) return { format: 'swf' };
  if (text.startsWith(ZIP_START)) return formatOfZip(await readZipEntries(file), file);
  if (text.startsWith(COMPOUND_START)) return formatOfCompound(await readCompoundNames(file));
  return other(nameOf(text));
}

const COMPOUND_START = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What people send by mistake, so that the refusal says what they have sent: where the sign stands, and what it says. */
const SIGNS: readonly (readonly [at: number, sign: string, name: string])[] = [
  [4, 'ftypheic', 'a HEIF picture'],
  [4, 'ftypheix', 'a HEIF picture'],
  [4, 'ftypmif1', 'a HEIF picture'],
  [4, 'ftypavif', 'an AVIF picture'],
  [4, 'ftypM4A', 'an MP4 sound file'],
  [4, 'ftyp', 'an MP4 or QuickTime video'],
  [4, 'moov', 'a QuickTime video'],
  [4, 'mdat', 'a QuickTime video'],
  [0, '\x1a\x45\xdf\xa3', 'a Matroska or WebM video'],
  [8, 'AVI ', 'an AVI video'],
  [8, 'WAVE', 'a WAV sound file'],
  [0, 'FLV\x01', 'a Flash video'],
  [0, 'ID3', 'an MP3 sound file'],
  [0, '\xff\xfb', 'an MP3 sound file'],
  [0, 'OggS', 'an Ogg file'],
  [0, '\x7fELF', 'a program'],
  [0, 'MZ', 'a program'],
  [0, '#!', 'a program'],
  [0, '\xca\xfe\xba\xbe', 'a program'],
  [0, '\xcf\xfa\xed\xfe', 'a program'],
  [0, '{\\rtf', 'an RTF document'],
];

function nameOf(head: string): string {
  const sign = SIGNS.find(([at, text]) => head.startsWith(text, at));
  if (sign !== undefined) return sign[2];
  const markup = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body|script)/.test(markup)) return 'an HTML page';
  if (markup.startsWith('<') && /<svg[\s>]/.test(markup)) return 'an SVG picture';
  return markup.startsWith('<?xml') ? 'an XML file' : 'of an unknown kind';
}

/** The fourth byte is the version. */
function isFlash(head: Uint8Array, text: string): boolean {
  const [, , , version = 0] = head;
  return /^[FCZ]WS/.test(text) && version >= 1 && version <= 64;
}

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
