import { App, Button, Progress } from 'antd';
import { useCancelImport, type Import } from '../../api/imports.js';
import { t } from '../../language.js';

/** Work under way: how far it is, and how to stop it. */
export function ReadingBar({ one }: { one: Import }) {
  const cancel = useCancelImport(one.id);
  const { message } = App.useApp();
  const isStoring = one.status === 'committing';
  return (
    <div className="reading-bar" role="status">
      <span>{t(isStoring ? 'import.committing' : 'import.reading')}</span>
      <Progress percent={one.progress} status="active" size="small" />
      <Button
        size="small"
        loading={cancel.isPending}
        onClick={() => cancel.mutate(undefined, { onError: (error) => void message.error(error.message) })}
      >
        {t(isStoring ? 'import.stopStoring' : 'import.stopReading')}
      </Button>
    </div>
  );
}
