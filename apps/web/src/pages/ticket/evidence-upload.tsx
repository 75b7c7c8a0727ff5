import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useAddEvidence, type Ticket } from '../../api/tickets.js';
import { t } from '../../language.js';

/** Adds files by choosing or dropping them; on a phone the camera is offered by the system. */
export function EvidenceUpload({
  ticketId,
  onSite = false,
  onAdded,
}: {
  ticketId: string;
  onSite?: boolean;
  onAdded?: (ticket: Ticket, files: number) => void;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const add = useAddEvidence(ticketId, onSite);
  const { message } = App.useApp();
  const label = t(onSite ? 'evidence.uploadOnSite' : 'evidence.upload');
  const send = (files: FileList | null) => {
    if (!files || files.length === 0) return;
    const chosen = [...files];
    add.mutate(chosen, {
      onSuccess: (ticket) => {
        onAdded?.(ticket, chosen.length);
        void message.success(t('evidence.added', { count: chosen.length }));
      },
      onError: (error) => void message.error(error.message),
    });
  };
  return (
    <div
      className={`drop ${over ? 'drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        send(event.dataTransfer.files);
      }}
    >
      <Button icon={<UploadOutlined />} loading={add.isPending} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <span className="faint drop-hint">{t('evidence.drop')}</span>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          send(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
