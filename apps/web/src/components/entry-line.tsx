import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';

/** One line to write in: Enter sends, Shift+Enter breaks the line. The text stays until it has been sent. */
export function EntryLine({
  placeholder,
  button,
  busy,
  onSend,
  children,
}: {
  placeholder: string;
  button: string;
  busy: boolean;
  /** Resolves to whether it was sent. */
  onSend: (text: string) => Promise<boolean>;
  children?: ReactNode;
}) {
  const [text, setText] = useState('');
  const send = async () => {
    if (text.trim() && !busy && (await onSend(text.trim()))) setText('');
  };
  return (
    <div className="entry-line">
      <Input.TextArea
        value={text}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={5000}
        placeholder={placeholder}
        aria-label={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      {children}
      <Button type="primary" ghost loading={busy} disabled={!text.trim()} onClick={() => void send()}>
        {button}
      </Button>
    </div>
  );
}
