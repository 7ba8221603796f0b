import type { Picture, PictureFailure, PictureShape, ShowMoment } from '@rostrum/contracts';
import type { Stills } from '../ports.ts';

/** Makes pictures of words: each says where it comes from. Without a tool until a test gives it one. */
export class StillsForTests implements Stills {
  hasTool = false;
  isBusy = false;
  /** Whether pictures may be fetched from this machine too. */
  mayFetchFromHere = false;
  /** Generations that the media process still has. */
  readonly generations = new Set<string>();
  /** Every frame that was asked for. */
  readonly asked: ShowMoment[] = [];
  shapeCount = 0;

  async frameOf(moment: ShowMoment): Promise<Picture | PictureFailure> {
    this.asked.push(moment);
    if (!this.hasTool) return 'no-tool';
    if (this.isBusy) return 'busy';
    const generation = moment.playlistPath.split('/').at(-2) ?? '';
    if (!this.generations.has(generation)) return 'no-frame';
    const time = 'offsetMs' in moment ? `offset ${moment.offsetMs}` : (moment.atMs ?? 'the end');
    return picture(`${generation} at ${time}`);
  }

  async originalOf({ format, bytes }: Picture): Promise<Picture | PictureFailure> {
    if (!this.hasTool) return 'no-tool';
    if (this.isBusy) return 'busy';
    if (bytes.length < 20) return 'unreadable';
    return picture(`${format} of ${bytes.length} bytes`);
  }

  async shape(original: Picture, shape: PictureShape): Promise<Picture | PictureFailure> {
    if (!this.hasTool) return 'no-tool';
    if (this.isBusy) return 'busy';
    this.shapeCount += 1;
    const isWord = original.format === 'jpeg';
    const name = isWord ? Buffer.from(original.bytes).toString() : 'the placeholder';
    return { ...picture(`${name}, ${shape.widthPx} by ${shape.heightPx}`), format: shape.format };
  }
}

function picture(words: string): Picture {
  return { format: 'jpeg', bytes: Buffer.from(words) };
}
