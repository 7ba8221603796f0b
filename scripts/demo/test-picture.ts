/** Pictures a second: one key frame a second keeps the delay of a newcomer's first picture short. */
const FRAMES_PER_SECOND = 30;

const CLOCK = "text='%{localtime\\:%H\\\\\\:%M\\\\\\:%S}'";

/** FFmpeg arguments for a live test picture at its natural speed: colours that move, the time of day, a quiet tone. */
export function testPictureArguments(): string[] {
  const picture = [
    `gradients=size=1280x720:rate=${FRAMES_PER_SECOND}:speed=0.012:nb_colors=3:c0=0x0f1530:c1=0x2347d9:c2=0x101b4d:x0=0:y0=0:x1=1280:y1=720`,
    `drawtext=${CLOCK}:fontcolor=white:fontsize=150:x=(w-text_w)/2:y=(h-text_h)/2-20`,
    "drawtext=text='Rostrum test picture':fontcolor=white@0.85:fontsize=36:x=(w-text_w)/2:y=h/2+90",
    "drawtext=text='frame %{n}':fontcolor=white@0.6:fontsize=24:x=(w-text_w)/2:y=h/2+150",
  ].join(',');
  // A bar that crosses the picture once in four seconds: a stutter is seen at once.
  const bar = `color=c=white:size=120x8:rate=${FRAMES_PER_SECOND}`;
  const graph = `${picture}[picture];${bar}[bar];[picture][bar]overlay=x='mod(t*350\\,1400)-120':y=692,format=yuv420p`;
  const tone = "aevalsrc='0.08*sin(2*PI*440*t)*lt(mod(t\\,1)\\,0.12)':s=48000:c=stereo";
  return [
    ...['-hide_banner', '-loglevel', 'warning', '-re'],
    ...['-f', 'lavfi', '-i', graph],
    ...['-re', '-f', 'lavfi', '-i', tone],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'zerolatency', '-profile:v', 'high'],
    ...['-b:v', '1800k', '-maxrate', '2200k', '-bufsize', '2200k'],
    ...['-g', String(FRAMES_PER_SECOND), '-keyint_min', String(FRAMES_PER_SECOND)],
    ...['-c:a', 'aac', '-b:a', '96k'],
  ];
}
