import { Button } from 'antd';
import { findingKindLabels } from '@xiaohao/messages';
import type { Finding, ImportEdit, SheetDigest } from '../../api/imports.js';
import { labelOf, t } from '../../language.js';
import type { Place } from './check-keys.js';
import { FindingLines } from './finding-lines.js';

type Item = SheetDigest['told']['items'][number];
type Code = Finding['code'];

interface Change {
  sheet: string;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}

const kindOf = (code: string) => labelOf(findingKindLabels, code);

/** What was assumed, kind by kind; one click lets all of a kind stand. */
export function AssumptionGroups({
  items,
  onShow,
  sheet,
  busy,
  onChange,
}: Change & { items: readonly Item[]; onShow: (place: Place) => void }) {
  const byCode = new Map<Code, Item[]>();
  for (const item of items) byCode.set(item.code, [...(byCode.get(item.code) ?? []), item]);
  return [...byCode].map(([code, those]) => (
    <div key={code} className="assumption">
      <h4>
        {kindOf(code)} <span className="figures faint">{those.length}</span>
        <Button
          size="small"
          type="link"
          disabled={busy}
          aria-label={t('import.acceptKind', { kind: kindOf(code) })}
          onClick={() => onChange({ accepts: [{ sheet, code, cell: null, accepted: true }] })}
        >
          {t('import.acceptAll')}
        </Button>
      </h4>
      <FindingLines items={those} onShow={onShow} />
    </div>
  ));
}

/** What somebody let stand, and the way back. */
export function AcceptedList({ accepted, sheet, busy, onChange }: Change & { accepted: readonly string[] }) {
  if (accepted.length === 0) return null;
  return (
    <details className="accepted-list">
      <summary>{t('import.accepted', { count: accepted.length })}</summary>
      <ul>
        {accepted.map((key) => {
          const [code = '', cell = null] = key.split(' ');
          return (
            <li key={key}>
              {cell ?? t('import.allOfKind')} {kindOf(code)}
              <Button
                size="small"
                type="link"
                disabled={busy}
                onClick={() => onChange({ accepts: [{ sheet, code: code as Code, cell, accepted: false }] })}
              >
                {t('import.acceptNot')}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
