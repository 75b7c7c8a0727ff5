import { FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useReportTemplates, type ReportTemplate } from '../../api/reports.js';
import { useMay } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { PageHead } from '../../components/page-head.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { TagList } from './tag-list.js';
import { TemplateUpload } from './template-upload.js';

const columns: readonly Column<ReportTemplate>[] = [
  { key: 'name', title: t('template.name'), width: 140, flexible: true, cell: ({ name }) => name },
  { key: 'version', title: t('template.version'), width: 52, align: 'end', cell: ({ version }) => version },
  {
    key: 'sort',
    title: t('template.sort'),
    width: 84,
    cell: ({ builtIn }) => t(builtIn ? 'template.builtIn' : 'template.own'),
  },
  {
    key: 'tools',
    title: '',
    width: 56,
    cell: ({ id }) => (
      <a href={`/api/report-templates/${id}/template.docx`} download>
        {t('template.download')}
      </a>
    ),
  },
];

/** What reports are made of: the templates, a new one, and the tags one may write into it. */
export function TemplatesPage() {
  const asked = useReportTemplates();
  const mayBuild = useMay('report.build');
  return (
    <div className="page">
      <PageHead title={t('template.title')} note={t('template.note')}>
        {mayBuild && (
          <Link to="/reports/learn">
            <Button icon={<FileWordOutlined />}>{t('learn.open')}</Button>
          </Link>
        )}
      </PageHead>
      {mayBuild && <TemplateUpload />}
      <Answer asked={asked}>
        {(templates) => (
          <div className="list-frame free">
            <DataTable label={t('template.title')} columns={columns} rows={templates} rowKey={({ id }) => id} />
          </div>
        )}
      </Answer>
      <TagList />
    </div>
  );
}
