import { lookBackResultLabels, samplingLabels } from '@xiaohao/messages';
import type { LookBackSummary } from '../../api/governance.js';
import { labelOf, t } from '../../language.js';

export const resultKeys = [
  ['kept', 'kept'],
  ['mostly', 'mostly'],
  ['relapsed', 'relapsed'],
  ['not_done', 'notDone'],
] as const;

/** `巩固 3 · 反弹 1`, only what there is. */
export function ResultCounts({ lookBack }: { lookBack: LookBackSummary }) {
  const found = resultKeys.filter(([, key]) => lookBack[key] > 0);
  if (found.length === 0) return <span className="faint">{t('lookBack.toCheck')}</span>;
  return (
    <span className="figures">
      {found.map(([code, key]) => `${labelOf(lookBackResultLabels, code)} ${lookBack[key]}`).join(' · ')}
    </span>
  );
}

export function ProgressWords({ lookBack }: { lookBack: LookBackSummary }) {
  const { checked, total } = lookBack;
  return (
    <span className="look-back-progress figures">
      <span className="percent-bar">
        <span style={{ width: `${Math.round((100 * checked) / Math.max(1, total))}%` }} />
      </span>
      {checked} / {total}
    </span>
  );
}

export function samplingWords(code: string): string {
  return labelOf(samplingLabels, code);
}
