import { useNavigate } from 'react-router';
import { useReadNotice, type Notice } from '../api/notices.js';
import { InstantText } from './day-text.js';

/** One message of the inbox; opening it marks it read and leads to what it is about. */
export function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen?: () => void }) {
  const read = useReadNotice();
  const navigate = useNavigate();
  const open = () => {
    if (!notice.readAt) read.mutate(notice.id);
    onOpen?.();
    if (notice.link) void navigate(notice.link);
  };
  return (
    <button type="button" className={`notice ${notice.readAt ? '' : 'notice-unread'}`} onClick={open}>
      <span className="notice-subject">{notice.subject}</span>
      <span className="notice-at">
        <InstantText at={notice.createdAt} />
      </span>
    </button>
  );
}
