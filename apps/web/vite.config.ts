import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Office PCs still run Chromium 109: scripts and styles are lowered to it. */
const baseline = 'chrome109';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
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
