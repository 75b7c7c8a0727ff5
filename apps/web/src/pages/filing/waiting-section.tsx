import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useDecideFilings, type Filing, type IndicatorRow, type IndicatorSheet } from '../../api/indicators.js';
import { Section } from '../../components/section.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { t } from '../../language.js';
import { FilingDoubts } from './filing-doubts.js';
import { FilingHistory } from './filing-state.js';

interface Waiting {
  row: IndicatorRow;
  filing: Filing;
}

interface Props {
  sheet: IndicatorSheet;
  /** The unit a message spoke of stands first. */
  wantedUnit: string | null;
}

/** What was submitted, by unit: looked at beside last period's value, accepted or returned, several at a time. */
export function WaitingSection({ sheet, wantedUnit }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const decide = useDecideFilings();
  const { message } = App.useApp();
  const waiting = sheet.indicators.flatMap((row) =>
    row.filings.filter(({ status }) => status === 'submitted').map((filing): Waiting => ({ row, filing })),
  );
  const isOpen = ({ filing }: Waiting) => filing.actions.includes('accept');
  const chosen = waiting.filter((one) => isOpen(one) && !left.has(one.filing.id)).map(({ filing }) => filing);
  const units = [...new Map(waiting.map(({ filing: { unit } }) => [unit.id, unit])).values()].sort(
    (a, b) => Number(b.id === wantedUnit) - Number(a.id === wantedUnit),
  );
  const leave = (ids: readonly string[], isLeft: boolean) =>
    setLeft((held) => new Set(isLeft ? [...held, ...ids] : [...held].filter((id) => !ids.includes(id))));
  const accept = () =>
    decide.mutate(
      { action: 'accept', filings: chosen },
      {
        onSuccess: ({ length }) => void message.success(t('filing.accepted', { count: length })),
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <Section
      title={t('filing.waiting')}
      count={waiting.length}
      end={
        chosen.length > 0 && (
          <>
            <SheetForm<{ reason: string }>
              button={t('filing.returnChosen', { count: chosen.length })}
              title={t('filing.returnTitle')}
              submit={t('filing.returnChosen', { count: chosen.length })}
              look="plain"
              onSend={async ({ reason }) => {
                const returned = await decide.mutateAsync({ action: 'return', reason, filings: chosen });
                void message.success(t('filing.returned', { count: returned.length }));
              }}
            >
              <Form.Item name="reason" label={t('filing.returnReason')} rules={needed(t('filing.returnReason'))}>
                <Input.TextArea rows={3} maxLength={500} />
              </Form.Item>
            </SheetForm>{' '}
            <Button type="primary" loading={decide.isPending} onClick={accept}>
              {t('filing.acceptChosen', { count: chosen.length })}
            </Button>
          </>
        )
      }
    >
      {waiting.length === 0 && <p className="faint">{t('filing.waitingNone')}</p>}
      {units.map((unit) => {
        const own = waiting.filter(({ filing }) => filing.unit.id === unit.id);
        const ids = own.filter(isOpen).map(({ filing }) => filing.id);
        const taken = ids.filter((id) => !left.has(id)).length;
        return (
          <div key={unit.id} className="filing-waiting">
            <h3>
              <Checkbox
                aria-label={`${unit.name} ${t('filing.chooseUnit')}`}
                disabled={ids.length === 0}
                checked={ids.length > 0 && taken === ids.length}
                indeterminate={taken > 0 && taken < ids.length}
                onChange={(event) => leave(ids, !event.target.checked)}
              >
                {unit.name}
              </Checkbox>
            </h3>
            <ul>
              {own.map((one) => (
                <WaitingRow
                  key={one.filing.id}
                  {...one}
                  sheet={sheet}
                  isChosen={!left.has(one.filing.id)}
                  onChoose={(isChosen) => leave([one.filing.id], !isChosen)}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

function WaitingRow({
  row,
  filing,
  sheet,
  isChosen,
  onChoose,
}: Waiting & Pick<Props, 'sheet'> & { isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const mayDecide = filing.actions.includes('accept');
  const before = row.previous.find(({ unit }) => unit.id === filing.unit.id);
  const number = (value: number) => `${value.toLocaleString('zh-CN')} ${row.unit}`;
  return (
    <li className="filing-waiting-row">
      <Checkbox
        aria-label={`${t('filing.choose')} ${row.name}`}
        disabled={!mayDecide}
        checked={mayDecide && isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span className="filing-waiting-name">{row.name}</span>
      <b className="figures">{number(filing.value)}</b>
      <span className="faint">
        {[
          filing.accepted && t('filing.correctionOf', { value: number(filing.accepted.value) }),
          before && t('filing.formerly', { value: number(before.value) }),
          filing.filedBy,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <FilingHistory row={row} filing={filing} mayFile={false} />
      <FilingDoubts row={row} filing={filing} sheet={sheet} />
      {filing.note && <p className="prose">{filing.note}</p>}
    </li>
  );
}
