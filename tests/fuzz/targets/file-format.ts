import { bytesInMemory } from '../../../packages/api/src/formats/file-bytes.ts';
import { findFileFormat } from '../../../packages/api/src/formats/file-format.ts';
import { compoundFileOf, zipOf } from '../../../packages/api/src/formats/files-for-tests.ts';
import { pictureSizeOf } from '../../../packages/api/src/formats/picture-size.ts';
import type { FuzzTarget } from '../target.ts';

const ODP = 'application/vnd.oasis.opendocument.presentation';

const target: FuzzTarget = {
  name: 'file-format',
  seeds: () => [
    Buffer.from('%PDF-1.7\n'),
    zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    zipOf({ mimetype: ODP, 'content.xml': '<a/>' }),
    compoundFileOf(['Current User', 'PowerPoint Document', 'a', 'b', 'c']),
    Buffer.from('<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('ffd8ffe000044a46ffc000110802d0050003', 'hex'),
    Buffer.from('89504e470d0a1a0a0000000d4948445200000500000002d0', 'hex'),
  ],
  async run(bytes) {
    let reads = 0;
    const file = bytesInMemory(bytes);
    await findFileFormat({
      sizeBytes: file.sizeBytes,
      read(position, length) {
        reads += 1;
        if (reads > 30_000) throw new Error('A file is read without end');
        if (!(position >= 0) || !(length >= 0)) throw new Error(`Read ${length} at ${position}`);
        return file.read(position, length);
      },
    });
    for (const format of ['jpeg', 'png'] as const) {
      const size = pictureSizeOf({ format, bytes });
      if (size !== null && !(size.widthPx >= 0 && size.heightPx >= 0)) throw new Error('No size');
    }
  },
};

export default target;
