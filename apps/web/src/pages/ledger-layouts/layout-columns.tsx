import { Alert, Select } from 'antd';
import { layoutFieldLabel } from '@xiaohao/messages';
import type { LayoutColumn, LayoutReading } from '../../api/ledger-layouts.js';
import { labelText, t } from '../../language.js';
import { standingNotes } from './standing-notes.js';

/** What the workbook was read as, column by column. */
export function ReadColumns({
  reading,
  fields,
  onField,
}: {
  reading: LayoutReading;
  fields: Readonly<Record<string, string>>;
  onField: (letters: string, field: string) => void;
}) {
  const count = reading.columns.filter(({ letters }) => letters !== '').length;
  return (
    <>
      <p className="form-error">
        <b>{reading.title}</b>{' '}
        <span className="faint">{t('layouts.read', { rows: reading.headerRows.join('—'), count })}</span>
      </p>
      {standingNotes(reading, fields).map(({ code, message }) => (
        <Alert key={code} type="warning" showIcon title={message} className="form-error" />
      ))}
      <LayoutColumns {...reading} fields={fields} onField={onField} />
    </>
  );
}

/** Each column of a layout, what it is filled with, and a list to choose otherwise. */
export function LayoutColumns({
  columns,
  choices,
  fields,
  onField,
}: Pick<LayoutReading, 'columns' | 'choices'> & {
  fields: Readonly<Record<string, string>>;
  onField: (letters: string, field: string) => void;
}) {
  const options = choices.map((value) => ({ value, label: labelText(layoutFieldLabel(value)) }));
  const named = columns.filter(({ letters }) => letters !== '');
  return (
    <div className="list-frame table-scroll">
      <table className="table" aria-label={t('layouts.columnsOf', { count: named.length })}>
        <colgroup>
          <col style={{ width: 44 }} />
          <col />
          <col style={{ width: '55%' }} />
        </colgroup>
        <thead>
          <tr>
            <th />
            <th>{t('layouts.heading')}</th>
            <th>{t('layouts.field')}</th>
          </tr>
        </thead>
        <tbody>
          {named.map((column) => (
            <tr key={column.letters}>
              <td className="faint">{column.letters}</td>
              <td>
                {column.heading}
                {!column.understood && fields[column.letters] === undefined && (
                  <>
                    {' '}
                    <span className="mark">{t('layouts.notUnderstood')}</span>
                  </>
                )}
              </td>
              <td>
                <FieldChoice column={column} value={fields[column.letters]} options={options} onField={onField} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldChoice({
  column,
  value,
  options,
  onField,
}: {
  column: LayoutColumn;
  value: string | undefined;
  options: { value: string; label: string }[];
  onField: (letters: string, field: string) => void;
}) {
  return (
    <Select
      aria-label={`${column.letters} ${column.heading}`}
      className="wide"
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? column.field}
      options={options}
      onChange={(field: string) => onField(column.letters, field)}
    />
  );
}
