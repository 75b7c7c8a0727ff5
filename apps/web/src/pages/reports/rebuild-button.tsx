import { DownOutlined, ReloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Space } from 'antd';
import { useNavigate } from 'react-router';
import { useBuildReport, type Report } from '../../api/reports.js';
import { useMay } from '../../api/session.js';
import { t } from '../../language.js';

/**
 * Builds the same report from what is known now, or once more by its own two dates; the one on the page stays as it is. A
 * withdrawn one hands nothing on.
 */
export function RebuildButton({ report }: { report: Report }) {
  const mayBuild = useMay('report.build');
  const build = useBuildReport();
  const navigate = useNavigate();
  const { message } = App.useApp();
  if (!mayBuild) return null;
  const { template, period, asOf, knownAt, parameters } = report;
  const again = (more: { knownAt?: string }) =>
    build.mutate(
      {
        templateId: template.id,
        period,
        asOf,
        parameters,
        ...more,
        ...(report.withdrawn ? {} : { basedOn: report.id }),
      },
      {
        onSuccess: ({ id }) => void navigate(`/reports/${id}`),
        onError: (error) => void message.error(error.message),
      },
    );
  const waits = report.state === 'submitted';
  return (
    <Space.Compact>
      <Button
        icon={<ReloadOutlined />}
        loading={build.isPending}
        disabled={waits}
        title={t(waits ? 'report.recallFirst' : 'report.rebuildNote')}
        onClick={() => again({})}
      >
        {t('report.rebuild')}
      </Button>
      <Dropdown
        trigger={['click']}
        disabled={waits || build.isPending}
        menu={{ items: [{ key: 'same', label: t('report.rebuildSame'), onClick: () => again({ knownAt }) }] }}
      >
        <Button icon={<DownOutlined />} aria-label={t('report.rebuildMore')} />
      </Dropdown>
    </Space.Compact>
  );
}
