import { PlusOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { figureGroupLabels, figureNatureLabels } from '@xiaohao/messages';
import { useFigures, type Figure } from '../../api/figures.js';
import { useMay } from '../../api/session.js';
import { ButtonLink } from '../../components/button-link.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { figureAddress, meaningOf } from './figure-words.js';

const columns: readonly Column<Figure>[] = [
  { key: 'name', title: t('figures.name'), width: 210, cell: (figure) => <FigureName figure={figure} /> },
  {
    key: 'meaning',
    title: t('figures.meaning'),
    width: 340,
    flexible: true,
    cell: (figure) => <span className="figure-meaning">{meaningOf(figure)}</span>,
  },
  { key: 'unit', title: t('figures.unit'), width: 80, cell: ({ unit }) => unit || '—' },
  { key: 'nature', title: t('figures.nature'), width: 96, cell: ({ nature }) => labelOf(figureNatureLabels, nature) },
  { key: 'group', title: t('figures.group'), width: 140, cell: ({ group }) => labelOf(figureGroupLabels, group) },
  { key: 'by', title: t('figures.by'), width: 190, cell: (figure) => <ChangedBy figure={figure} /> },
];

function FigureName({ figure }: { figure: Figure }) {
  return (
    <>
      <Link to={figureAddress(figure.key)}>{figure.name}</Link>
      {figure.retired && <span className="mark">{t('figures.retiredMark')}</span>}
    </>
  );
}

function ChangedBy({ figure }: { figure: Figure }) {
  if (figure.builtIn) return <span className="faint">{t('figures.builtInMark')}</span>;
  return (
    <>
      {figure.updatedBy} <span className="faint">{t('figures.version', { version: figure.version ?? 1 })}</span>{' '}
      {figure.updatedAt && <DayText day={figure.updatedAt.slice(0, 10)} />}
    </>
  );
}

type Shown = 'all' | 'own' | 'builtIn';

/** Every definition with its sentence: the bureau's own first, then those of the product. */
export function FiguresPage() {
  const asked = useFigures();
  const mayEdit = useMay('figure.edit');
  const newFigure = mayEdit && (
    <ButtonLink to="/reports/figures/new" type="primary" icon={<PlusOutlined />}>
      {t('figures.new')}
    </ButtonLink>
  );
  return (
    <div className="page">
      <PageHead title={t('figures.title')} note={t('figures.note')}>
        {newFigure}
      </PageHead>
      <Answer asked={asked} lines={12}>
        {({ figures }) => <FigureList figures={figures} />}
      </Answer>
    </div>
  );
}

function FigureList({ figures }: { figures: readonly Figure[] }) {
  const [shown, setShown] = useState<Shown>('all');
  const [words, setWords] = useState('');
  const own = useMemo(() => figures.filter(({ builtIn }) => !builtIn), [figures]);
  const builtIn = useMemo(() => figures.filter((figure) => figure.builtIn), [figures]);
  const chosen = { all: [...own, ...builtIn], own, builtIn }[shown];
  const found = chosen.filter((figure) => fits(figure, words.trim()));
  return (
    <>
      <div className="figures-bar">
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: t('figures.all', { count: figures.length }) },
            { value: 'own', label: t('figures.own', { count: own.length }) },
            { value: 'builtIn', label: t('figures.builtIn', { count: builtIn.length }) },
          ]}
        />
        <Input.Search
          allowClear
          aria-label={t('figures.search')}
          placeholder={t('figures.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <div className="list-frame free">
        {found.length > 0 ? (
          <Rows figures={found} />
        ) : shown === 'own' && own.length === 0 ? (
          <EmptyState title={t('figures.noneOwn')}>
            <p className="faint">{t('figures.noneOwnNext')}</p>
          </EmptyState>
        ) : (
          <EmptyState title={t('figures.noneFound')} />
        )}
      </div>
    </>
  );
}

const fits = (figure: Figure, words: string) =>
  words === '' || [figure.name, figure.alias, figure.key, meaningOf(figure)].some((text) => text.includes(words));

function Rows({ figures }: { figures: readonly Figure[] }) {
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  if (!isPhone) {
    return (
      <DataTable
        label={t('figures.title')}
        columns={columns}
        rows={figures}
        rowKey={({ key }) => key}
        onOpen={({ key }) => void navigate(figureAddress(key))}
      />
    );
  }
  return (
    <div className="cards">
      {figures.map((figure) => (
        <Link key={figure.key} to={figureAddress(figure.key)} className="card">
          <span className="card-top">
            <span className="faint">{labelOf(figureGroupLabels, figure.group)}</span>
            <span className="faint">
              {figure.builtIn ? t('figures.builtInMark') : t('figures.version', { version: figure.version ?? 1 })}
            </span>
          </span>
          <span className="card-title">{figure.name}</span>
          <span className="faint figure-meaning">{meaningOf(figure)}</span>
        </Link>
      ))}
    </div>
  );
}
