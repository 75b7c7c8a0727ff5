import { Button } from 'antd';
import { t } from '../../language.js';
import type { ColumnQuestion } from './column-samples.js';
import { SampleCells } from './sample-cells.js';
import { lettersOf } from './sheet-table.js';

/** So many columns may hold the problem; of more nobody would read on. */
const offered = 4;
const notTheProblem: readonly string[] = [
  'seq',
  'ignored',
  'deadline',
  'leadUnit',
  'supportUnits',
  'persons',
  'leader',
];

/** A sheet no heading of which names the problem: the column taken for it, and those with the longest texts beside it. */
export function TitleQuestion({
  sheet: { name, columns, headings, findings = [] },
  samples,
  busy,
  onChange,
}: ColumnQuestion) {
  if (!findings.some(({ code }) => code === 'titleStandsIn')) return null;
  const lengthOf = (letter: string) => (samples.get(letter) ?? []).reduce((sum, text) => sum + text.length, 0);
  const letters = lettersOf(columns).filter((letter) => /^[A-Z]+$/.test(letter));
  const taken = letters.filter((letter) => columns[letter] === 'title');
  const others = letters
    .filter((letter) => !taken.includes(letter) && !notTheProblem.includes(columns[letter]!) && lengthOf(letter) > 0)
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  return (
    <section className="unread-columns title-question" aria-label={t('import.whichTitle')}>
      <div className="unread-head">
        <h2>{t('import.whichTitle')}</h2>
        <span className="faint">{t('import.whichTitleNote')}</span>
      </div>
      <ul>
        {[...taken, ...others].slice(0, offered).map((letter) => (
          <li key={letter}>
            <b className="unread-heading cut" title={headings[letter]}>
              <span className="faint">{letter}</span> {headings[letter]}
            </b>
            <SampleCells samples={samples.get(letter) ?? []} />
            <span className="unread-choices">
              <Button
                size="small"
                type={taken.includes(letter) ? 'primary' : 'default'}
                disabled={busy}
                aria-label={t('import.titleIs', { column: letter })}
                onClick={() => onChange({ columns: [{ sheet: name, column: letter, meaning: 'title' }] })}
              >
                {t(taken.includes(letter) ? 'import.titleYes' : 'import.titleThis')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
