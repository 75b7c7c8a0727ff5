import { documentTexts, fillTemplate, formatFigure, writeOfficialDocument } from '@xiaohao/documents';
import { parsePeriod } from '@xiaohao/domain';
import { reportWordTexts } from '../building/report-words.js';
import { templateOfReport } from './learned-template.js';

const dates = { period: parsePeriod('2026H1')!, asOf: '2026-06-30', documentOn: '2026-07-01', roundName: null };
const words: Readonly<Record<string, string | null>> = reportWordTexts(dates);
const source = {
  text: (key: string, options: Parameters<typeof formatFigure>[1]) => words[key] ?? formatFigure(12, options),
  list: () => [],
};
const report = '采用{模板}编写，开展演练3次，见{#附件}与}{。';

it.each(['docx', 'txt'])(
  'braces a former report has in its text are printed as they are by the template learned from a .%s',
  async (kind) => {
    const blocks = [{ kind: 'paragraph' as const, runs: [{ text: report }] }];
    const file =
      kind === 'txt' ? Buffer.from(report) : await writeOfficialDocument({ title: '报告', blocks }, new Date(0));
    const template = await templateOfReport(`报告.${kind}`, file, new Map([[1, 'drills']]));
    const printed = await documentTexts(await fillTemplate(template, source));
    expect(printed.at(-1)).toBe('采用{模板}编写，开展演练12次，见{#附件}与}{。');
  },
);
