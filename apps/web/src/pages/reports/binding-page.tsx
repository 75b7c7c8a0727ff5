import { Alert, App, Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  useBindReport,
  useDecide,
  useFigureTable,
  useFormerReport,
  type DecisionChange,
  type FormerReport,
} from '../../api/former-reports.js';
import { useToday } from '../../api/session.js';
import { shortInstant } from '../../components/day-words.js';
import { LeftWords } from '../../components/left-words.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Sheet } from '../../components/sheet.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { BindingPaper } from './binding-paper.js';
import { PlacePanel, PlaceTitle } from './place-panel.js';
import { useBinding } from './binding.js';
import { PeriodSection } from './period-section.js';

/** A former report on the page: each place with the figure it will print, to be confirmed, changed or left as text. */
export function BindingPage() {
  const { id = '' } = useParams();
  const asked = useFormerReport(id);
  return (
    <div className="page learn">
      <Answer asked={asked} lines={12}>
        {(report) => <Desk key={report.id} report={report} isReading={asked.isFetching} />}
      </Answer>
    </div>
  );
}

interface DeskProps {
  report: FormerReport;
  isReading: boolean;
}

function Desk({ report, isReading }: DeskProps) {
  const { message } = App.useApp();
  const decide = useDecide(report.id);
  const keep = (change: DecisionChange) =>
    decide.mutate(change, { onError: (error) => void message.error(error.message) });
  const binding = useBinding(report, keep);
  const figures = useFigureTable();
  const bind = useBindReport(report.id);
  const isPhone = useIsPhone();
  const [asking, setAsking] = useState(false);
  const [templateName, setTemplateName] = useState(report.suggestedName ?? report.name.replace(/\.(docx|txt)$/i, ''));
  const names = useMemo(() => {
    const known = (figures.data?.figures ?? [])
      .filter(({ retired }) => !retired)
      .map(({ key, name }) => [key, name] as const);
    const proposed = report.placeholders.flatMap(({ proposals }) =>
      proposals.map(({ key, name }) => [key, name] as const),
    );
    return new Map([...known, ...proposed, ...binding.added]);
  }, [figures.data, report, binding.added]);
  const left = report.numbers.filter(({ why }) => why === 'figure').length;
  const place = report.placeholders.find(({ index }) => index === binding.shown);
  const make = () =>
    bind.mutate(
      { bindings: binding.bindings, literal: binding.literal, name: templateName },
      { onSuccess: ({ name, version }) => void message.success(t('learn.made', { name, version })) },
    );
  const lacking = lackingWords(binding.bindings.length, templateName);
  const panel = place && <PlacePanel place={place} last={report.placeholders.length} binding={binding} names={names} />;
  return (
    <>
      <PageHead
        title={report.name}
        note={t('learn.count', { count: report.placeholders.length, open: binding.openCount })}
      >
        {binding.openCount > 0 && (
          <Button onClick={() => binding.show(binding.nextOpen()?.index ?? binding.shown)}>
            {t('learn.nextOpen')}
          </Button>
        )}
        {!report.templateId && (
          <Input
            className="learn-name"
            aria-label={t('learn.templateName')}
            prefix={<span className="faint">{t('learn.templateName')}</span>}
            maxLength={100}
            value={templateName}
            onChange={(event) => setTemplateName(event.target.value)}
          />
        )}
        {lacking && <span className="faint">{t(lacking)}</span>}
        <Button type="primary" loading={bind.isPending} disabled={isReading || lacking !== null} onClick={make}>
          {t('learn.make')}
        </Button>
      </PageHead>
      {bind.error && <Alert type="error" showIcon title={bind.error.message} className="form-error" />}
      {left > 0 && (
        <p className="banner">
          {t('learn.left', { count: left })}{' '}
          <Button size="small" loading={isReading} onClick={() => keep({ numbers: 'also' })}>
            {t('learn.leftToo')}
          </Button>
        </p>
      )}
      <Resumed report={report} />
      {report.templateId && (
        <p className="banner learn-made">
          {t('learn.again')} <Link to={`/reports?template=${report.templateId}`}>{t('learn.build')}</Link>{' '}
          <Link to={`/reports/templates?shown=${report.templateId}`}>{t('learn.toTemplate')}</Link>
        </p>
      )}
      <PeriodSection report={report} binding={binding} isReading={isReading} onPeriod={(period) => keep({ period })} />
      <LeftWords literals={report.literals} claims={report.claims} note={t('learn.literalsNote')} isFolded={isPhone} />
      <div className="learn-desk">
        <BindingPaper
          report={report}
          binding={binding}
          names={names}
          onOpen={(index) => {
            binding.show(index);
            setAsking(true);
          }}
        />
        {isPhone ? (
          <Sheet open={asking} title={place && <PlaceTitle place={place} />} onClose={() => setAsking(false)}>
            {panel}
          </Sheet>
        ) : (
          <aside className="section learn-panel">
            {place && (
              <h2>
                <PlaceTitle place={place} />
              </h2>
            )}
            {panel}
          </aside>
        )}
      </div>
    </>
  );
}

/** Why no template can be made yet. */
function lackingWords(bound: number, templateName: string) {
  if (bound === 0) return 'learn.noneBound';
  return templateName.trim() === '' ? 'learn.noName' : null;
}

/** Where the work was left, as the page was opened. */
function Resumed({ report }: { report: FormerReport }) {
  const today = useToday();
  const [{ decisions }] = useState(report);
  if (!decisions?.places) return null;
  const { settled = 0, places, by, at } = decisions;
  return <p className="banner">{t('learn.resumed', { settled, places, by: by ?? '', at: shortInstant(at, today) })}</p>;
}
