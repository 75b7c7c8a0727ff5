import { useNavigate } from 'react-router';
import { useReadNotice, type Notice } from '../api/notices.js';
import { InstantText } from './day-text.js';

/** One message of the inbox; opening it marks it read. `onOpen` replaces where it leads. */
export function NoticeLine({ notice, isOpen, onOpen }: { notice: Notice; isOpen?: boolean; onOpen?: () => void }) {
  const read = useReadNotice();
  const navigate = useNavigate();
  const open = () => {
    if (!notice.readAt) read.mutate(notice.id);
    if (onOpen) onOpen();
    else void navigate(`/messages?id=${notice.id}`);
  };
  return (
    <button
      type="button"
      className={`notice ${notice.readAt ? '' : 'notice-unread'}`}
      aria-pressed={isOpen}
      onClick={open}
    >
      <span className="notice-subject">{notice.subject}</span>
      <span className="notice-at">
        <InstantText at={notice.createdAt} />
      </span>
    </button>
  );
}
