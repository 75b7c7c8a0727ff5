import { App } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useChangeFigure, useFigures, type Figure } from '../../api/figures.js';
import { ApiError } from '../../api/client.js';
import { PageHead } from '../../components/page-head.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { FigureBuilder } from './figure-builder.js';
import { definitionOf, fieldsOf, natureOf, type FigureFields } from './figure-form.js';
import { figureAddress } from './figure-words.js';

/** Changes a definition of the bureau's own into its next version. */
export function EditFigurePage() {
  const { key = '' } = useParams();
  const asked = useFigures();
  return (
    <div className="page">
      <Answer asked={asked} lines={10}>
        {({ figures }) => {
          const figure = figures.find((one) => one.key === key && !one.builtIn);
          if (figure) return <Editor key={key} figure={figure} />;
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

function Editor({ figure: shown }: { figure: Figure }) {
  // As it was when the page was opened: what is typed stays, whoever changes it meanwhile.
  const [figure] = useState(shown);
  const [version, setVersion] = useState(figure.version ?? 1);
  const change = useChangeFigure(figure.key);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const save = (fields: FigureFields) => {
    const { name, unit, group, ownerUnitId, cardPeriod, sort, reason } = fields;
    change.mutate(
      {
        version,
        name,
        unit: sort === 'rate' ? '%' : unit,
        group,
        nature: natureOf(fields),
        definition: definitionOf(fields) ?? {},
        ownerUnitId: ownerUnitId ?? null,
        cardPeriod: cardPeriod ?? null,
        reason: reason ?? null,
      },
      {
        onSuccess: (saved) => {
          void message.success(`${t('figures.saved', { name: saved.name })}。${t('figures.savedNote')}`);
          void navigate(figureAddress(figure.key));
        },
        onError: (error) => {
          const present = error instanceof ApiError && error.code === 'stale' ? error.details['version'] : null;
          if (typeof present === 'number') setVersion(present);
        },
      },
    );
  };
  const isStale = change.error instanceof ApiError && change.error.code === 'stale';
  return (
    <>
      <PageHead title={figure.name} note={t('figures.version', { version })} />
      <FigureBuilder
        start={fieldsOf(figure)}
        figure={figure}
        submit={t('figures.saveVersion', { version: version + 1 })}
        busy={change.isPending}
        error={isStale ? t('figures.stale', { version }) : (change.error?.message ?? null)}
        onSave={save}
      />
    </>
  );
}
