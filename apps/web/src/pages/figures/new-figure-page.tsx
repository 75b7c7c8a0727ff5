import { App } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useCreateFigure, useFigures, type Figure } from '../../api/figures.js';
import { PageHead } from '../../components/page-head.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { FigureBuilder } from './figure-builder.js';
import { definitionOf, fieldsOf, natureOf, type FigureFields } from './figure-form.js';
import { figureAddress } from './figure-words.js';

/** A definition from nothing, or as a copy of another. */
export function NewFigurePage() {
  const [params] = useSearchParams();
  const copied = params.get('copy');
  const asked = useFigures();
  return (
    <div className="page">
      <PageHead title={t('figures.new')} />
      <Answer asked={asked} lines={10}>
        {({ figures }) => <Maker key={copied} copied={figures.find(({ key }) => key === copied) ?? null} />}
      </Answer>
    </div>
  );
}

function Maker({ copied }: { copied: Figure | null }) {
  const create = useCreateFigure();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const start = fieldsOf(copied);
  const save = (fields: FigureFields) => {
    const { name, key, unit, group, ownerUnitId, cardPeriod, sort } = fields;
    create.mutate(
      {
        name,
        ...(key ? { key } : {}),
        unit: sort === 'rate' ? '%' : unit,
        group,
        nature: natureOf(fields),
        definition: definitionOf(fields) ?? {},
        ...(ownerUnitId ? { ownerUnitId } : {}),
        cardPeriod: cardPeriod ?? null,
      },
      {
        onSuccess: (figure) => {
          void message.success(t('figures.saved', { name: figure.name }));
          void navigate(figureAddress(figure.key));
        },
      },
    );
  };
  return (
    <FigureBuilder
      start={copied ? { ...start, name: t('figures.copyName', { name: copied.name }), ownerUnitId: null } : start}
      figure={null}
      submit={t('figures.save')}
      busy={create.isPending}
      error={create.error?.message ?? null}
      onSave={save}
    />
  );
}
