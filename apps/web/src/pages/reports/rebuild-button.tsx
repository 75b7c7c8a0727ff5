import { ReloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useBuildReport, type Report } from '../../api/reports.js';
import { useMay } from '../../api/session.js';
import { t } from '../../language.js';

/** Builds the same report from what is known now; the one on the page stays as it is. A withdrawn one hands nothing on. */
export function RebuildButton({ report }: { report: Report }) {
  const mayBuild = useMay('report.build');
  const build = useBuildReport();
  const navigate = useNavigate();
  const { message } = App.useApp();
  if (!mayBuild) return null;
  const { template, period, asOf, parameters } = report;
  const again = () =>
    build.mutate(
      { templateId: template.id, period, asOf, parameters, ...(report.withdrawn ? {} : { basedOn: report.id }) },
      {
        onSuccess: ({ id }) => void navigate(`/reports/${id}`),
        onError: (error) => void message.error(error.message),
      },
    );
  const waits = report.state === 'submitted';
  return (
    <Button
      icon={<ReloadOutlined />}
      loading={build.isPending}
      disabled={waits}
      title={t(waits ? 'report.recallFirst' : 'report.rebuildNote')}
      onClick={again}
    >
      {t('report.rebuild')}
    </Button>
  );
}
