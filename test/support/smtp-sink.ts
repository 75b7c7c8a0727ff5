import { SMTPServer } from 'smtp-server';
import { freePort } from './free-port.mjs';

export interface ReceivedMail {
  messageId: string;
  to: string;
  subject: string;
  /** The plain part, decoded. */
  text: string;
  /** The HTML part, decoded. */
  html: string;
  /** As it came over the wire. */
  raw: string;
}

export interface SmtpSink {
  url: string;
  mails: ReceivedMail[];
  /** Runs after a mail was read and before the sender is told 250; throw to refuse it with the error's responseCode. */
  beforeAnswer: (mail: ReceivedMail) => Promise<void> | void;
  mailsTo(address: string): ReceivedMail[];
  close(): Promise<void>;
}

/** A real mail server that keeps what it gets. Reverse look-ups are off: they would double every mail's time. */
export async function openSmtpSink(port?: number): Promise<SmtpSink> {
  const own = port ?? (await freePort());
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = readMail(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo[0]?.address ?? '');
        Promise.resolve()
          .then(() => sink.beforeAnswer(mail))
          .then(() => {
            mails.push(mail);
            callback();
          })
          .catch(callback);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${own}`,
    mails,
    beforeAnswer: () => {},
    mailsTo: (address) => mails.filter(({ to }) => to === address),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}

/** An error the sink answers a mail with. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function readMail(raw: string, to: string): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(headers)?.[1] ?? '';
  return {
    raw,
    to,
    messageId: header('Message-ID'),
    subject: decodeWords(header('Subject')),
    text: partOf('plain', rest.join('\r\n\r\n')),
    html: partOf('html', rest.join('\r\n\r\n')),
  };
}

function partOf(sort: 'plain' | 'html', body: string): string {
  const part = new RegExp(
    `content-type: text/${sort}[^]*?content-transfer-encoding: (\\S+)\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n([^]*?)\\r\\n--`,
    'i',
  ).exec(body);
  if (!part) throw new Error(`The mail has no ${sort} part`);
  return part[1] === 'base64' ? Buffer.from(part[2]!, 'base64').toString('utf8') : decodeQuoted(part[2]!);
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, how: string, coded: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : decodeQuoted(coded.replace(/_/g, ' ')),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
