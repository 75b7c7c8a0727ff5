import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AppError } from '@xiaohao/errors';
import { printFontRules } from './print-fonts.js';

/** A long report takes seconds; the first start of a cold machine may take many. */
const limitMs = 120_000;

/** Where nobody answers; what would go out ends there. */
const deadEnd = { host: '127.0.0.1', port: 9 };

/**
 * A .docx as LibreOffice prints it. Each conversion has a folder, a profile and a process group of its own; nothing of it
 * stays, and nothing it runs outlives it.
 * @param office the whole path of LibreOffice's `soffice`
 * @throws pdfFailed when it is not done in time or writes no file
 */
export async function convertToPdf(document: Buffer, office: string, timeoutMs = limitMs): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-pdf-'));
  try {
    const settings = join(folder, 'profile', 'user');
    await mkdir(settings, { recursive: true });
    await writeFile(join(settings, 'registrymodifications.xcu'), offlineSettings);
    await writeFile(join(folder, 'document.docx'), document);
    const rules = printFontRules(await installedFonts());
    const fontRules = join(folder, 'fonts.conf');
    if (rules !== null) await writeFile(fontRules, rules);
    await runOffice(office, folder, rules === null ? {} : { FONTCONFIG_FILE: fontRules }, timeoutMs);
    return await readFile(join(folder, 'document.pdf')).catch((error: NodeJS.ErrnoException) => {
      throw new AppError('pdfFailed', { reason: 'LibreOffice 没有写出文件' }, { cause: error });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** None where fontconfig is not to be asked; LibreOffice then chooses by itself. */
async function installedFonts(): Promise<Set<string>> {
  const list = promisify(execFile)('fc-list', ['--format', '%{family}\n'], { timeout: 10_000, maxBuffer: 2 ** 24 });
  const { stdout } = await list.catch(() => ({ stdout: '' }));
  return new Set(stdout.split(/[\n,]/));
}

async function runOffice(
  office: string,
  folder: string,
  fontSettings: NodeJS.ProcessEnv,
  timeoutMs: number,
): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const quiet = ['--headless', '--invisible', '--norestore', '--nolockcheck', '--nodefault', '--nologo'];
  const work = ['--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, join(folder, 'document.docx')];
  const proxy = `http://${deadEnd.host}:${deadEnd.port}`;
  const child = spawn(office, [profile, ...quiet, ...work], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      TMPDIR: folder,
      LANG: 'C.UTF-8',
      http_proxy: proxy,
      https_proxy: proxy,
      ...fontSettings,
    },
  });
  let late = false;
  // `soffice` is a script that starts others: the whole group goes.
  const kill = () => child.pid !== undefined && killGroup(child.pid);
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, timeoutMs);
  try {
    await new Promise<void>((resolve, reject) => child.once('error', reject).once('exit', () => resolve()));
  } catch (error) {
    throw new AppError('pdfFailed', { reason: 'LibreOffice 无法启动' }, { cause: error });
  } finally {
    clearTimeout(timer);
    kill();
  }
  if (late) throw new AppError('pdfFailed', { reason: `超过 ${timeoutMs / 1000} 秒未完成，已停止` });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

const setting = (path: string, name: string, value: string | number | boolean) =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** Fetches nothing that a document links to, and has no way out for anything else; macros do not run. */
const offlineSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', true),
  setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', true),
  setting('Inet/Settings', 'ooInetProxyType', 2),
  setting('Inet/Settings', 'ooInetHTTPProxyName', deadEnd.host),
  setting('Inet/Settings', 'ooInetHTTPProxyPort', deadEnd.port),
  setting('Inet/Settings', 'ooInetHTTPSProxyName', deadEnd.host),
  setting('Inet/Settings', 'ooInetHTTPSProxyPort', deadEnd.port),
].join('\n')}
</oor:items>
`;
