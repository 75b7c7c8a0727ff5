import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { quietly } from './commands.mjs';
import { Refusal, step } from './terminal.mjs';

/** Programs the tests need and Debian packages they come from. */
const tools = [
  { name: 'Chromium', find: findChromium, packages: ['chromium-headless-shell'] },
  { name: 'redis-server', find: () => findProgram('redis-server'), packages: ['redis-server'] },
  { name: 'LibreOffice', find: findOffice, packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'] },
  { name: 'poppler', find: () => findProgram('pdftotext') && findProgram('pdftoppm'), packages: ['poppler-utils'] },
  { name: 'a Chinese font', find: findChineseFont, packages: ['fonts-noto-cjk'] },
];

/** Installs what is missing; where that is not possible, says what to install. */
export async function ensureSystemTools() {
  const missing = tools.filter(({ find }) => !find());
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages);
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new Refusal(`The tests need ${names}: install them (Debian: apt-get install ${packages.join(' ')}).`);
  }
  await step(`Installing ${packages.join(', ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await quietly('apt-get update', ['apt-get', 'update', '-qq'], { env });
    const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages];
    await quietly('apt-get install', install, { env });
  });
  const still = missing.filter(({ find }) => !find());
  if (still.length) throw new Refusal(`Installed, but still not found: ${still.map(({ name }) => name).join(', ')}.`);
}

/** The shell first: the same engine without a browser's own windows takes two thirds of the processor time. */
const browsers = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** @returns {string | null} CHROMIUM, or the first browser of that family in the path */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return browsers.map(findProgram).find(Boolean) ?? null;
}

/** Writer and Calc are packages of their own; soffice alone may be there without either. */
function findOffice() {
  if (!findProgram('soffice')) return false;
  const modules = '/usr/lib/libreoffice/program';
  return !existsSync(modules) || ['libswlo.so', 'libsclo.so'].every((file) => existsSync(join(modules, file)));
}

function findChineseFont() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', '/Library/Fonts', '/System/Library/Fonts'];
  const font = /NotoS(ans|erif)(Mono)?(CJK|SC)|SourceHan|wqy|PingFang|simsun|simfang/i;
  return folders.some(
    (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => font.test(file)),
  );
}

function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}
