import { findPlaces } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { periodPlaces, type LearningChoice } from './learned-periods.js';
import { templateOfReport } from './learned-template.js';
import { linesOf } from './report-lines.js';
import type { Bindings } from './template-learning.js';

export interface TemplateTask {
  name: string;
  content: Uint8Array;
  chosen: Bindings;
  /** Words of the period that stay, by their index. */
  literal: readonly number[];
  choice: LearningChoice;
}

/**
 * The template somebody ordered of a former report.
 * @throws inputWrong for a place there is not
 */
export async function makeTemplate({ name, content, chosen, literal, choice }: TemplateTask): Promise<Uint8Array> {
  const file = Buffer.from(content);
  const lines = await linesOf(name, file);
  const { places } = findPlaces(lines, choice.numbers);
  [...chosen.keys()].forEach((index, at) => {
    if (index <= places.length) return;
    const reason = `这份报告只有 ${places.length} 处`;
    throw new AppError('inputWrong', { field: `bindings.${at}`, fieldLabel: `第 ${index} 处`, reason });
  });
  const periods = periodPlaces(lines, choice, places);
  literal.forEach((index, at) => {
    if (index <= periods.length) return;
    const reason = `这份报告的期间与日期只有 ${periods.length} 处`;
    throw new AppError('inputWrong', { field: `literal.${at}`, fieldLabel: `期间与日期第 ${index} 处`, reason });
  });
  return templateOfReport(name, file, chosen, { ...choice, literal: new Set(literal) });
}
