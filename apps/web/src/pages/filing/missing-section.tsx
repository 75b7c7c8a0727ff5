import { App, Button } from 'antd';
import { filingMissingLabels, filingStatusLabels } from '@xiaohao/messages';
import { useUrge, type MissingFilings } from '../../api/indicators.js';
import { useMay, useToday } from '../../api/session.js';
import { shortDay } from '../../components/day-words.js';
import { Section } from '../../components/section.js';
import { labelOf, t } from '../../language.js';

/** Who has not filed, by unit; one click urges a unit or all of them, once a day. */
export function MissingSection({ missing }: { missing: MissingFilings }) {
  const { period, dueOn, items } = missing;
  const today = useToday();
  const mayUrge = useMay('indicator.accept');
  const urge = useUrge();
  const { message } = App.useApp();
  const units = [...new Map(items.map(({ unitId, unitName }) => [unitId, unitName]))];
  const send = (unitIds?: string[]) =>
    urge.mutate(
      { period, unitIds },
      {
        onSuccess: ({ messages, unreached }) => {
          void message.info(messages > 0 ? t('filing.urged', { count: messages }) : t('filing.urgedAlready'));
          if (unreached.length > 0) void message.warning(t('filing.unreached', { units: unreached.join('、') }));
        },
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <Section
      title={t('filing.missing')}
      count={items.length}
      end={
        items.length > 0 && (
          <>
            <Button href={`/api/filings/missing.xlsx?period=${period}`} download>
              {t('filing.missingExport')}
            </Button>{' '}
            {mayUrge && (
              <Button type="primary" loading={urge.isPending} onClick={() => send()}>
                {t('filing.urgeAll')}
              </Button>
            )}
          </>
        )
      }
    >
      <p className="faint">
        {items.length === 0 ? t('filing.missingNone') : t('filing.missingDue', { day: shortDay(dueOn, today) })}
      </p>
      {units.map(([unitId, unitName]) => (
        <div key={unitId} className="filing-waiting">
          <h3>
            {unitName}{' '}
            {mayUrge && (
              <Button type="link" size="small" disabled={urge.isPending} onClick={() => send([unitId])}>
                {t('filing.urge')}
              </Button>
            )}
          </h3>
          <ul>
            {items
              .filter((item) => item.unitId === unitId)
              .map(({ key, name, why, status, reason }) => (
                <li key={key} className="filing-waiting-row">
                  <span className="filing-waiting-name">{name}</span>
                  <span className="faint">{labelOf(filingMissingLabels, why)}</span>
                  {status && (
                    <span className={`filing-status is-${status}`}>{labelOf(filingStatusLabels, status)}</span>
                  )}
                  {reason && <span className="filing-problem">{t('filing.reason', { reason })}</span>}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
