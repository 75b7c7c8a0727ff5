import { App, Button, Popconfirm } from 'antd';
import { kindLabels } from '@xiaohao/messages';
import { useLedgerLayouts, useRemoveLayout, type LedgerLayout } from '../../api/ledger-layouts.js';
import { useMe } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { InstantText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelText, t } from '../../language.js';
import { kindsCoordinated } from '../ticket/who-keeps.js';
import { EditLayout } from './edit-layout.js';
import { NewLayout } from './new-layout.js';

const columns: readonly Column<LedgerLayout>[] = [
  { key: 'name', title: t('layouts.name'), width: 180, flexible: true, cell: ({ name }) => name },
  { key: 'kind', title: t('column.kind'), width: 130, cell: ({ kind }) => labelText(kindLabels[kind]) },
  { key: 'columns', title: t('layouts.columns'), width: 72, align: 'end', cell: (layout) => layout.columns.length },
  { key: 'by', title: t('layouts.by'), width: 190, cell: (layout) => <By {...layout} /> },
  { key: 'tools', title: '', width: 210, cell: (layout) => <Tools layout={layout} /> },
];

const By = ({ createdBy, createdAt, changedBy, changedAt }: LedgerLayout) => (
  <>
    {createdBy} <InstantText at={createdAt} />
    {changedBy && changedAt && (
      <span className="faint">
        <br />
        {t('layouts.changedBy', { name: changedBy })} <InstantText at={changedAt} />
      </span>
    )}
  </>
);

/** The bureau's own ledger layouts: everybody exports with them, each office keeps those of its kinds. */
export function LayoutsPage() {
  const asked = useLedgerLayouts();
  const { data: me } = useMe();
  const isPhone = useIsPhone();
  const kinds = kindsCoordinated(me?.roles ?? []);
  const shown = isPhone ? columns.filter(({ key }) => key === 'name' || key === 'tools') : columns;
  return (
    <div className="page">
      <PageHead title={t('layouts.title')} note={t('layouts.note')}>
        {kinds.length > 0 && <NewLayout kinds={kinds} />}
      </PageHead>
      <Answer asked={asked}>
        {(layouts) =>
          layouts.length === 0 ? (
            <EmptyState title={t('layouts.none')}>
              {t(kinds.length > 0 ? 'layouts.noneNext' : 'layouts.noneOthers')}
            </EmptyState>
          ) : (
            <DataTable label={t('layouts.title')} columns={shown} rows={layouts} rowKey={({ id }) => id} />
          )
        }
      </Answer>
    </div>
  );
}

function Tools({ layout }: { layout: LedgerLayout }) {
  const { data: me } = useMe();
  const isTheirs = kindsCoordinated(me?.roles ?? []).includes(layout.kind);
  const remove = useRemoveLayout();
  const { message } = App.useApp();
  const send = () =>
    remove.mutate(layout.id, {
      onSuccess: () => void message.success(t('layouts.removed')),
      onError: (error) => void message.error(error.message),
    });
  return (
    <>
      <a href={`/api/exports/ledger.xlsx?kind=${layout.kind}&layout=${layout.id}`}>{t('layouts.try')}</a>
      {isTheirs && <EditLayout layout={layout} />}
      {isTheirs && (
        <Popconfirm title={t('layouts.removeAsk', { name: layout.name })} okText={t('layouts.remove')} onConfirm={send}>
          <Button type="link" size="small" danger loading={remove.isPending}>
            {t('layouts.remove')}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}
