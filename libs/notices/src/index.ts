export type { CapturedMail } from './delivery.queries.js';
export { DeliveryService, type Recheck, type SendVerdict } from './delivery.service.js';
export { isMailAddress, mailConnections, MailTransport } from './mail-transport.js';
export {
  blockSections,
  countTickets,
  keepTickets,
  type NoticeBlock,
  type NoticeBody,
  type NoticeLines,
  type NoticeList,
  type NoticeTable,
  type NoticeTicket,
} from './notice-body.js';
export { dayText, writeMail, type MailContent } from './notice-mail.js';
export type { Channel, InboxItem, InboxMessage, NewNotice } from './notice.queries.js';
export { NoticeService, type InboxPage } from './notice.service.js';
export { NoticesModule } from './notices.module.js';
