import type { ImportSummary } from '../../api/imports.js';
import { t } from '../../language.js';

const kinds = ['create', 'update', 'unchanged', 'duplicate', 'skip', 'attention'] as const;
/** Said even when there are none: people look for them. */
const always: readonly string[] = ['create', 'attention'];

/** `将新增 196 · 更新 3 · 重复 1 · 需处理 2`. */
export function CountWords({ counts }: { counts: ImportSummary['counts'] }) {
  const shown = kinds.filter((kind) => always.includes(kind) || (counts[kind] ?? 0) > 0);
  return (
    <span className="figures count-words">
      {shown.map((kind) => (
        <span key={kind} className={kind === 'attention' && counts.attention ? 'needs-you' : undefined}>
          {t(`import.count.${kind}`, { count: counts[kind] ?? 0 })}
        </span>
      ))}
    </span>
  );
}
