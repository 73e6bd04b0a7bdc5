import { basename, dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Nothing but our own files: no inline script or style, no third party, no plug-in, no form target. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Adds the policy to the built page. The development server needs inline scripts for hot reloading and goes without. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Tries WebAssembly, which the policy forbids and reports. protobufjs asks for it only if it is there, and its parser not at all. */
const withoutLong: Plugin = {
  name: 'without-long',
  apply: 'build',
  enforce: 'pre',
  resolveId: id => (id === 'long' ? '\0no-long' : undefined),
  load: id => (id === '\0no-long' ? 'export {};' : undefined),
};

/** `bytes-HexDump-row`: a name that says where it stands compresses better than one with a hash. */
function className(name: string, file: string): string {
  return `${basename(dirname(file))}-${basename(file, '.module.css')}-${name}`;
}

/** All that the first screen needs in one file: many small ones compress worse. */
const FIRST_SCREEN = { name: 'first', tags: ['$initial' as const] };

/** What Chinese needs beside it, in one file too. */
const CHINESE = { name: 'zh-CN', test: /\/src\/(app|i18n|views)\/.*\/zh-CN\.ts$/ };

export default defineConfig({
  base: './',
  css: { modules: { generateScopedName: className } },
  build: {
    target: 'es2022',
    // Slower than vite's own, and the first load is 1 % smaller.
    minify: 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [FIRST_SCREEN, CHINESE] } },
    },
  },
  // Its parts come when they are needed, as those of the page do.
  worker: { format: 'es' },
  plugins: [
    react(),
    contentSecurityPolicy(),
    withoutLong,
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['icon.svg', 'apple-touch-icon.png'],
      workbox: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'], cleanupOutdatedCaches: true },
      manifest: {
        name: 'Callscope',
        short_name: 'Callscope',
        description: 'See a remote procedure call happen, down to the last bit, and change it while you watch.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f6f5f1',
        theme_color: '#fffefb',
        icons: [
          { src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
          { src: 'icon-192.png', type: 'image/png', sizes: '192x192' },
          { src: 'icon-512.png', type: 'image/png', sizes: '512x512' },
          { src: 'icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
        ],
      },
    }),
  ],
});
