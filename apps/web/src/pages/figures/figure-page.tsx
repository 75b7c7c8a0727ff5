import { App, Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { cardPeriodLabels, figureGroupLabels, figureNatureLabels } from '@xiaohao/messages';
import { useChangeFigure, useFigures, useFigureVersions, type Figure, type FigureVersion } from '../../api/figures.js';
import { useMay } from '../../api/session.js';
import { InstantText } from '../../components/day-text.js';
import { Facts } from '../../components/facts.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { figureAddress, meaningOf } from './figure-words.js';

/** One definition: its sentence, its facts, and who changed what when. */
export function FigurePage() {
  const { key = '' } = useParams();
  const asked = useFigures();
  return (
    <div className="page">
      <Answer asked={asked} lines={8}>
        {({ figures }) => {
          const figure = figures.find((one) => one.key === key);
          if (figure) return <Shown figure={figure} />;
          return (
            <EmptyState title={t('figures.noAccess')}>
              <Link to="/reports/figures">{t('figures.back')}</Link>
            </EmptyState>
          );
        }}
      </Answer>
    </div>
  );
}

function Shown({ figure }: { figure: Figure }) {
  const mayEdit = useMay('figure.edit');
  const navigate = useNavigate();
  const isCounted = figure.definition !== null;
  const facts: [string, string | null][] = [
    [t('figures.meaning'), meaningOf(figure)],
    [t('figures.unit'), figure.unit],
    [t('figures.nature'), labelOf(figureNatureLabels, figure.nature)],
    [t('figures.group'), labelOf(figureGroupLabels, figure.group)],
    [t('figures.tag'), figure.tag],
    [t('figures.owner'), figure.owner?.name ?? null],
    [t('figures.card'), figure.cardPeriod && labelOf(cardPeriodLabels, figure.cardPeriod)],
  ];
  return (
    <>
      <PageHead
        title={figure.name}
        note={
          figure.builtIn
            ? t('figures.builtInMark')
            : figure.retired
              ? t('figures.retiredMark')
              : t('figures.version', { version: figure.version ?? 1 })
        }
      >
        {mayEdit && isCounted && (
          <Button onClick={() => void navigate(`/reports/figures/new?copy=${encodeURIComponent(figure.key)}`)}>
            {t('figures.copy')}
          </Button>
        )}
        {mayEdit && !figure.builtIn && <Edits figure={figure} />}
      </PageHead>
      <Section title={t('figures.meaning')}>
        <Facts facts={facts} />
      </Section>
      {!figure.builtIn && <Versions figure={figure} />}
    </>
  );
}

function Edits({ figure }: { figure: Figure }) {
  const change = useChangeFigure(figure.key);
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const { name, version } = figure;
  const turn = (retired: boolean) =>
    change.mutate(
      { version: version ?? 1, retired },
      {
        onSuccess: () => void message.success(t(retired ? 'figures.retired' : 'figures.restored', { name })),
        onError: (error) => void message.error(error.message),
      },
    );
  if (figure.retired) return <Button onClick={() => turn(false)}>{t('figures.restore')}</Button>;
  return (
    <>
      <Button
        onClick={() =>
          void modal.confirm({
            title: t('figures.retire'),
            content: t('figures.retireNote'),
            okText: t('figures.retire'),
            cancelText: t('state.cancel'),
            onOk: () => turn(true),
          })
        }
      >
        {t('figures.retire')}
      </Button>
      <Button type="primary" onClick={() => void navigate(`${figureAddress(figure.key)}/edit`)}>
        {t('figures.edit')}
      </Button>
    </>
  );
}

function Versions({ figure }: { figure: Figure }) {
  const asked = useFigureVersions(figure.key, !figure.builtIn);
  return (
    <Section title={t('figures.versions')} count={figure.version ?? 0}>
      <Answer asked={asked}>
        {(versions) => (
          <ol className="figure-versions">
            {versions.map((version) => (
              <VersionLine key={version.version} version={version} />
            ))}
          </ol>
        )}
      </Answer>
    </Section>
  );
}

function VersionLine({ version }: { version: FigureVersion }) {
  return (
    <li>
      <p>
        <b>{t('figures.version', { version: version.version ?? 1 })}</b> {version.updatedBy}{' '}
        <span className="faint">{version.updatedAt && <InstantText at={version.updatedAt} />}</span>
      </p>
      {version.reason && <p>{version.reason}</p>}
      {version.changes.length === 0 && (
        <p className="faint">
          {t('figures.first')} · {version.meaning}
        </p>
      )}
      {version.changes.map((change) => (
        <p key={change.fact} className="faint">
          {t('figures.change', { label: change.label, from: change.from, to: change.to })}
        </p>
      ))}
    </li>
  );
}
