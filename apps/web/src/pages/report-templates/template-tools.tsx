import { App, Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  useRemoveTemplate,
  useRenameTemplate,
  useRestoreTemplate,
  type KeptTemplate,
} from '../../api/report-templates.js';
import { useMay } from '../../api/session.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { TemplateLeft } from './template-left.js';

const undoForSeconds = 10;

/** What can be done with a template: built with, fetched, renamed, removed, and restored once it was. */
export function TemplateTools({ template }: { template: KeptTemplate }) {
  const { id, builtIn, archivedAt } = template;
  const mayBuild = useMay('report.build');
  const download = (
    <a href={`/api/report-templates/${id}/template.docx`} download>
      {t('template.download')}
    </a>
  );
  if (!mayBuild) return download;
  if (archivedAt) return <Restore template={template} />;
  return (
    <span className="template-tools">
      <Link to={`/reports?template=${id}`}>{t('template.build')}</Link>
      {download}
      {!builtIn && <TemplateLeft template={template} />}
      {!builtIn && <Rename template={template} />}
      {!builtIn && <Remove template={template} />}
    </span>
  );
}

function Rename({ template: { id, name } }: { template: KeptTemplate }) {
  const rename = useRenameTemplate();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="link" size="small" onClick={() => setAsking(true)}>
        {t('template.rename')}
      </Button>
      <Sheet open={asking} title={t('template.renameTitle', { name })} onClose={() => setAsking(false)}>
        <Form<{ name: string }>
          layout="vertical"
          initialValues={{ name }}
          onFinish={(fields) =>
            rename.mutate(
              { id, name: fields.name },
              {
                onSuccess: (done) => {
                  setAsking(false);
                  void message.success(t('template.renamed', { name: done.name }));
                },
                onError: (error) => void message.error(error.message),
              },
            )
          }
        >
          <Form.Item
            name="name"
            label={t('template.newName')}
            extra={t('template.renameNote')}
            rules={[{ required: true, whitespace: true, max: 100 }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={rename.isPending}>
              {t('template.rename')}
            </Button>
          </div>
        </Form>
      </Sheet>
    </>
  );
}

function Remove({ template: { id, name, reportCount } }: { template: KeptTemplate }) {
  const remove = useRemoveTemplate();
  const restore = useRestoreTemplate();
  const { message, notification } = App.useApp();
  const tell = (error: Error) => void message.error(error.message);
  const key = `removed-${id}`;
  const undo = () => {
    notification.destroy(key);
    restore.mutate(id, { onSuccess: () => void message.success(t('template.restored', { name })), onError: tell });
  };
  const sayDone = () =>
    notification.open({
      key,
      title: t('template.removed', { name }),
      duration: undoForSeconds,
      actions: (
        <Button type="primary" size="small" onClick={undo}>
          {t('action.undo')}
        </Button>
      ),
    });
  return (
    <Popconfirm
      title={t('template.removeAsk', { name })}
      description={t('template.removeNote', { count: reportCount })}
      okText={t('template.remove')}
      cancelText={t('state.cancel')}
      onConfirm={() => remove.mutateAsync(id).then(sayDone, tell)}
    >
      <Button type="link" size="small">
        {t('template.remove')}
      </Button>
    </Popconfirm>
  );
}

function Restore({ template: { id, name } }: { template: KeptTemplate }) {
  const restore = useRestoreTemplate();
  const { message } = App.useApp();
  return (
    <Button
      type="link"
      size="small"
      loading={restore.isPending}
      onClick={() =>
        restore.mutate(id, {
          onSuccess: () => void message.success(t('template.restored', { name })),
          onError: (error) => void message.error(error.message),
        })
      }
    >
      {t('template.restore')}
    </Button>
  );
}
