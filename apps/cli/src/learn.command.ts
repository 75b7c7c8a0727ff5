import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { figureTable, parsePeriod } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { learningWords } from '@xiaohao/messages';
import { learnReport, likelyBindings, templateOfReport, type LearnedReport } from '@xiaohao/reports';
import { fileOption, periodOption } from './options.js';

interface LearnOptions {
  out: string;
  json?: string;
  numbers?: boolean;
  period?: string;
}

/** Makes a template of a former report: no database is needed, nothing is stored. */
export async function learnCommand(report: string, options: LearnOptions): Promise<void> {
  const out = await fileOption('--out', options.out);
  if (options.json) await fileOption('--json', options.json);
  const content = await readFile(report).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('notFound', { what: ` ${report}（${error.code}）` }, { cause: error });
  });
  const name = basename(report);
  const period = options.period ? parsePeriod(periodOption(options.period))! : undefined;
  const choice = { numbers: options.numbers ? ('also' as const) : undefined, period };
  const learned = await learnReport(name, content, figureTable, choice);
  const bindings = likelyBindings(learned);
  await writeFile(out, await templateOfReport(name, content, bindings, choice));
  if (options.json) await writeFile(options.json, `${JSON.stringify(learned, null, 2)}\n`);
  const { placeholders, numbers } = learned;
  const left = numbers.filter(({ why }) => why === 'figure').length;
  const count = placeholders.length;
  const sum = { count, certain: bindings.size, open: count - bindings.size };
  const lines = placeholders.flatMap(({ index, context, conflictsWith: twin }) => [
    ...(bindings.has(index) ? [] : [`  ${index}  ${context}\n`]),
    ...(twin === null ? [] : [`  ${sentence('conflict', { index, twin })}\n`]),
  ]);
  const rest = [...(left > 0 ? [sentence('left', { left })] : []), ...periodLines(learned), ...leftLines(learned)];
  process.stdout.write(
    `${out}：${sentence('firstUsed', sum)}\n${lines.join('')}${rest.map((line) => `${line}\n`).join('')}`,
  );
}

/** One line for all numbers, one for all claims: what the next report says wrong if nobody looks. */
function leftLines({ literals, claims }: LearnedReport): string[] {
  const numbers = literals.map(({ beside, ...place }) =>
    beside === null ? placeOf(place) : `${placeOf(place)}（${sentence('beside', { words: beside })}）`,
  );
  return [
    ...(numbers.length > 0 ? [sentence('literals', { count: numbers.length, places: numbers.join('、') })] : []),
    ...(claims.length > 0
      ? [sentence('claims', { count: claims.length, places: claims.map(placeOf).join('、') })]
      : []),
  ];
}

const placeOf = ({ paragraph, found }: { paragraph: number; found: string }) => `第 ${paragraph} 段“${found}”`;

function periodLines({ periods, periodCandidates }: LearnedReport): string[] {
  if (periodCandidates.length > 0) {
    const labels = periodCandidates.map(({ code, label }) => `${label} ${code}`).join('、');
    return [sentence('periodOpen', { labels })];
  }
  return periods.length > 0 ? [sentence('periods', { count: periods.length })] : [];
}

function sentence(key: keyof typeof learningWords, values: Record<string, number | string>): string {
  return learningWords[key][0].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
