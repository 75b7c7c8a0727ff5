import { Checkbox, Input, InputNumber, Select } from 'antd';
import { kindsCoordinatedBy, kindsRegisteredBy, type Role } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import type { Import, ImportEdit, ImportSheet } from '../../api/imports.js';
import { useMe } from '../../api/session.js';
import { UnitChoice } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { labelOf, labelText, t } from '../../language.js';

/** What the reading rests on; changing it reads the file again. */
export function OptionsBar({
  one,
  sheet,
  busy,
  onChange,
}: {
  one: Import;
  /** The one that is looked at; what was guessed is of each sheet. */
  sheet: ImportSheet;
  busy: boolean;
  onChange: (options: NonNullable<ImportEdit['options']>) => void;
}) {
  const { data: me } = useMe();
  const { options } = one;
  const facts = sheet.facts ?? one.sheets.find((other) => other.facts)?.facts;
  const roles = (me?.roles ?? []) as Role[];
  const kinds = kindsRegisteredBy(roles);
  const mayCreateUnits = kindsCoordinatedBy(roles).length > 0;
  return (
    <div className="options-bar" aria-busy={busy}>
      <label>
        {t('column.kind')}
        <Select
          size="small"
          value={options.kind}
          onChange={(kind) => onChange({ kind })}
          popupMatchSelectWidth={false}
          options={[
            {
              value: 'auto' as const,
              label: facts ? t('import.guessed', { what: labelOf(kindLabels, facts.kind) }) : t('import.kindAuto'),
            },
            ...kinds.map((kind) => ({ value: kind, label: labelText(kindLabels[kind]) })),
          ]}
        />
      </label>
      <label>
        {t('import.year')}
        <InputNumber
          key={options.year}
          size="small"
          min={2000}
          max={2099}
          precision={0}
          controls={false}
          defaultValue={options.year ?? undefined}
          placeholder={facts ? String(facts.year) : ''}
          className="option-year"
          onBlur={(event) => {
            const year = event.target.value ? Number(event.target.value) : null;
            if (year !== options.year) onChange({ year });
          }}
          // The key is heard by the box around the field.
          onPressEnter={(event) => (event.target as HTMLElement).blur()}
        />
        {facts && !options.year && <span className="faint">{t(`import.yearFrom.${facts.yearFrom}`)}</span>}
      </label>
      <label>
        {t('import.baseDate')}
        <span className="option-day">
          <DayChoice
            value={options.baseDate}
            onChange={(baseDate) => onChange({ baseDate })}
            placeholder={t('import.auto')}
          />
        </span>
      </label>
      <label className="option-source">
        {t('column.source')}
        <Input
          key={options.sourceName}
          size="small"
          defaultValue={options.sourceName ?? ''}
          placeholder={facts?.source}
          maxLength={200}
          onBlur={(event) => {
            const sourceName = event.target.value.trim() || null;
            if (sourceName !== options.sourceName) onChange({ sourceName });
          }}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
      </label>
      {mayCreateUnits && (
        <label>
          {t('import.leadUnit')}
          <UnitChoice
            size="small"
            className="option-unit"
            allowClear
            placeholder={t('import.leadUnitNone')}
            value={options.leadUnitId ?? undefined}
            onChange={(leadUnitId: string | undefined) => onChange({ leadUnitId: leadUnitId ?? null })}
          />
        </label>
      )}
      {mayCreateUnits && (
        <Checkbox checked={options.createUnits} onChange={(event) => onChange({ createUnits: event.target.checked })}>
          {t('import.createUnits')}
        </Checkbox>
      )}
      <Checkbox checked={options.doneIsClosed} onChange={(event) => onChange({ doneIsClosed: event.target.checked })}>
        {t('import.doneIsClosed')}
      </Checkbox>
    </div>
  );
}
