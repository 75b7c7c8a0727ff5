import { Button } from 'antd';
import { likelyMeanings } from '@xiaohao/domain';
import { t } from '../../language.js';
import type { ColumnQuestion } from './column-samples.js';
import { MeaningSelect, meaningText } from './meaning-select.js';
import type { Meaning } from './meaning-groups.js';
import { SampleCells } from './sample-cells.js';

const offered = 2;

/** Columns whose headings say nothing to us, first of all: one click gives each a meaning, or keeps it as text. */
export function UnreadColumns({ sheet: { name, columns, headings, unread }, samples, busy, onChange }: ColumnQuestion) {
  // A field of a form has no column to be named by.
  const letters = unread.filter((letter) => /^[A-Z]+$/.test(letter));
  if (letters.length === 0) return null;
  const choose = (column: string, meaning: Meaning) => onChange({ columns: [{ sheet: name, column, meaning }] });
  const keepAll = () =>
    onChange({ columns: letters.map((column) => ({ sheet: name, column, meaning: 'details' as const })) });
  return (
    <section className="unread-columns" aria-label={t('import.unread', { count: letters.length })}>
      <div className="unread-head">
        <h2>{t('import.unread', { count: letters.length })}</h2>
        <span className="faint">{t('import.unreadNote')}</span>
        {letters.length > 1 && (
          <Button size="small" type="link" disabled={busy} onClick={keepAll}>
            {t('import.keepAllAsText')}
          </Button>
        )}
      </div>
      <ul>
        {letters.map((letter) => {
          const cells = samples.get(letter) ?? [];
          const likely = likelyMeanings(headings[letter] ?? '', cells, offered);
          return (
            <li key={letter}>
              <b className="unread-heading cut" title={headings[letter]}>
                <span className="faint">{letter}</span> {headings[letter]}
              </b>
              {cells.length > 0 ? (
                <SampleCells samples={cells} />
              ) : (
                <span className="faint">{t('import.noCells')}</span>
              )}
              <span className="unread-choices">
                {likely.map((meaning) => (
                  <Button key={meaning} size="small" disabled={busy} onClick={() => choose(letter, meaning)}>
                    {meaningText(meaning)}
                  </Button>
                ))}
                <MeaningSelect
                  column={{ letter, heading: headings[letter] ?? '', samples: cells }}
                  columns={columns}
                  disabled={busy}
                  variant="outlined"
                  label={t('import.unreadMeaning', { column: letter })}
                  placeholder={t(likely.length > 0 ? 'import.otherMeaning' : 'import.chooseMeaning')}
                  onChange={(meaning) => choose(letter, meaning)}
                />
                <Button size="small" type="text" disabled={busy} onClick={() => choose(letter, 'details')}>
                  {t('import.keepAsText')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
