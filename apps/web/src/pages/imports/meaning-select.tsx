import { Select } from 'antd';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { likelyMeanings } from '@xiaohao/domain';
import { columnMeaningLabels } from '@xiaohao/messages';
import { labelText, t } from '../../language.js';
import { meaningGroups, sharedMeanings, type Meaning } from './meaning-groups.js';
import { isFound, searchedText } from './meaning-search.js';
import { SampleCells } from './sample-cells.js';

/** A column as its meaning is chosen: where it stands, what heads it and what is in it. */
export interface ColumnSeen {
  letter: string;
  heading: string;
  samples: readonly string[];
}

/** Column letters → meaning, of all columns of the sheet. */
export type ColumnMeanings = Readonly<Record<string, string>>;

export const meaningText = (meaning: Meaning) => labelText(columnMeaningLabels[meaning]);

/** The column that would lose this meaning. */
function holderOf(columns: ColumnMeanings, meaning: Meaning, letter: string): string | null {
  if (sharedMeanings.includes(meaning)) return null;
  return Object.keys(columns).find((other) => other !== letter && columns[other] === meaning) ?? null;
}

/** All meanings a column may have: to be searched, the likely ones first, cells of the column above them. */
export function MeaningSelect({
  column: { letter, heading, samples },
  columns,
  disabled,
  onChange,
  className,
  variant = 'borderless',
  placeholder,
  label = t('import.meaning', { column: letter }),
}: {
  column: ColumnSeen;
  columns: ColumnMeanings;
  disabled?: boolean;
  onChange: (meaning: Meaning) => void;
  className?: string;
  variant?: 'borderless' | 'outlined';
  /** Shown instead of the present meaning. */
  placeholder?: string;
  label?: string;
}) {
  const options = useMemo(() => {
    const likely = likelyMeanings(heading, samples).filter((meaning) => meaning !== columns[letter]);
    const option = (meaning: Meaning) => {
      const text = meaningText(meaning);
      return {
        value: meaning,
        text: searchedText(meaning),
        label: labelWith(text, holderOf(columns, meaning, letter)),
      };
    };
    const groups = meaningGroups.map(({ title, meanings }) => ({
      label: t(title),
      options: meanings.filter((meaning) => !likely.some((one) => one === meaning)).map(option),
    }));
    return [...(likely.length > 0 ? [{ label: t('import.likely'), options: likely.map(option) }] : []), ...groups];
  }, [heading, samples, columns, letter]);
  return (
    <Select
      size="small"
      variant={variant}
      className={className}
      disabled={disabled}
      popupMatchSelectWidth={272}
      listHeight={340}
      classNames={{ popup: { root: 'meaning-menu' } }}
      aria-label={label}
      // A menu with a value opens at it, far below the likely ones: what the column is now stands as the placeholder.
      value={null}
      placeholder={placeholder ?? <span className="meaning-now">{meaningText(columns[letter] as Meaning)}</span>}
      onChange={(meaning: Meaning | null) => meaning && onChange(meaning)}
      options={options}
      showSearch={{ filterOption: isWanted }}
      notFoundContent={t('import.noMeaning')}
      popupRender={(menu) => belowColumn(menu, { letter, heading, samples })}
    />
  );
}

function labelWith(text: string, holder: string | null): ReactNode {
  if (!holder) return text;
  return (
    <>
      {text} <span className="faint">{t('import.meaningTaken', { column: holder })}</span>
    </>
  );
}

/** The menu with the column it is about on top. */
function belowColumn(menu: ReactNode, { letter, heading, samples }: ColumnSeen): ReactElement {
  return (
    <>
      <div className="meaning-column">
        <b>
          {letter} {heading}
        </b>
        <SampleCells samples={samples} />
      </div>
      {menu}
    </>
  );
}

const isWanted = (words: string, option?: object) =>
  option !== undefined && 'text' in option && isFound(words, String(option.text));
