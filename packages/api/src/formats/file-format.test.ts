import { expect, test } from 'vitest';
import { bytesInMemory } from './file-bytes.ts';
import { findFileFormat } from './file-format.ts';
import { compoundFileOf, zipOf } from './files-for-tests.ts';
import { pictureSizeOf } from './picture-size.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ODP = 'application/vnd.oasis.opendocument.presentation';

test.each([
  ['pdf', latin1('%PDF-1.7\n')],
  ['swf', latin1('CWS\x0f')],
  ['jpeg', latin1('\xff\xd8\xff\xe0')],
  ['gif', latin1('GIF89a')],
  ['pptx', zipOf({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
  ['odp', zipOf({ mimetype: ODP, 'content.xml': '' })],
  ['ppt', compoundFileOf(['Current User', 'PowerPoint Document'])],
  // In the second sector of its directory.
  ['ppt', compoundFileOf(['a', 'b', 'c', 'd', 'e', 'PowerPoint Document'])],
])('a file is known as %s by its bytes', async (format, bytes) => {
  expect(await findFileFormat(bytesInMemory(bytes))).toEqual({ format });
});

test.each([
  ['a Word document', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' })],
  ['an Excel workbook', zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
  ['another OpenDocument', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
  ['a ZIP archive', zipOf({ 'ppt/presentation.xml': '' })],
  ['a ZIP archive', latin1('PK\x03\x04 and nothing else')],
  ['a Word document of before 2007', compoundFileOf(['WordDocument'])],
  ['an Office file of an unknown kind', compoundFileOf(['PowerPoint'])],
  ['an HTML page', latin1('\xef\xbb\xbf  <!DOCTYPE html>')],
  ['an SVG picture', latin1('<?xml version="1.0"?><!-- a --><svg >')],
  ['an XML file', latin1('<?xml version="1.0"?><a/>')],
  ['an MP4 or QuickTime video', latin1('\0\0\0\x18ftypmp42')],
  ['a Matroska or WebM video', latin1('\x1a\x45\xdf\xa3')],
  ['a program', latin1('MZ\x90')],
  ['empty', Buffer.alloc(0)],
  ['of an unknown kind', latin1('hello')],
])('what is not taken is called %s', async (name, bytes) => {
  expect(await findFileFormat(bytesInMemory(bytes))).toEqual({ format: null, name });
});

test('a directory that goes in a circle is read to an end', async () => {
  const file = compoundFileOf(['a', 'b', 'c', 'd']);
  // The second sector of the directory is followed by the first.
  file.writeUInt32LE(1, 512 + 2 * 4);
  expect(await findFileFormat(bytesInMemory(file))).toMatchObject({ format: null });
});

test('a picture says how large it is', () => {
  const png = Buffer.alloc(33);
  png.write('IHDR', 12, 'latin1');
  png.writeUInt32BE(1280, 16);
  png.writeUInt32BE(720, 20);
  expect(pictureSizeOf({ format: 'png', bytes: png })).toEqual({ widthPx: 1280, heightPx: 720 });
  const jpeg = Buffer.from('ffd8ffe000044a46ffc000110802d0050003', 'hex');
  expect(pictureSizeOf({ format: 'jpeg', bytes: jpeg })).toEqual({ widthPx: 1280, heightPx: 720 });
  expect(pictureSizeOf({ format: 'jpeg', bytes: Buffer.from('words') })).toBeNull();
});
