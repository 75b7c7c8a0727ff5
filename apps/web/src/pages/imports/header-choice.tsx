import { App, Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useEditImport, type ImportSheet } from '../../api/imports.js';
import { t } from '../../language.js';
import { SampleCells } from './sample-cells.js';

type HeadRows = NonNullable<ImportSheet['head']>;

const lettersOf = (cell: string) => cell.replace(/\d/g, '');
const longestHeading = 16;

/** A person who knows the sheet points at its header; of two rows clicked one below the other both count. */
export function HeaderChoice({
  id,
  sheet,
  rows,
  begin = false,
}: {
  id: string;
  sheet: string;
  /** The first of the sheet. */
  rows: HeadRows;
  /** Brought into sight, the keyboard on the row that looks like the header. */
  begin?: boolean;
}) {
  const edit = useEditImport(id);
  const { message } = App.useApp();
  const likely = likelyHeader(rows);
  const [chosen, setChosen] = useState<readonly number[]>(likely === null ? [] : [likely]);
  const [title, setTitle] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!begin) return;
    frame.current?.scrollIntoView({ block: 'nearest' });
    const buttons = [...(frame.current?.querySelectorAll<HTMLElement>('[aria-pressed]') ?? [])];
    const pressed = buttons.find((button) => button.ariaPressed === 'true');
    (pressed ?? buttons[0])?.focus({ preventScroll: true });
  }, [begin]);
  const letters = [...new Set(rows.flatMap(({ cells }) => cells.map(({ cell }) => lettersOf(cell))))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  const textAt = (row: number, letter: string) =>
    rows.find((one) => one.row === row)?.cells.find(({ cell }) => lettersOf(cell) === letter)?.text;
  const choose = (row: number) =>
    setChosen((before) => {
      if (before.includes(row)) return before.filter((other) => other !== row);
      const next = [...before, row].sort((a, b) => a - b);
      return next.length === 2 && next[1] === next[0]! + 1 ? next : [row];
    });
  const columns = title === null ? undefined : [{ sheet, column: title, meaning: 'title' as const }];
  const read = () =>
    edit.mutate(
      { headerRows: [{ sheet, rows: [...chosen] }], columns },
      { onError: (error) => void message.error(error.message) },
    );
  const columnOf = (letter: string) => {
    const heading = chosen.flatMap((row) => textAt(row, letter) ?? []).join(' ');
    const below = rows.filter(({ row }) => row > (chosen.at(-1) ?? 0)).flatMap(({ row }) => textAt(row, letter) ?? []);
    return { heading, samples: [...new Set(below)].slice(0, 2) };
  };
  return (
    <div ref={frame} className="header-pointing">
      <p>
        <b>{t('import.point', { sheet })}</b>
        {likely !== null && <span className="faint"> {t('import.pointLikely', { row: likely })}</span>}
      </p>
      <div className="list-frame table-scroll">
        <table className="table header-choice">
          <thead>
            <tr>
              <th />
              {letters.map((letter) => (
                <th key={letter}>{letter}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row }) => (
              <tr key={row} className={chosen.includes(row) ? 'is-cursor' : undefined}>
                <td>
                  <Button
                    size="small"
                    type={chosen.includes(row) ? 'primary' : 'default'}
                    aria-pressed={chosen.includes(row)}
                    onClick={() => choose(row)}
                  >
                    {t('import.row', { row })}
                  </Button>
                </td>
                {letters.map((letter) => (
                  <td key={letter}>{textAt(row, letter)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="form-end">
        <label>
          {t('import.titleColumn')}{' '}
          <Select
            className="title-column"
            value={title}
            onChange={setTitle}
            popupMatchSelectWidth={false}
            options={[
              { value: null, label: t('import.titleFound') },
              ...letters.map((letter) => ({
                value: letter,
                label: <TitleColumn letter={letter} {...columnOf(letter)} />,
              })),
            ]}
          />
        </label>
        <Button type="primary" disabled={chosen.length === 0} loading={edit.isPending} onClick={read}>
          {chosen.length === 0 ? t('import.readFromNone') : t('import.readFrom', { rows: chosen.join('—') })}
        </Button>
      </div>
    </div>
  );
}

function TitleColumn({ letter, heading, samples }: { letter: string; heading: string; samples: readonly string[] }) {
  return (
    <span className="title-option">
      <b>
        {letter} {heading}
      </b>
      <SampleCells samples={samples} />
    </span>
  );
}

/** The first row with several different short texts and no numbers among them, below which something stands. */
export function likelyHeader(rows: HeadRows): number | null {
  const found = rows.slice(0, -1).find(({ cells }) => {
    const texts = cells.map(({ text }) => text.trim()).filter(Boolean);
    const isShort = texts.every((text) => text.length <= longestHeading && !/^[\d.\-/%]+$/.test(text));
    return texts.length >= 3 && isShort && new Set(texts).size === texts.length;
  });
  return found?.row ?? null;
}
