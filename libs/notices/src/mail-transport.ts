import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '@xiaohao/config';
import type { MailContent } from './notice-mail.js';

export interface OutgoingMail extends MailContent {
  readonly to: { readonly name: string; readonly address: string };
  /** With its angle brackets; the same however often this mail is tried. */
  readonly messageId: string;
}

/** Connections to the mail server held open at once, and mails under way in one transaction. */
export const mailConnections = 5;

/** The mail server, where one is configured. Connections are made at the first mail. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private pool: Transporter | null = null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'smtpFrom'>) {}

  /** False where mails are captured instead of sent. */
  get sends(): boolean {
    return this.config.smtpUrl !== null;
  }

  /** Returns when the mail server has taken the mail over (250). */
  async send(mail: OutgoingMail): Promise<void> {
    this.pool ??= this.connect();
    await this.pool.sendMail({
      from: this.config.smtpFrom,
      to: { name: mail.to.name, address: mail.to.address },
      messageId: mail.messageId,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      // Chinese text is a third shorter in base64 than quoted-printable, and far quicker to encode.
      textEncoding: 'base64',
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  onApplicationShutdown(): void {
    this.pool?.close();
    this.pool = null;
  }

  private connect(): Transporter {
    return createTransport({
      url: this.config.smtpUrl!,
      pool: true,
      maxConnections: mailConnections,
      maxMessages: Infinity,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

const plainAddress = /^[^\s<>()[\]"',;:\\@\p{Cc}]+@[^\s<>()[\]"',;:\\@\p{Cc}]+$/u;

/** One bare address and nothing that a mail server could read as a second one or as a header. */
export function isMailAddress(text: string | null): text is string {
  return text !== null && text.length <= 254 && plainAddress.test(text);
}

/** What an attempt tells of the mail: `refused` for good, `later`, or nothing because the server could not be spoken to. */
export type MailFailure = 'refused' | 'later' | 'unreachable';

/**
 * Only an answer to this recipient or this content speaks of the mail; a server that is down, a wrong password or an
 * unwelcome sender would fail any mail. Of answers, 5yz is for good (RFC 5321), except 503, which speaks of the session.
 */
export function mailFailureOf(error: unknown): MailFailure {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
  if (responseCode === 0 || !['RCPT TO', 'DATA'].includes(command)) return 'unreachable';
  return responseCode >= 500 && responseCode < 600 && responseCode !== 503 ? 'refused' : 'later';
}
