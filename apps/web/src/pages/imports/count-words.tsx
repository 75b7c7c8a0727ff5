import type { PageTextKey } from '@xiaohao/messages';
import { groupCounts, type RowChoice } from '../../api/import-outline.js';
import type { ImportSummary } from '../../api/imports.js';
import { t } from '../../language.js';

const beforehand = ['create', 'update', 'unchanged', 'held', 'duplicate', 'skip', 'attention'] as const;
const afterwards = ['create', 'update', 'unchanged', 'held', 'duplicate', 'skip'] as const;
type Told = readonly { kind: RowChoice; text: PageTextKey }[];

const planned: Told = beforehand.map((kind) => ({ kind, text: `import.count.${kind}` }));
const stored: Told = afterwards.map((kind) => ({ kind, text: `import.counted.${kind}` }));

/** What can be said in each state; nothing while the file is being read, or could not be. */
const told: Partial<Record<ImportSummary['status'], Told>> = {
  ready: planned,
  committing: planned,
  committed: stored,
  undone: [
    { kind: 'create', text: 'import.counted.undone' },
    { kind: 'update', text: 'import.counted.putBack' },
  ],
};

/**
 * `将新增 196 · 更新 3 · 重复 1 · 需处理 2`, afterwards `已新增 196 · …`, taken back `已撤销 196 · 已还原 3`; of none nothing. Each row
 * is counted once; what of those left to a person is updated all the same stands beside them.
 */
export function CountWords({
  one: { status, counts },
  but = [],
}: {
  one: Pick<ImportSummary, 'status' | 'counts'>;
  /** Kinds that are said elsewhere. */
  but?: readonly string[];
}) {
  // What was put back is all that was written, whatever else was left to a person.
  const groups = status === 'undone' ? { ...groupCounts(counts), update: counts.update ?? 0 } : groupCounts(counts);
  const count = (kind: RowChoice) => groups[kind];
  const shown = (told[status] ?? []).filter(({ kind }) => count(kind) > 0 && !but.includes(kind));
  if (shown.length === 0) return null;
  return (
    <span className="figures count-words">
      {shown.map(({ kind, text }) => (
        <span key={kind} className={kind === 'attention' && count(kind) > 0 ? 'needs-you' : undefined}>
          {t(text, { count: count(kind) })}
          {kind === 'held' &&
            (counts.heldUpdate ?? 0) > 0 &&
            t('import.ofThemUpdated', { count: counts.heldUpdate ?? 0 })}
        </span>
      ))}
    </span>
  );
}

/** Whether there is anything to say of an import's rows. */
export function hasCounts({ status }: Pick<ImportSummary, 'status'>): boolean {
  return status in told;
}
