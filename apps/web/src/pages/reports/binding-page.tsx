import { Alert, App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import {
  useBindReport,
  useFigureTable,
  useFormerReport,
  type FormerReport,
  type NumberChoice,
} from '../../api/former-reports.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Sheet } from '../../components/sheet.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { BindingPaper } from './binding-paper.js';
import { PlacePanel } from './place-panel.js';
import { useBinding } from './binding.js';

/** A former report on the page: each place with the figure it will print, to be confirmed, changed or left as text. */
export function BindingPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const numbers: NumberChoice = search.get('numbers') === 'also' ? 'also' : 'unstarred';
  const asked = useFormerReport(id, numbers);
  return (
    <div className="page learn">
      <Answer asked={asked} lines={12}>
        {(report) => (
          <Desk
            key={report.id}
            report={report}
            numbers={numbers}
            isReading={asked.isPlaceholderData}
            onNumbers={() => setSearch({ numbers: 'also' }, { replace: true })}
          />
        )}
      </Answer>
    </div>
  );
}

interface DeskProps {
  report: FormerReport;
  numbers: NumberChoice;
  isReading: boolean;
  onNumbers: () => void;
}

function Desk({ report, numbers, isReading, onNumbers }: DeskProps) {
  const binding = useBinding(report);
  const figures = useFigureTable();
  const bind = useBindReport(report.id, numbers);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const isPhone = useIsPhone();
  const [asking, setAsking] = useState(false);
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
    bind.mutate(binding.bindings, {
      onSuccess: ({ name }) => {
        void message.success(t('learn.made', { name }));
        void navigate('/reports');
      },
    });
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
        <Button
          type="primary"
          loading={bind.isPending}
          disabled={isReading || binding.bindings.length === 0}
          onClick={make}
        >
          {t('learn.make')}
        </Button>
      </PageHead>
      {bind.error && <Alert type="error" showIcon title={bind.error.message} className="form-error" />}
      {left > 0 && (
        <p className="banner">
          {t('learn.left', { count: left })}{' '}
          <Button size="small" loading={isReading} onClick={onNumbers}>
            {t('learn.leftToo')}
          </Button>
        </p>
      )}
      {report.templateId && <p className="banner">{t('learn.again')}</p>}
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
          <Sheet open={asking} title={t('learn.place', { index: binding.shown })} onClose={() => setAsking(false)}>
            {panel}
          </Sheet>
        ) : (
          <aside className="section learn-panel">{panel}</aside>
        )}
      </div>
    </>
  );
}
