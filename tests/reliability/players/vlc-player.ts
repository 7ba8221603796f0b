import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probe } from './ffmpeg-player.ts';
import { counted, type PlayerReport } from './player-report.ts';

/** VLC refuses to run as root: then it runs as nobody. */
const NOBODY = 65_534;

/** What VLC says on a machine without a screen, a sound card and a session bus, whatever it plays. */
const OF_THE_MACHINE = /dbus|pulse|alsa|xcb|X server|display|globalhotkeys|interface module/i;

export function hasVlc(): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, 'cvlc')));
}

/** Lets VLC read the whole recording and write it into a file; what is in the file is what VLC would have shown. */
export async function playInVlc(url: string, timeoutMs: number): Promise<PlayerReport> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-vlc-'));
  chmodSync(folder, 0o777);
  const file = join(folder, 'played.ts');
  try {
    const child = spawn(
      'cvlc',
      [
        ...['-I', 'dummy', '--no-sout-all', '--no-color', '--verbose', '0', url],
        ...['--sout', `#std{access=file,mux=ts,dst=${file}}`, 'vlc://quit'],
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env.PATH ?? '', HOME: folder, XDG_RUNTIME_DIR: folder },
        ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
      },
    );
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    clearTimeout(timer);
    const lines = said
      .split('\n')
      .filter((line) => /error|fail|lost|discard/i.test(line) && !OF_THE_MACHINE.test(line))
      .map((line) => line.replace(/^\[[0-9a-f]+\] /, ''));
    const frames = Number(await probe(file, 'stream=nb_read_packets', ['-count_packets']));
    const [rate = 0, per = 1] = (await probe(file, 'stream=r_frame_rate')).split('/').map(Number);
    return {
      player: 'VLC',
      lengthS: Number(await probe(file, 'format=duration')),
      playedS: frames / (rate / per),
      complaints: counted(code === 0 ? lines : [`exit code ${code}`, ...lines]),
      levels: [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
