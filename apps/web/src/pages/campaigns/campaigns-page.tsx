import { PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCampaigns, useRemoveCampaign, type Campaign } from '../../api/kinds.js';
import { useMay } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText } from '../../components/day-text.js';
import { useIsPhone } from '../../components/phone.js';
import { PageHead } from '../../components/page-head.js';
import { Sheet } from '../../components/sheet.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { CampaignForm } from './campaign-form.js';

/** A count that opens the list behind it. */
const counted = (count: number, address: string) =>
  count === 0 ? <span className="faint">0</span> : <Link to={`/tickets?${address}`}>{count}</Link>;

const columns: readonly Column<Campaign>[] = [
  {
    key: 'name',
    title: t('campaign.name'),
    width: 200,
    flexible: true,
    cell: ({ id, name, note }) => (
      <span className="two-lines" title={note ?? undefined}>
        <Link to={`/tickets?campaignId=${id}`}>{name}</Link> {note && <span className="faint">{note}</span>}
      </span>
    ),
  },
  {
    key: 'span',
    title: t('campaign.span'),
    width: 250,
    cell: ({ fromOn, toOn }) =>
      fromOn || toOn ? (
        <>
          {fromOn ? <DayText day={fromOn} /> : '…'} – {toOn ? <DayText day={toOn} /> : '…'}
        </>
      ) : (
        <span className="faint">—</span>
      ),
  },
  {
    key: 'total',
    title: t('campaign.total'),
    width: 72,
    align: 'end',
    cell: ({ id, total }) => counted(total, `campaignId=${id}`),
  },
  {
    key: 'live',
    title: t('campaign.live'),
    width: 72,
    align: 'end',
    cell: ({ id, live }) => counted(live, `campaignId=${id}&status=assigned,in_progress`),
  },
  {
    key: 'overdue',
    title: t('campaign.overdue'),
    width: 72,
    align: 'end',
    cell: ({ id, overdue }) => counted(overdue, `campaignId=${id}&overdue=true`),
  },
  {
    key: 'done',
    title: t('campaign.done'),
    width: 72,
    align: 'end',
    cell: ({ id, done }) => counted(done, `campaignId=${id}&status=closed,ongoing`),
  },
];

/** A phone has room for the name and what is open. */
const onPhone = columns
  .filter(({ key }) => ['name', 'live', 'overdue', 'done'].includes(key))
  .map((column) => ({ ...column, width: column.key === 'name' ? 140 : 58 }));

const editColumn = (onEdit: (campaign: Campaign) => void): Column<Campaign> => ({
  key: 'edit',
  title: '',
  width: 132,
  cell: (campaign) => (
    <>
      <Button type="link" size="small" onClick={() => onEdit(campaign)}>
        {t('ticket.edit')}
      </Button>
      {campaign.total === 0 && <Remove id={campaign.id} />}
    </>
  ),
});

export function CampaignsPage() {
  const asked = useCampaigns();
  const mayEdit = useMay('campaign.edit');
  const isPhone = useIsPhone();
  const [editing, setEditing] = useState<Campaign | 'new' | null>(null);
  const close = () => setEditing(null);
  return (
    <div className="page">
      <PageHead title={t('campaign.title')}>
        {mayEdit && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t('campaign.new')}
          </Button>
        )}
      </PageHead>
      <div className="list-frame free">
        <Answer asked={asked}>
          {(campaigns) =>
            campaigns.length === 0 ? (
              <EmptyState title={t('campaign.none')} />
            ) : (
              <DataTable
                label={t('campaign.title')}
                columns={isPhone ? onPhone : mayEdit ? [...columns, editColumn(setEditing)] : columns}
                rows={campaigns}
                rowKey={({ id }) => id}
              />
            )
          }
        </Answer>
      </div>
      <Sheet open={editing !== null} title={t(editing === 'new' ? 'campaign.new' : 'campaign.edit')} onClose={close}>
        {editing && <CampaignForm campaign={editing === 'new' ? null : editing} onClose={close} />}
      </Sheet>
    </div>
  );
}

function Remove({ id }: { id: string }) {
  const remove = useRemoveCampaign();
  const { message } = App.useApp();
  return (
    <Button
      type="link"
      size="small"
      loading={remove.isPending}
      onClick={() =>
        remove.mutate(id, {
          onSuccess: () => void message.success(t('campaign.removed')),
          onError: (error) => void message.error(error.message),
        })
      }
    >
      {t('campaign.remove')}
    </Button>
  );
}
