import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@xiaohao/errors';
import { convertToPdf } from './pdf-converter.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'xiaohao-office-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program called as LibreOffice is: the last argument is the document, the one before it the folder to write to. */
function office(script: string): string {
  const program = join(folder, 'soffice');
  writeFileSync(
    program,
    `#!/bin/sh\necho "$@" > ${folder}/arguments\npwd > ${folder}/place\nenv > ${folder}/environment\n${script}\n`,
    {
      mode: 0o755,
    },
  );
  return program;
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return [(error as AppError).code, (error as AppError).message];
};

/** Whether the folder the program worked in is still there. */
const isLeft = () => existsSync(readFileSync(join(folder, 'place'), 'utf8').trim());

describe('a conversion', () => {
  it('gives what the program wrote beside the document and leaves nothing behind', async () => {
    const program = office('cp document.docx document.pdf');
    expect((await convertToPdf(Buffer.from('a report'), program)).toString()).toBe('a report');
    expect(isLeft()).toBe(false);
  });

  it('has a profile of its own and knows nothing of our settings and secrets', async () => {
    const program = office('cp document.docx document.pdf');
    process.env['XIAOHAO_SECRET_OF_TEST'] = 'secret';
    const profiles = new Set<string>();
    try {
      for (let turn = 0; turn < 2; turn++) {
        await convertToPdf(Buffer.from('x'), program);
        profiles.add(/-env:UserInstallation=(\S+)/.exec(readFileSync(join(folder, 'arguments'), 'utf8'))![1]!);
      }
    } finally {
      delete process.env['XIAOHAO_SECRET_OF_TEST'];
    }
    expect(profiles.size).toBe(2);
    expect(readFileSync(join(folder, 'environment'), 'utf8')).not.toContain('secret');
  });

  it('is ended with all it started when it takes too long', async () => {
    const program = office(`sleep 300 & echo $! > ${folder}/child; wait`);
    const [code, message] = await refusal(convertToPdf(Buffer.from('x'), program, 1_000));
    expect(code).toBe('pdfFailed');
    expect(message).toContain('超过 1 秒');
    const child = readFileSync(join(folder, 'child'), 'utf8').trim();
    expect(stateOf(child)).toMatch(/^(gone|Z)$/);
    expect(isLeft()).toBe(false);
  });

  it('is refused where nothing was written, and where the program cannot be started', async () => {
    expect(await refusal(convertToPdf(Buffer.from('x'), office('exit 0')))).toEqual([
      'pdfFailed',
      'PDF 没有生成：LibreOffice 没有写出文件',
    ]);
    expect(await refusal(convertToPdf(Buffer.from('x'), join(folder, 'nothing')))).toEqual([
      'pdfFailed',
      'PDF 没有生成：LibreOffice 无法启动',
    ]);
  });
});

/** The letter of a process's state, a killed one that nobody has asked after being Z. */
function stateOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]![0]!;
  } catch {
    return 'gone';
  }
}
