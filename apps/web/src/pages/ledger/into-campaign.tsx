import { App, Button, Dropdown } from 'antd';
import { useAddToCampaign, useCampaigns } from '../../api/kinds.js';
import { t } from '../../language.js';

/** Puts the selected tickets into a campaign, all of them or none. */
export function IntoCampaign({ ids, onDone }: { ids: ReadonlySet<string>; onDone: () => void }) {
  const campaigns = useCampaigns();
  const add = useAddToCampaign();
  const { message } = App.useApp();
  const items = (campaigns.data ?? []).map(({ id, name }) => ({ key: id, label: name }));
  return (
    <Dropdown
      trigger={['click']}
      disabled={items.length === 0}
      menu={{
        items,
        onClick: ({ key }) =>
          add.mutate(
            { id: key, ticketIds: [...ids] },
            {
              onSuccess: ({ name }) => {
                void message.success(t('selection.campaignDone', { name }));
                onDone();
              },
              onError: (error) => void message.error(error.message),
            },
          ),
      }}
    >
      <Button size="small" loading={add.isPending}>
        {t('selection.campaign')}
      </Button>
    </Dropdown>
  );
}
