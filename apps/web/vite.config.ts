import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Where `npm start` listens; the pages' own server sends on to it what is not a page. */
const SERVER = 'http://localhost:8080';

/** The script that other sites load has an address that stays. */
const EMBED = 'embed';

const PAGES = ['index.html', 'watch.html', 'reference.html', 'console.html', '404.html'];

/** The Latin part of the font is on every page: the browser learns of it with the page, not with the style sheet. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((name) =>
          /inter-latin-wght-normal-.+\.woff2$/.test(name),
        );
        if (font === undefined) throw new Error('The build has no Latin font to preload');
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '' };
        return [{ tag: 'link', injectTo: 'head', attrs: { ...attrs, href: `/${font}` } }];
      },
    },
  };
}

/** Compresses once what every viewer gets: `name.br` and `name.gz` beside each file of text. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      for (const name of Object.keys(bundle)) {
        if (!/\.(?:js|css|html|svg|json)$/.test(name)) continue;
        const path = join(dir, name);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
      }
    },
  };
}

/** `/watch/ANY` is watch.html, `/console` and all below it console.html, and so on, as on the server. */
function pageAddresses(): Plugin {
  return {
    name: 'page-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/watch/') === true) request.url = '/watch.html';
        if (request.url === '/reference') request.url = '/reference.html';
        if (/^\/console(?:[/?]|$)/.test(request.url ?? '')) request.url = '/console.html';
        next();
      });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  appType: 'mpa',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined: the pages' policy allows no data: fonts or styles.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // hls.js is one chunk by itself, and is loaded only where it plays.
    chunkSizeWarningLimit: 640,
    rolldownOptions: {
      // Compressing takes most of the build, as it should: no warning in a newcomer's terminal.
      checks: { pluginTimings: false },
      input: [...PAGES, `src/${EMBED}.ts`].map((file) => join(import.meta.dirname, file)),
      output: {
        entryFileNames: ({ name }) =>
          name === EMBED ? 'embed/rostrum.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  experimental: {
    // A script on another site's page finds its pieces beside itself, not on that site.
    renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
  },
  plugins: [preloadFont(), compressOnce(), pageAddresses()],
  server: {
    proxy: {
      '/api_v3': SERVER,
      '/p': SERVER,
      '/room': { target: SERVER, ws: true },
    },
  },
});
