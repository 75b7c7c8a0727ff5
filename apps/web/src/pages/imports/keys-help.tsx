import { Button, Popover } from 'antd';
import { t } from '../../language.js';

const keys = [
  ['↑ ↓ ← →', 'import.key.move'],
  ['Enter', 'import.key.edit'],
  ['Esc', 'import.key.leave'],
  ['F8 / n', 'import.key.next'],
  ['Shift+F8 / p', 'import.key.former'],
  ['a', 'import.key.accept'],
  ['u', 'import.key.back'],
  ['?', 'import.key.help'],
] as const;

export function KeysHelp({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const list = (
    <dl className="keys-list">
      {keys.map(([key, text]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(text)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Popover
      content={list}
      title={t('import.keys')}
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={onOpen}
    >
      <Button size="small" type="text" className="keys-button">
        {t('import.keys')} <kbd>?</kbd>
      </Button>
    </Popover>
  );
}
