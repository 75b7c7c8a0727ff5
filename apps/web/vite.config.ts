import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Office PCs still run Chromium 109: scripts and styles are lowered to it. */
const baseline = 'chrome109';

/** Below this a compressed copy saves nothing. */
const worthCompressing = 1_400;

/**
 * Writes .br and .gz beside scripts and styles; the server sends them as they are, without compressing at each request.
 * Read back from the disk: the last changes to a chunk are made after every plugin has seen it.
 */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const fileName of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const file = join(dir!, fileName);
        const content = readFileSync(file);
        if (content.length < worthCompressing) continue;
        const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
        writeFileSync(`${file}.br`, brotliCompressSync(content, brotli));
        writeFileSync(`${file}.gz`, gzipSync(content));
      }
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precompressed()],
  resolve: {
    alias: {
      '@xiaohao/domain': `${root}libs/domain/src/index.ts`,
      '@xiaohao/messages': `${root}libs/messages/src/index.ts`,
    },
  },
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    target: baseline,
    cssTarget: baseline,
    // One chunk of antd's parts is shared by several pages; it is fetched once and kept.
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: { '/api': { target: process.env['XIAOHAO_API'] ?? 'http://127.0.0.1:3000' } },
  },
});
