import type { PreviewTicket } from '../preview.js';
import { tight } from './told-texts.js';

const immediate = /^(?:立|即)[行查整知]立?即?改(?:类|的|问题)?$/;
const ongoing = /^(?:长期|持续|常态)(?:化)?(?:坚持|整改|推进)(?:类|的|问题)?$/;
const byDay = /^(?:限期|限时|按期|阶段性?限期)(?:整改|完成|办结|解决)?(?:类|的|问题)?$/;

/** 整改类型 is what its ticket is: a day of its own makes 立行立改 one that is due on that day, and 分阶段整改 is no kind of ours. */
export function isKindOf(text: string, { deadline }: Pick<PreviewTicket, 'deadline'>): boolean {
  const words = tight(text);
  if (immediate.test(words)) return deadline.kind === 'immediate';
  if (ongoing.test(words)) return deadline.ongoing || deadline.kind === 'ongoing';
  return byDay.test(words) && (deadline.kind === 'date' || deadline.kind === 'relative');
}

export const saysImmediate = (text: string): boolean => immediate.test(tight(text));
