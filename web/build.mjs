import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const to = process.argv[2] ?? join(HERE, '..', 'dist', 'web');

/** Beside each file what browsers are sent of it: packing takes longer than a request should. */
function write(path, content) {
  writeFileSync(path, content);
  writeFileSync(`${path}.br`, brotliCompressSync(content));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

const hashed = (name, content) => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return `${basename(name, extname(name))}-${hash}${extname(name)}`;
};

const { outputFiles } = await build({
  entryPoints: [join(HERE, 'main.tsx')],
  bundle: true,
  minify: true,
  write: false,
  outdir: 'out',
  format: 'esm',
  // What only some come to is loaded when they do.
  splitting: true,
  chunkNames: '[name]-[hash]',
  target: ['chrome111', 'firefox113', 'safari16.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
});

rmSync(to, { recursive: true, force: true });
mkdirSync(join(to, 'assets'), { recursive: true });
// Styles are all in main.css: what is loaded later brings none of its own.
const built = outputFiles.filter(({ path }) => extname(path) !== '.css' || basename(path) === 'main.css');
const files = [
  ...built.map(({ path, contents }) => [basename(path), Buffer.from(contents)]),
  ['icon.svg', readFileSync(join(HERE, 'icon.svg'))],
];
let page = readFileSync(join(HERE, 'index.html'), 'utf8');
for (const [name, content] of files) {
  const named = name.startsWith('main.') || name === 'icon.svg' ? hashed(name, content) : name;
  write(join(to, 'assets', named), content);
  page = page.replace(`%${name}%`, named);
}
// What main.js begins with is asked for together with it.
const shared = files.map(([name]) => name).filter((name) => name.startsWith('chunk-'));
const preloads = shared.map((name) => `<link rel="modulepreload" href="/assets/${name}">\n`).join('');
write(join(to, 'index.html'), Buffer.from(page.replace('</head>', () => `${preloads}</head>`)));
