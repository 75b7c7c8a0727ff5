import type { Label } from '@xiaohao/messages';
import { pageTexts } from '@xiaohao/messages';

/** What waits for somebody, by the group's key. */
export const waitingLabels: Readonly<Record<string, Label>> = {
  to_assign: pageTexts['waiting.to_assign'],
  to_sign: pageTexts['waiting.to_sign'],
  to_handle: pageTexts['waiting.to_handle'],
  to_review: pageTexts['waiting.to_review'],
  to_accept: pageTexts['waiting.to_accept'],
  to_decide: pageTexts['waiting.to_decide'],
  to_answer: pageTexts['waiting.to_answer'],
  to_recheck: pageTexts['waiting.to_recheck'],
  to_finalize: pageTexts['waiting.to_finalize'],
  to_check: pageTexts['waiting.to_check'],
  to_inspect: pageTexts['waiting.to_inspect'],
};
