import { FileWordOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import { useRemovedTemplates, type KeptTemplate } from '../../api/report-templates.js';
import { useReportTemplates } from '../../api/reports.js';
import { useMay } from '../../api/session.js';
import { ButtonLink } from '../../components/button-link.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { InstantText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { TagList } from './tag-list.js';
import { TemplateTools } from './template-tools.js';
import { TemplateUpload } from './template-upload.js';

const columns: readonly Column<KeptTemplate>[] = [
  { key: 'name', title: t('template.name'), width: 150, flexible: true, cell: ({ name }) => name },
  { key: 'version', title: t('template.version'), width: 52, align: 'end', cell: ({ version }) => version },
  {
    key: 'sort',
    title: t('template.sort'),
    width: 104,
    cell: ({ builtIn }) => t(builtIn ? 'template.builtIn' : 'template.own'),
  },
  {
    key: 'reports',
    title: t('template.reports'),
    width: 84,
    align: 'end',
    cell: ({ reportCount }) => reportCount,
  },
  {
    key: 'changed',
    title: t('template.changed'),
    width: 220,
    cell: ({ changed }) => <LastChange changed={changed} />,
  },
  { key: 'tools', title: '', width: 210, cell: (template) => <TemplateTools template={template} /> },
];

/** What reports are made of: the templates, a new one, and the tags one may write into it. */
export function TemplatesPage() {
  const asked = useReportTemplates();
  const removed = useRemovedTemplates();
  const mayBuild = useMay('report.build');
  const [search] = useSearchParams();
  return (
    <div className="page">
      <PageHead title={t('template.title')} note={t('template.note')}>
        {mayBuild && (
          <ButtonLink to="/reports/learn" icon={<FileWordOutlined />}>
            {t('learn.open')}
          </ButtonLink>
        )}
      </PageHead>
      {mayBuild && <TemplateUpload />}
      <Answer asked={asked}>
        {(templates) => <TemplateList label={t('template.title')} templates={templates} shown={search.get('shown')} />}
      </Answer>
      {removed.data && removed.data.length > 0 && (
        <Section title={t('template.removedOnes')} count={removed.data.length}>
          <TemplateList label={t('template.removedOnes')} templates={removed.data} />
        </Section>
      )}
      <TagList />
    </div>
  );
}

function LastChange({ changed }: Pick<KeptTemplate, 'changed'>) {
  if (!changed) return null;
  return (
    <>
      {changed.by} {t(`template.action.${changed.action}`)}{' '}
      <span className="faint">
        <InstantText at={changed.at} />
      </span>
    </>
  );
}

interface ListProps {
  label: string;
  templates: readonly KeptTemplate[];
  /** The one somebody was led to. */
  shown?: string | null;
}

function TemplateList({ label, templates, shown = null }: ListProps) {
  const isPhone = useIsPhone();
  if (!isPhone) {
    return (
      <div className="list-frame free template-list">
        <DataTable label={label} columns={columns} rows={templates} rowKey={({ id }) => id} cursor={shown} />
      </div>
    );
  }
  return (
    <div className="cards template-list">
      {templates.map((template) => (
        <div key={template.id} className="card">
          <span className="card-title">{template.name}</span>
          <span className="card-foot">
            <span>
              {t(template.builtIn ? 'template.builtIn' : 'template.own')} ·{' '}
              {t('template.versionNumber', { version: template.version })}
            </span>
            <span>
              <LastChange changed={template.changed} />
            </span>
          </span>
          <TemplateTools template={template} />
        </div>
      ))}
    </div>
  );
}
